import Link from 'next/link'
import { useFormatter } from 'next-intl'
import { Poster } from '@/components/site/poster'
import type { WaitingChoice } from '@/lib/reservations/waiting-list/types'
import { posterOf } from '../../poster-of'

/** Which evening it is about, in three lines beside its poster. */
export function Evening({ of }: { of: Pick<WaitingChoice, 'event' | 'venue' | 'startsAt'> }) {
  const format = useFormatter()
  const { event, venue, startsAt } = of
  const timeZone = venue.timezone
  return (
    <div className="flex items-center gap-4">
      <Poster {...posterOf(event)} alt="" className="w-16 shrink-0" />
      <div className="grid min-w-0 gap-0.5">
        <p className="wrap-anywhere font-semibold text-lg">
          <Link href={`/events/${event.slug}`} className="hover:underline hover:underline-offset-4">
            {event.title}
          </Link>
        </p>
        <p className="figures text-sm">
          <time dateTime={startsAt.toISOString()} className="font-semibold">
            {format.dateTime(startsAt, {
              ...{ weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
              ...{ timeZone, timeZoneName: 'short' },
            })}
          </time>
          <span className="block text-muted">
            {venue.name}, {venue.city}
          </span>
        </p>
      </div>
    </div>
  )
}
