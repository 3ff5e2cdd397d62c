import { useId } from 'react'
import { Poster } from '@/components/site/poster'
import type { EventCard } from '@/lib/events/types'
import { posterOf } from '../poster-of'
import { Billing } from './billing'
import { EventName } from './event-name'
import { EventTime } from './event-time'
import { Standing } from './standing'

/** Events (or dates) a line each, as on the board in the foyer: for what has to be quick. Nothing where there is none. */
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
          <li key={`${event.id} ${event.nextPerformanceAt.getTime()}`} className="border-line border-t">
            <Line event={event} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ event }: { event: EventCard }) {
  return (
    <article className="group relative grid grid-cols-[4rem_minmax(0,1fr)] items-center gap-x-4 py-3 sm:grid-cols-[4rem_minmax(0,1fr)_auto] sm:gap-x-6">
      <Poster {...posterOf(event)} alt="" className="row-span-2 sm:row-span-1" />
      <div className="grid gap-0.5">
        <h3 className="display text-xl">
          <EventName event={event} closeFocus />
        </h3>
        <Billing event={event} />
        <p className="figures text-sm">
          <EventTime event={event} />
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
