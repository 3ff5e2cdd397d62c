import type { Money } from '@/lib/platform/money'

/**
 * What is printed, as plain data: no database rows, nothing to look up, and JSON all the way down, so that a
 * job can carry it. The same document always gives the same bytes (a mail repeated under one idempotency key
 * must not differ).
 */

export type DocumentEvent = { title: string; organizer: string }

export type DocumentVenue = {
  name: string
  city: string
  /** ISO 3166-1 alpha-2: decides how dates, times and prices are written, e.g. `US`, `AT`. */
  country: string
  /** IANA zone, e.g. `Europe/Vienna`; every time on a document is the venue's. */
  timezone: string
  address?: string | null
}

export type SeatNote = 'wheelchair' | 'companion' | 'restrictedView'

export type DocumentSeat = {
  /** The part of the house its section is in, where the section's name does not say it: `West stand`. */
  zone?: string | null
  section: string
  /** Null where there are no rows (tables, standing). */
  row: string | null
  /** Null where places are not numbered (general admission). */
  number: string | null
  notes?: SeatNote[]
}

/** Hex colours of the event's poster, so that a ticket looks like its event. */
export type PosterInks = { paper: string; inkA: string; inkB: string }

export type TicketDocument = {
  ticketId: string
  performanceId: string
  /** The signed code, the QR code's text. */
  code: string
  /** The order's reference, as the fan knows it. */
  reference: string
  event: DocumentEvent
  venue: DocumentVenue
  /** ISO 8601. */
  startsAt: string
  doorsAt?: string | null
  seat: DocumentSeat
  /** Price level, e.g. `Front stalls`. */
  category: string
  ticketType: string
  holder: string
  /** All-in. */
  price: Money
  /** ISO 8601; dates the file. */
  issuedAt: string
  poster?: PosterInks | null
}

export type ReceiptLine = {
  /** What was bought, e.g. the event's title. */
  title: string
  /** The particulars: day, seat, ticket type. */
  detail: string
  price: Money
}

export type ReceiptDocument = {
  reference: string
  /** ISO 8601: when the money was taken. */
  paidAt: string
  timezone: string
  /** ISO 3166-1 alpha-2, for formats. */
  country: string
  buyer: { name: string; email: string }
  lines: ReceiptLine[]
  /** What is added to the lines (postage, say). Fees inside all-in prices are not listed again. */
  fees: { label: string; price: Money }[]
  /** Tax within the total, where it must be shown: `VAT 13 %`. */
  tax: { label: string; price: Money } | null
  /** What is to be said of the sums, where there is something. */
  note?: string | null
  total: Money
  /** Null when there was nothing to pay. */
  payment: { brand: string; last4: string } | null
  organizers: { name: string; address?: string | null; taxId?: string | null }[]
}
