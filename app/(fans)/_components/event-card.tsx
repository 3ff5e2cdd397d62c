import Link from 'next/link'
import { useFormatter } from 'next-intl'
import { Poster } from '@/components/site/poster'
import type { EventCard as Card } from '@/lib/events/types'
import { posterOf } from '../poster-of'
import { Standing } from './standing'

/** An event in the catalogue. The whole card is the link; its name is the title. */
export function EventCard({ event, priority }: { event: Card; priority?: boolean }) {
  const format = useFormatter()
  const timeZone = event.venue.timezone
  return (
    <article className="group relative grid content-start gap-3">
      <Poster {...posterOf(event)} alt="" priority={priority} />
      <div className="grid gap-1">
        <p className="figures font-medium text-sm">
          <time dateTime={event.nextPerformanceAt.toISOString()}>
            {format.dateTime(event.nextPerformanceAt, { ...DAY_AND_TIME, timeZone })}
          </time>
        </p>
        <h3 className="display text-xl">
          <Link
            href={`/events/${event.slug}`}
            className="underline-offset-4 outline-none after:absolute after:inset-0 after:rounded-paper focus-visible:shadow-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:outline-offset-6 group-hover:underline"
          >
            {event.title}
          </Link>
        </h3>
        <p className="text-muted text-sm">
          {event.venue.name}, {event.venue.city}
        </p>
        <Standing event={event} />
      </div>
    </article>
  )
}

const DAY_AND_TIME = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
} as const
