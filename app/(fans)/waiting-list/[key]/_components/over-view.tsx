import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { buttonStyle } from '@/components/ui/button'
import type { WaitingView as Entry, WaitingStatus } from '@/lib/reservations/waiting-list/types'
import { EntryPage } from './entry-page'

type Props = { entry: Entry; standing: Exclude<WaitingStatus, 'waiting' | 'called'> }

/** No longer in line: what came of it, what that means for the money, and the way on. */
export async function OverView({ entry, standing }: Props) {
  const t = await getTranslations('waiting.entry')
  const count = entry.seatCount
  const look = buttonStyle({ variant: 'primary', size: 'large', className: 'justify-self-start' })
  const again = `/performances/${entry.performanceId}/waiting-list?category=${entry.category}`
  return (
    <EntryPage
      entry={entry}
      title={t(`${standing}.title`, { count })}
      text={<p>{t(`${standing}.text`, { count })}</p>}
    >
      {(standing === 'missed' || standing === 'left') && (
        <Link href={again} className={look}>
          {t(`${standing}.again`)}
        </Link>
      )}
      {standing === 'taken' && (
        <p className="flex flex-wrap gap-3">
          <Link href="/cart" className={look}>
            {t('taken.cart')}
          </Link>
          <Link href="/orders" className={buttonStyle({ size: 'large' })}>
            {t('taken.orders')}
          </Link>
        </p>
      )}
      {standing === 'ended' && (
        <Link href={`/events/${entry.event.slug}`} className={look}>
          {t('ended.event')}
        </Link>
      )}
    </EntryPage>
  )
}
