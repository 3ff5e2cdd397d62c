import type { OrderView } from '@/lib/reservations/orders/types'
import type { CartOffer } from '@/lib/reservations/types'
import { describeSeats } from './describe-seats'

/** A seat that was wanted and what is held for it; seats are in words. */
export type Swap = {
  wanted: string
  /** `same`: it is free again, and the fan's to keep. `gone`: somebody else has it. `apart`: free, but not beside the rest. */
  kind: 'same' | 'gone' | 'apart'
  instead: { words: string; price: { amount: number; currency: string } }
}

/** Seat by seat: what a cart is offered at a performance for the seats that an order wanted there. */
export async function swapSeats(order: Pick<OrderView, 'lines'>, offer: CartOffer): Promise<Swap[]> {
  const { performanceId } = offer
  const lines = order.lines.filter((line) => line.performanceId === performanceId)
  const offered = offer.seats.map((seat) => ({ performanceId, seat }))
  const words = await describeSeats([...lines, ...offered])
  const wantedLabels = new Set(lines.map((line) => line.seat.label))
  const gone = new Set(offer.lost.map(({ label }) => label))
  const others = offered.filter(({ seat }) => !wantedLabels.has(seat.label))
  return lines.flatMap((line): Swap[] => {
    const { label } = line.seat
    const same = offered.find(({ seat }) => seat.label === label)
    const instead = same ?? others.shift()
    if (!instead) return []
    return [
      {
        wanted: words.get(line) ?? label,
        kind: same ? 'same' : gone.has(label) ? 'gone' : 'apart',
        instead: { words: words.get(instead) ?? instead.seat.label, price: instead.seat.price },
      },
    ]
  })
}
