import { useFormatter } from 'next-intl'
import type { EventCard as Card } from '@/lib/events/types'
import { EventCard } from './event-card'

/** How many posters are surely above the fold. */
const FIRST_ROW = 4

type Props = {
  events: Card[]
  /** Whether the first row is what the page opens with. */
  priority?: boolean
}

/** The programme: events under the month of their next performance, in the order they come. */
export function EventMonths({ events, priority = true }: Props) {
  const format = useFormatter()
  const months = Map.groupBy(events, (event) =>
    format.dateTime(event.nextPerformanceAt, {
      month: 'long',
      year: 'numeric',
      timeZone: event.venue.timezone,
    }),
  )
  return (
    <div className="grid gap-16">
      {[...months].map(([month, listed]) => (
        // Laid out and painted as they come near: a season is long, and a phone shows little of it. The margin is
        // for outlines, which end where such a section does.
        <section
          key={month}
          aria-label={month}
          className="-m-2 grid gap-6 p-2 [contain-intrinsic-block-size:auto_60rem] [content-visibility:auto] lg:grid-cols-[11rem_1fr] lg:gap-8"
        >
          <MonthName first={listed[0]!} />
          <ul className="grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 md:grid-cols-3 xl:grid-cols-4">
            {listed.map((event) => (
              <li key={event.id}>
                <EventCard event={event} priority={priority && events.indexOf(event) < FIRST_ROW} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function MonthName({ first }: { first: Card }) {
  const format = useFormatter()
  const { nextPerformanceAt: at, venue } = first
  const month = format.dateTime(at, { month: 'long', timeZone: venue.timezone })
  const year = format.dateTime(at, { year: 'numeric', timeZone: venue.timezone })
  return (
    <h2 className="display self-start border-ink border-t-2 pt-3 text-2xl lg:sticky lg:top-6">
      {month}{' '}
      <span className="figures font-medium font-sans text-muted text-sm tracking-normal lg:mt-1 lg:block">
        {year}
      </span>
    </h2>
  )
}
