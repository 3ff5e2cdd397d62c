import { Poster } from '@/components/site/poster'
import type { EventCard as Card } from '@/lib/events/types'
import { posterOf } from '../poster-of'
import { Billing } from './billing'
import { EventName } from './event-name'
import { EventTime } from './event-time'
import { Standing } from './standing'

/** An event in the catalogue. The whole card is the link; its name is the title. */
export function EventCard({ event, priority }: { event: Card; priority?: boolean }) {
  return (
    <article className="group relative grid content-start gap-3">
      <Poster {...posterOf(event)} alt="" priority={priority} />
      <div className="grid gap-1">
        <p className="figures text-sm">
          <EventTime event={event} />
        </p>
        <h3 className="display text-xl">
          <EventName event={event} />
        </h3>
        <Billing event={event} />
        <p className="text-muted text-sm">
          {event.venue.name}, {event.venue.city}
        </p>
        <Standing event={event} />
      </div>
    </article>
  )
}
