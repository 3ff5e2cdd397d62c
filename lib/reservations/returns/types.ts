export type ReturnStatus = 'open' | 'sold' | 'taken_back' | 'ended'

/** A ticket offered back to the waiting list. */
export type ReturnFacts = {
  id: string
  ticketId: string
  orderId: string
  status: ReturnStatus
  createdAt: Date
  endedAt: Date | null
  /** Of the money, once it was sold; null before. */
  refundId: string | null
}

/**
 * How a ticket's open return stands. `being_bought`: somebody in line holds the seat, so that the ticket can neither be
 * taken back nor used until they have bought it (then it is void and paid back) or have not.
 */
export type ReturnState = { status: 'open' | 'being_bought'; since: Date }
