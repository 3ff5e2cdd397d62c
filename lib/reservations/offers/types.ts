/** Seats to offer a cart at one performance. Seat indexes and ticket types run side by side. */
export type Offer = {
  cartId: string
  performanceId: string
  seatIndexes: number[]
  ticketTypeIds: string[]
  /** What they stand for. */
  lostIndexes: number[]
}

export type OfferOutcome =
  | { made: true; offerId: string; until: Date }
  /** Someone else has these. */
  | { made: false; reason: 'seats_taken'; lostIndexes: number[] }
  /** It would be more than ten seats here, or another offer stands, or the hold has just ended. */
  | { made: false; reason: 'no_room' }

/** An offer as it stands. Seat indexes and ticket types run side by side. */
export type StandingOffer = Pick<Offer, 'seatIndexes' | 'ticketTypeIds' | 'lostIndexes'> & { id: string }
