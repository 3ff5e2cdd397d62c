import { createEvent, createEvents } from 'ics'
import type { TicketDocument } from '../documents/types'

/** The only file that knows the calendar format's package. */

/** How long an evening is when nobody said: it only blocks the calendar. */
const USUAL_MINUTES = 150

export type CalendarEntry = Pick<
  TicketDocument,
  'performanceId' | 'event' | 'venue' | 'startsAt' | 'issuedAt'
> & {
  description: string
  url: string
}

/**
 * A performance as an .ics file, in UTC so that every calendar shows it at the right moment. Its UID is the
 * performance's: opening it twice makes one entry. The same entry gives the same text.
 */
export function renderCalendarEntry(entry: CalendarEntry): string {
  const { error, value } = createEvent({
    uid: `${entry.performanceId}@ticketboss`,
    productId: 'ticketboss',
    method: 'PUBLISH',
    start: Date.parse(entry.startsAt),
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { hours: Math.floor(USUAL_MINUTES / 60), minutes: USUAL_MINUTES % 60 },
    title: entry.event.title,
    location: [entry.venue.name, entry.venue.address, entry.venue.city].filter(Boolean).join(', '),
    description: entry.description,
    url: entry.url,
    status: 'CONFIRMED',
    busyStatus: 'BUSY',
  })
  if (error || !value) throw error ?? new Error('no calendar entry was made')
  // The package stamps the moment of writing; a mail sent again under its idempotency key must not differ.
  const stamp = new Date(entry.issuedAt).toISOString().replace(/[-:]|\.\d+/g, '')
  return value.replace(/DTSTAMP:.*/, `DTSTAMP:${stamp}`)
}

export type FeedEntry = {
  performanceId: string
  title: string
  venue: TicketDocument['venue']
  startsAt: string
  description: string
  url: string
  isCancelled: boolean
}

/** Performances as a calendar that can be subscribed to; what was cancelled is struck out. */
export function renderCalendarFeed(name: string, entries: readonly FeedEntry[]): string {
  const { error, value } = createEvents(
    entries.map((entry) => ({
      uid: `${entry.performanceId}@ticketboss`,
      start: Date.parse(entry.startsAt),
      startInputType: 'utc',
      startOutputType: 'utc',
      duration: { hours: Math.floor(USUAL_MINUTES / 60), minutes: USUAL_MINUTES % 60 },
      title: entry.title,
      location: [entry.venue.name, entry.venue.address, entry.venue.city].filter(Boolean).join(', '),
      description: entry.description,
      url: entry.url,
      status: entry.isCancelled ? 'CANCELLED' : 'CONFIRMED',
      transp: 'TRANSPARENT',
    })),
    { productId: 'ticketboss', method: 'PUBLISH', calName: name },
  )
  if (error || !value) throw error ?? new Error('no calendar was made')
  return value
}
