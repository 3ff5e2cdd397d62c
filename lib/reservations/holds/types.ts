/** What one cart asks for at one performance. Seat indexes and ticket types run side by side. */
export type Claim = {
  cartId: string
  performanceId: string
  seatIndexes: number[]
  ticketTypeIds: string[]
  /** True where the fan named the ticket type: a seat already held then changes its type and price too. */
  chosenType: boolean
}

export type ClaimOutcome =
  | { granted: true; holdId: string; firstHeldAt: Date; expiresAt: Date }
  /** Someone else has these. Nothing was held. */
  | { granted: false; reason: 'seats_taken'; lostIndexes: number[] }
  /** With these the cart would hold more than ten seats here. Nothing was held. */
  | { granted: false; reason: 'seat_limit' }
