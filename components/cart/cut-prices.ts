import type { Money } from '@/lib/platform/money'
import type { DiscountView } from '@/lib/reservations/promos/types'
import type { CartHold, HeldSeat } from '@/lib/reservations/types'

/** A seat at what it costs now; `was`: without what comes off. */
export type CutSeat = HeldSeat & { was?: Money }
export type CutHold = Omit<CartHold, 'seats'> & { seats: CutSeat[] }

/** Seats held, at what is left of their prices. */
export function cutPrices(holds: CartHold[], discounts: readonly Pick<DiscountView, 'off'>[]): CutHold[] {
  const off: Record<string, number> = Object.assign({}, ...discounts.map((discount) => discount.off))
  return holds.map(({ seats, ...hold }) => ({
    ...hold,
    seats: seats.map((seat) => cutPrice(seat, off[`${hold.performanceId}/${seat.label}`] ?? 0)),
  }))
}

function cutPrice(seat: HeldSeat, offAmount: number): CutSeat {
  // What was worked out for another price is not believed below nothing.
  const amount = Math.max(0, seat.price.amount - offAmount)
  return offAmount > 0 ? { ...seat, price: { ...seat.price, amount }, was: seat.price } : seat
}
