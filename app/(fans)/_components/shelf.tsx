import Link from 'next/link'
import { useId } from 'react'
import type { EventCard as Card } from '@/lib/events/types'
import { EventCard } from './event-card'

type Props = {
  title: string
  events: Card[]
  /** Where the rest of it is. */
  more?: { href: string; text: string }
  priority?: boolean
}

/** A row of posters: four abreast on a desk, drawn along with the thumb on a phone. Nothing where there is none. */
export function Shelf({ title, events, more, priority }: Props) {
  const id = useId()
  if (events.length === 0) return null
  return (
    <section aria-labelledby={id} className="grid gap-5">
      <div className="wrap">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-ink border-t-2 pt-3">
          <h2 id={id} className="display text-2xl">
            {title}
          </h2>
          {more && (
            <Link
              href={more.href}
              prefetch={false}
              className="link inline-flex min-h-9 items-center font-medium"
            >
              {more.text}
            </Link>
          )}
        </div>
      </div>
      <ul className="wrap grid [scrollbar-width:none] snap-x snap-mandatory scroll-px-4 auto-cols-[min(62%,16rem)] grid-flow-col gap-x-4 overflow-x-auto py-2 sm:gap-x-6 md:auto-cols-auto md:grid-flow-row md:grid-cols-4 md:overflow-visible">
        {events.map((event) => (
          <li key={event.id} className="snap-start">
            <EventCard event={event} priority={priority} />
          </li>
        ))}
      </ul>
    </section>
  )
}
