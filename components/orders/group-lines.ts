import type { SeatGroup } from '@/components/checkout/seat-lines'
import type { OrderLineView } from '@/lib/reservations/orders/types'

/** An order's lines by performance. `words` says each seat as people read it. */
export function groupLines(lines: OrderLineView[], words: Map<OrderLineView, string>): SeatGroup[] {
  return [...Map.groupBy(lines, (line) => line.performanceId)].map(([performanceId, own]) => {
    const { event, venue, startsAt } = own[0] as OrderLineView
    return {
      ...{ performanceId, title: event.title, venue, startsAt },
      seats: own.map((line) => ({
        key: line.seat.label,
        words: words.get(line) ?? line.seat.label,
        ticketType: line.ticketType.name,
        price: line.price,
        ...(line.discount.amount > 0
          ? { was: { ...line.price, amount: line.price.amount + line.discount.amount } }
          : {}),
      })),
    }
  })
}
