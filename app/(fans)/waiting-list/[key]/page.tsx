import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { viewWaitingEntry } from '@/lib/coordinator/view-waiting'
import { inPageLanguage } from '../../in-page-language'
import type { OrderQuery } from '../../orders/read-access'
import { standingOf } from '../standing-of'
import { CalledView } from './_components/called-view'
import { OverView } from './_components/over-view'
import { WaitingView } from './_components/waiting-view'

type Props = { params: Promise<{ key: string }>; searchParams: Promise<OrderQuery> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('waiting.entry')
  // The address is all that it takes to have the seats.
  return { title: t('meta'), robots: { index: false }, referrer: 'same-origin' }
}

/** A place in line as it stands. Opening it changes nothing: mail programs open links too. */
export default async function WaitingEntryPage({ params, searchParams }: Props) {
  const [{ key }, { trouble }] = await Promise.all([params, searchParams])
  const entry = await inPageLanguage(() => viewWaitingEntry(key))
  if (!entry) notFound()
  const standing = standingOf(entry, new Date())
  if (standing === 'waiting') return <WaitingView entry={entry} />
  if (standing === 'called') return <CalledView entry={entry} trouble={trouble} />
  return <OverView entry={entry} standing={standing} />
}
