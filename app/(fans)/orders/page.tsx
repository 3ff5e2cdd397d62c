import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { NothingHere } from '@/components/site/nothing-here'
import { buttonStyle } from '@/components/ui/button'
import { Pagination } from '@/components/ui/pagination'
import { viewOrders } from '@/lib/coordinator/view-order'
import { OrderRow } from './_components/order-row'
import { type OrderQuery, readAccess } from './read-access'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('order.list')
  return { title: t('title'), robots: { index: false } }
}

export default async function OrdersPage({ searchParams }: { searchParams: Promise<OrderQuery> }) {
  const t = await getTranslations('order.list')
  const { cursor } = await searchParams
  const after = typeof cursor === 'string' ? cursor : undefined
  const access = await readAccess(null)
  const { items, nextCursor } = await viewOrders(access, { cursor: after })
  if (items.length === 0 && !after) return <NoOrders isSignedIn={access.userId !== undefined} />
  return (
    <div className="wrap grid gap-8 pt-8 pb-16 lg:pt-12">
      <h1 className="display text-2xl">{t('heading')}</h1>
      <ul className="grid max-w-3xl border-line border-t">
        {items.map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </ul>
      <Pagination
        label={t('pages')}
        first={after ? { href: '/orders', text: t('first') } : undefined}
        next={nextCursor ? { href: `/orders?cursor=${nextCursor}`, text: t('more') } : undefined}
      />
    </div>
  )
}

async function NoOrders({ isSignedIn }: { isSignedIn: boolean }) {
  const t = await getTranslations('order.list')
  return (
    <NothingHere title={t('empty')} text={t('emptyText')} home={t('emptyAction')}>
      {!isSignedIn && (
        <Link href="/sign-in?next=/orders" className={buttonStyle()}>
          {t('signIn')}
        </Link>
      )}
    </NothingHere>
  )
}
