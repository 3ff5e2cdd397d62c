import type { LockedOrder } from '../orders/types'
import type { Sale } from '../sales/types'

/** A ticket is at hand until the evening is over: people come late, and to be let in again. */
const EVENING_MS = 8 * 3_600_000

/** Performances that began before this moment are over. */
export function overSince(now: Date): Date {
  return new Date(now.getTime() - EVENING_MS)
}

/** When a performance that begins then is over. */
export function overAt(startsAt: Date): Date {
  return new Date(startsAt.getTime() + EVENING_MS)
}

/** The seats an order sells, each as the ticket of that id. */
export function toSales(order: LockedOrder, ticketIds: Map<string, string>): Sale[] {
  return order.lines.map(({ id, performanceId, seatIndex, priceAmount }) => ({
    ...{ performanceId, seatIndex, priceAmount },
    ticketId: ticketIds.get(id) ?? '',
  }))
}
