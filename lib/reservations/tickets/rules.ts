import type { LockedOrder } from '../orders/types'
import type { Sale } from '../sales/types'

/** The seats an order sells, each as the ticket of that id. */
export function toSales(order: LockedOrder, ticketIds: Map<string, string>): Sale[] {
  return order.lines.map(({ id, performanceId, seatIndex, priceAmount }) => ({
    ...{ performanceId, seatIndex, priceAmount },
    ticketId: ticketIds.get(id) ?? '',
  }))
}
