import type { Money } from '@/lib/platform/money'

/** Whose cart it is: an account's or a guest's. */
export type CartOwner = { userId: string } | { guestId: string }

export type HeldSeat = {
  /** The seat's index in its map; browsers paint by it. */
  index: number
  label: string
  section: string
  row: string
  number: string
  category: { id: string; name: string }
  ticketType: { id: string; name: string }
  /** All-in, as fixed when the seat was held. */
  price: Money
}

export type HoldView = {
  performanceId: string
  expiresAt: Date
  seats: HeldSeat[]
}

/** A hold with what a cart page shows beside it. */
export type CartHold = HoldView & {
  event: { slug: string; title: string }
  venue: { name: string; city: string; timezone: string }
  startsAt: Date
  /** The fan may still ask for more time. */
  canExtend: boolean
}

/** Seats held for two minutes in place of ones lost, for the fan to keep or let go. They cannot be bought before. */
export type CartOffer = Omit<CartHold, 'canExtend'> & { id: string; lost: LostSeat[] }

/** A seat that somebody else has now. */
export type LostSeat = Pick<HeldSeat, 'index' | 'label' | 'section' | 'row' | 'number'>

export type CartView = {
  holds: CartHold[]
  /** Apart from the holds: neither in the totals nor in `expiresAt`. At most one a performance. */
  offers: CartOffer[]
  /** Per currency; one entry in all but mixed carts. */
  totals: Money[]
  /** Of the hold that ends first; null for an empty cart. */
  expiresAt: Date | null
}
