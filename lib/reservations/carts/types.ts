/** A held seat with the words around it, as the database joins them. Amounts are minor units of `currency`. */
export type HeldSeatRow = {
  performanceId: string
  firstHeldAt: Date
  expiresAt: Date
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
