import Link from 'next/link'
import { useFormatter } from 'next-intl'
import { useId } from 'react'
import { Poster } from '@/components/site/poster'
import type { EventCard } from '@/lib/events/types'
import { posterOf } from '../poster-of'
import { Standing } from './standing'

/** Events a line each, as on the board in the foyer: for what has to be quick. Nothing where there is none. */
export function Board({ title, events }: { title: string; events: EventCard[] }) {
  const id = useId()
  if (events.length === 0) return null
  return (
    <section aria-labelledby={id} className="grid content-start border-ink border-t-2 pt-3">
      <h2 id={id} className="display pb-3 text-2xl">
        {title}
      </h2>
      <ul>
        {events.map((event) => (
          <li key={event.id} className="border-line border-t">
            <Line event={event} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ event }: { event: EventCard }) {
  const format = useFormatter()
  const at = format.dateTime(event.nextPerformanceAt, { ...DAY_AND_TIME, timeZone: event.venue.timezone })
  return (
    <article className="group relative grid grid-cols-[4rem_minmax(0,1fr)] items-center gap-x-4 py-3 sm:grid-cols-[4rem_minmax(0,1fr)_auto] sm:gap-x-6">
      <Poster {...posterOf(event)} alt="" className="row-span-2 sm:row-span-1" />
      <div className="grid gap-0.5">
        <h3 className="display text-xl">
          <Link
            href={`/events/${event.slug}`}
            className="underline-offset-4 outline-none after:absolute after:inset-0 after:rounded-paper focus-visible:shadow-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:outline-offset-2 group-hover:underline"
          >
            {event.title}
          </Link>
        </h3>
        <p className="figures text-sm">
          <time dateTime={event.nextPerformanceAt.toISOString()} className="font-medium">
            {at}
          </time>
          <span className="text-muted">
            {' '}
            · {event.venue.name}, {event.venue.city}
          </span>
        </p>
      </div>
      <Standing event={event} />
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
