import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { NothingHere } from '@/components/site/nothing-here'
import { buttonStyle } from '@/components/ui/button'
import { viewOrdersByTime } from '@/lib/coordinator/view-order'
import { WaitingLists } from '../waiting-list/_components/waiting-lists'
import { OrdersAhead } from './_components/orders-ahead'
import { OrdersOver } from './_components/orders-over'
import { type OrderQuery, readAccess } from './read-access'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('order.list')
  return { title: t('title'), robots: { index: false } }
}

/** What is next, and what was. */
export default async function OrdersPage({ searchParams }: { searchParams: Promise<OrderQuery> }) {
  const t = await getTranslations('order.list')
  const { cursor } = await searchParams
  const after = typeof cursor === 'string' ? cursor : undefined
  const access = await readAccess(null)
  const { ahead, over } = await viewOrdersByTime(access, { cursor: after })
  if (ahead.length + over.items.length === 0 && !after) {
    return <NoOrders userId={access.userId} />
  }
  return (
    <div className="wrap grid max-w-3xl gap-10 pt-8 pb-16 lg:pt-12">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="display text-2xl">{t('heading')}</h1>
        {ahead.length > 0 && (
          <Link href="/tickets" className={buttonStyle({ variant: 'primary' })}>
            {t('tickets')}
          </Link>
        )}
      </div>
      {!after && <OrdersAhead orders={ahead} />}
      {!after && access.userId && <WaitingLists userId={access.userId} />}
      <OrdersOver orders={over.items} nextCursor={over.nextCursor} isLater={after !== undefined} />
      <p className="text-muted">
        {t.rich('missing', {
          find: (text) => (
            <Link href="/orders/find" className="link">
              {text}
            </Link>
          ),
        })}
      </p>
    </div>
  )
}

async function NoOrders({ userId }: { userId: string | undefined }) {
  const t = await getTranslations('order.list')
  return (
    <>
      <NothingHere title={t('empty')} text={t('emptyText')} home={t('emptyAction')}>
        <Link href="/orders/find" className={buttonStyle()}>
          {t('find')}
        </Link>
        {!userId && (
          <Link href="/sign-in?next=/orders" className={buttonStyle({ variant: 'quiet' })}>
            {t('signIn')}
          </Link>
        )}
      </NothingHere>
      {userId && (
        <div className="wrap max-w-3xl pb-16">
          <WaitingLists userId={userId} />
        </div>
      )}
    </>
  )
}
