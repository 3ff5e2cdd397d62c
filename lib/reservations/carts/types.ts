/** A held seat with the words around it, as the database joins them. Amounts are minor units of `currency`. */
export type HeldSeatRow = {
  performanceId: string
  firstHeldAt: Date
  /** Of the hold, or of the offer. */
  expiresAt: Date
  /** Null for a seat that is held; an offered one is not the fan's until they keep it. */
  offerId: string | null
  /** What is offered stands for these seats. */
  lostIndexes: number[]
  /** The fan asked for more time before. */
  isExtended: boolean
  startsAt: Date
  seatMapId: string
  currency: string
  eventSlug: string
  eventTitle: string
  venueName: string
  venueCity: string
  timezone: string
  seatIndex: number
  label: string
  section: string
  row: string
  number: string
  categoryIndex: number
  ticketTypeId: string
  ticketTypeName: string
  /** As fixed when the seat was held. */
  priceAmount: number
  /** As the organizer asks now. */
  currentAmount: number
}
