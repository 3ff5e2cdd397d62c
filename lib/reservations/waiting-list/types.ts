import type { Money } from '@/lib/platform/money'

/**
 * `waiting`: in line. `called`: seats are held for them. `taken`: the seats are in a cart. `missed`: let go, or time was
 * over. `left`: by their own wish. `ended`: the performance began, or was called off.
 */
export type WaitingStatus = 'waiting' | 'called' | 'taken' | 'missed' | 'left' | 'ended'

/** A row of the line. */
export type WaitingFacts = {
  id: string
  /** Opens it from the link in the mail. */
  key: string
  performanceId: string
  /** Index into the plan's categories. */
  category: number
  seatCount: number
  /** Fewer would do. */
  takesFewer: boolean
  name: string
  email: string
  /** E.164. */
  phone: string | null
  locale: string
  status: WaitingStatus
  createdAt: Date
  /** When the seats it was called with go to the next; null unless it is called. */
  until: Date | null
  /** How many stand before it; null unless it is waiting. */
  ahead: number | null
  /** Held for it now; empty unless it is called. */
  seats: WaitingSeat[]
}

export type WaitingSeat = {
  index: number
  label: string
  section: string
  row: string
  number: string
  /** All-in, as the seat is held. */
  price: Money
}

/** An entry as who waits sees it. */
export type WaitingView = WaitingFacts & {
  categoryName: string
  event: { slug: string; title: string; imageUrl: string | null }
  organizer: { name: string }
  venue: { name: string; city: string; country: string; timezone: string; address: string | null }
  startsAt: Date
  doorsAt: Date | null
}

/** What can be waited for at a performance. */
export type WaitingChoice = Pick<WaitingView, 'event' | 'organizer' | 'venue' | 'startsAt' | 'doorsAt'> & {
  performanceId: string
  /** On sale at this moment: otherwise nobody can join. */
  isOpen: boolean
  /** By index, those that are sold here. */
  categories: {
    category: number
    name: string
    color: string
    /** Of the first ticket type, what a seat that comes back costs. */
    fromPrice: Money
    freeSeats: number
    /** How many people wait. */
    waiting: number
  }[]
}
