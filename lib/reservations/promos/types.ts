/** A code as it was made. Amounts are minor units of `currency`. */
export type PromoFacts = {
  id: string
  organizerId: string
  /** Null: for all of the organizer's events. */
  eventId: string | null
  code: string
  scope: 'ticket' | 'order'
  /** Whole percent; one of this and `amountOff` is set. */
  percentOff: number | null
  amountOff: number | null
  currency: string | null
  minimumAmount: number | null
  maxUses: number | null
  maxPerCustomer: number | null
  startsAt: Date | null
  endsAt: Date | null
  archivedAt: Date | null
  /** Live uses by anybody, and by the customer who asks; the cart's own open orders are not counted. */
  usedCount: number
  usedByCustomer: number
}

/** A seat as far as a code is concerned; `amount` in minor units of `currency`. */
export type PromoSeat = {
  performanceId: string
  label: string
  organizerId: string
  eventId: string
  currency: string
  amount: number
}

/**
 * Why a code takes nothing off: `unknown` (also one that is not for these seats, or not yet: nothing is given away),
 * `ended`, `used_up`, `used_by_you`, or what is missing to use it.
 */
export type PromoRefusal =
  | 'unknown'
  | 'ended'
  | 'used_up'
  | 'used_by_you'
  | 'other_currency'
  | 'below_minimum'

/** What a code does to a cart. `off` by the place of the seat in the list that was asked about, minor units. */
export type PromoOutcome =
  | { isUsed: true; promoIds: string[]; off: number[] }
  | { isUsed: false; promoIds: []; off: number[]; refusal: PromoRefusal; minimumAmount: number | null }

/** What a page says of the code in a cart. */
export type PromoView = {
  code: string
  /** What the code takes off. */
  total: { amount: number; currency: string }
  /** How many seats it takes something off. */
  seats: number
  refusal: PromoRefusal | null
  minimum: { amount: number; currency: string } | null
}

/** What comes off the seats of a cart that are in one currency. */
export type DiscountView = {
  /** Minor units off each seat, the waived rest too, by `performance/label`. */
  off: Record<string, number>
  /** All that comes off. */
  total: { amount: number; currency: string }
  /** What of it is waived: less than a card can be charged. */
  waived: { amount: number; currency: string }
  promo: PromoView | null
}
