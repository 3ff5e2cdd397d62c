import { useFormatter, useNow, useTranslations } from 'next-intl'
import { Poster } from '@/components/site/poster'
import { buttonStyle } from '@/components/ui/button'
import type { PocketTicket } from '@/lib/coordinator/view-tickets'
import { posterOf } from '../../poster-of'
import { ticketPath } from '../ticket-path'

type Props = { tickets: PocketTicket[]; isNext: boolean }

/** The tickets for one performance: when, where, which seats, and on to their codes. */
export function Evening({ tickets, isNext }: Props) {
  const t = useTranslations('tickets')
  const format = useFormatter()
  const now = useNow()
  const [first] = tickets
  if (!first) return null
  const { event, venue, eventSlug, imageUrl } = first
  const startsAt = new Date(first.startsAt)
  const when = { dateStyle: 'full', timeStyle: 'short', timeZone: venue.timezone } as const
  const areForOne = tickets.every(({ holder }) => holder === first.holder)
  const heading = `evening-${first.performanceId}`
  return (
    <li className="grid grid-cols-[5rem_minmax(0,1fr)] items-start gap-4 rounded-control border-[1.5px] border-line bg-surface p-4 sm:grid-cols-[8rem_minmax(0,1fr)] sm:gap-6 sm:p-6">
      <Poster {...posterOf({ slug: eventSlug, imageUrl })} alt="" priority={isNext} />
      <div className="grid gap-3">
        <div className="grid gap-1">
          {startsAt > now && <p className="font-semibold text-sm">{format.relativeTime(startsAt, now)}</p>}
          <h2 id={heading} className="display text-xl">
            {event.title}
          </h2>
          <p className="figures">{format.dateTime(startsAt, when)}</p>
          <p className="text-muted text-sm">
            {venue.name}, {venue.city}
          </p>
        </div>
        <ul className="text-sm">
          {tickets.map(({ ticketId, words, holder }) => (
            <li key={ticketId}>
              {words}
              {!areForOne && <span className="text-muted"> · {holder}</span>}
            </li>
          ))}
        </ul>
      </div>
      {/* A whole page load: the one that is kept for when there is no signal. */}
      <a
        href={ticketPath(first.ticketId, {})}
        aria-describedby={heading}
        className={buttonStyle({ variant: isNext ? 'primary' : 'secondary', className: 'col-span-2' })}
      >
        {t('show', { count: tickets.length })}
      </a>
    </li>
  )
}
