import type { EventCard as Card } from '@/lib/events/types'
import { EventCard } from './event-card'

/** How many posters are surely above the fold. */
const FIRST_ROW = 4

/** Events in the order given: what a search found, best first. */
export function EventGrid({ events, label }: { events: Card[]; label?: string }) {
  return (
    <ul
      aria-label={label}
      className="grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 md:grid-cols-3 lg:grid-cols-4"
    >
      {events.map((event, i) => (
        <li key={event.id}>
          <EventCard event={event} priority={i < FIRST_ROW} />
        </li>
      ))}
    </ul>
  )
}
