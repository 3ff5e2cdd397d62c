/** What a ticket's code says. No personal data: a photograph of a ticket tells nobody who is going where. */
export type TicketClaims = {
  /** UUID. */
  ticketId: string
  /** UUID. */
  performanceId: string
  /**
   * Which issue of this ticket the code belongs to, from 1. Re-issuing a ticket raises it, so that a door
   * that compares it with the ticket's own serial turns the older print away.
   */
  serial: number
}
