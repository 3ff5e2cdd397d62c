import type { Money } from '@/lib/platform/money'
import type { DocumentEvent, DocumentVenue, PosterInks } from '../documents/types'

/** The evening that is waited for, as mails print it. */
type Evening = {
  event: DocumentEvent
  poster: PosterInks
  venue: DocumentVenue
  /** ISO 8601. */
  startsAt: string
}

/** To somebody on a waiting list: they joined, their seats are held, or their time was up. */
export type WaitingMail = Evening & {
  kind: 'joined' | 'called' | 'missed'
  name: string
  category: string
  seatCount: number
  takesFewer: boolean
  /** How many stand before them. */
  ahead: number
  /** Of `called`: what is held, and until when (ISO 8601); in the others, none and null. */
  seats: { words: string; price: Money }[]
  until: string | null
  /** How long seats are held, in whole minutes. */
  minutes: number
  /** Absolute address of their place in line; of `missed`, of where to join again. */
  url: string
}

/** To somebody who offered a ticket to the waiting list. */
export type ReturnMail = Evening & {
  kind: 'open' | 'sold' | 'unsold'
  name: string
  reference: string
  /** As people read it: `Stalls, row F, seat 17`. */
  seat: string
  /** What goes back once it is sold, and to which card; null where none is known. */
  amount: Money
  card: { brand: string; last4: string } | null
  /** Absolute address of the ticket's page; of `sold`, of the order's. */
  url: string
}
