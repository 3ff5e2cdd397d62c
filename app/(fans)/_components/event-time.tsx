import { useFormatter } from 'next-intl'
import type { EventCard } from '@/lib/events/types'

const CLOCK = { day: 'numeric', hour: 'numeric', minute: '2-digit' } as const

type Props = { event: EventCard; style?: 'short' | 'long' }

/** Day and time of the next performance, on the clocks of its venue. */
export function EventTime({ event, style = 'short' }: Props) {
  const format = useFormatter()
  const { nextPerformanceAt: at, venue } = event
  return (
    <time dateTime={at.toISOString()} className="font-medium">
      {format.dateTime(at, { ...CLOCK, weekday: style, month: style, timeZone: venue.timezone })}
    </time>
  )
}
