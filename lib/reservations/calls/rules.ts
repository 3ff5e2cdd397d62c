import { findBest } from '@/lib/seat-map/best'
import type { BlockMap } from '@/lib/seat-map/blocks'
import { SEAT_STATE } from '@/lib/seat-map/plan'
import { takesOf } from '../waiting-list/rules'
import type { Call, InLine, Supplied } from './types'

/**
 * Whom to call with which seats: in the order of the line, each whom what is left of their category suffices; who needs
 * more than there is does not hold up the others. Seats that are nobody's go before returned tickets, and of those the
 * oldest first, as far as seats together allow.
 */
export function planCalls(map: BlockMap, line: InLine[], supply: Supplied[]): Call[] {
  const left = Map.groupBy(supply.toSorted(byTurn), ({ category }) => category)
  const calls: Call[] = []
  for (const entry of line) {
    const seats = left.get(entry.category) ?? []
    const size = takesOf(entry, seats.length)
    if (size === 0) continue
    const seatIndexes = pickSeats(
      map,
      seats.map(({ seatIndex }) => seatIndex),
      size,
    )
    left.set(
      entry.category,
      seats.filter(({ seatIndex }) => !seatIndexes.includes(seatIndex)),
    )
    calls.push({ entryId: entry.id, seatIndexes })
  }
  return calls
}

function byTurn(one: Supplied, other: Supplied): number {
  const first = one.returnedAt?.getTime() ?? 0
  const second = other.returnedAt?.getTime() ?? 0
  return first - second || one.seatIndex - other.seatIndex
}

/**
 * As many seats together, of as few of the first in turn as make that possible; where none are together, the first.
 * A block among the first few is one among more, so that the fewest are found by halving.
 */
function pickSeats(map: BlockMap, inTurn: number[], size: number): number[] {
  const together = (count: number) => findTogether(map, inTurn.slice(0, count), size)
  let best = size > 1 ? together(inTurn.length) : null
  if (!best) return inTurn.slice(0, size).sort((a, b) => a - b)
  for (let low = size, high = inTurn.length; low < high; ) {
    const middle = Math.floor((low + high) / 2)
    const found = together(middle)
    if (found) [best, high] = [found, middle]
    else low = middle + 1
  }
  return best
}

function findTogether(map: BlockMap, seats: number[], size: number): number[] | null {
  const states = new Uint8Array(map.seatCount).fill(SEAT_STATE.sold)
  for (const seat of seats) states[seat] = SEAT_STATE.free
  return findBest(map, states, { quantity: size })
}
