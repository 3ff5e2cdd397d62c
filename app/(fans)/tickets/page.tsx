import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { NothingHere } from '@/components/site/nothing-here'
import { buttonStyle } from '@/components/ui/button'
import { viewTicketsAhead } from '@/lib/coordinator/view-tickets'
import { inPageLanguage } from '../in-page-language'
import { readAccess } from '../orders/read-access'
import { Evening } from './_components/evening'
import { Offline } from './_components/offline'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tickets')
  return { title: t('title'), robots: { index: false } }
}

/** Every ticket that is still ahead, the next evening first. */
export default async function TicketsPage() {
  const t = await getTranslations('tickets')
  const access = await readAccess(null)
  const tickets = await inPageLanguage(() => viewTicketsAhead(access))
  const evenings = [...Map.groupBy(tickets, (ticket) => ticket.performanceId).values()]
  if (evenings.length === 0) return <NoTickets isSignedIn={access.userId !== undefined} />
  return (
    <div className="wrap grid max-w-3xl gap-8 pt-8 pb-16 lg:pt-12">
      <h1 className="display text-2xl">{t('heading')}</h1>
      <ul className="grid gap-6">
        {evenings.map((evening, i) => (
          <Evening key={evening[0]?.performanceId} tickets={evening} isNext={i === 0} />
        ))}
      </ul>
      <Offline access={access} tickets={tickets} isAll />
      <p>
        <Link href="/orders" className="link">
          {t('orders')}
        </Link>
      </p>
    </div>
  )
}

async function NoTickets({ isSignedIn }: { isSignedIn: boolean }) {
  const t = await getTranslations('tickets')
  return (
    <NothingHere title={t('none')} text={t('noneText')} home={t('home')}>
      <Link href="/orders/find" className={buttonStyle()}>
        {t('find')}
      </Link>
      {!isSignedIn && (
        <Link href="/sign-in?next=/tickets" className={buttonStyle({ variant: 'quiet' })}>
          {t('signIn')}
        </Link>
      )}
    </NothingHere>
  )
}
