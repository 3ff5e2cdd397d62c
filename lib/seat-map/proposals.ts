import { type BestWish, findBest } from './best'
import type { BlockMap } from './blocks'
import { SEAT_STATE } from './plan'

export const PROPOSAL_COUNT = 3

/**
 * Up to three choices of seats to compare, none sharing a seat: the best; the best in another part of the house, or
 * else in another row; and the best for less money, where there is any, else the next best elsewhere. Each keeps the
 * wish, and is in seat order. Empty where not even the best can be had. `amounts` are prices by category index,
 * undefined where a category is not sold: those seats are never proposed. Nothing given is changed.
 */
export function proposeSeats(
  map: BlockMap,
  states: ArrayLike<number>,
  wish: BestWish,
  amounts: readonly (number | undefined)[],
): number[][] {
  const sold = new Set(amounts.flatMap((amount, at) => (amount === undefined ? [] : [at])))
  const among = wish.among ? new Set([...wish.among].filter((at) => sold.has(at))) : sold
  const own = { ...wish, among }
  const best = findBest(map, states, own)
  if (!best) return []
  const elsewhere = findApart(map, states, own, [best])
  const found = elsewhere ? [best, elsewhere] : [best]
  const limit = Math.min(...best.map((seat) => amounts[map.category[seat] ?? 0] ?? 0))
  const less = new Set([...among].filter((at) => (amounts[at] ?? limit) < limit))
  const cheaper = less.size > 0 ? findApart(map, states, { ...own, among: less }, found) : null
  const third = cheaper ?? findApart(map, states, own, found)
  return third ? [...found, third] : found
}

/** The best in other sections than those found, else in other rows. */
function findApart(
  map: BlockMap,
  states: ArrayLike<number>,
  wish: BestWish,
  found: readonly number[][],
): number[] | null {
  const rows = new Set(found.flat().map((seat) => map.rowOf[seat]))
  const sections = new Set([...rows].map((row) => map.rows[row ?? 0]?.sectionIndex))
  const bySection = without(map, states, (row) => sections.has(map.rows[row]?.sectionIndex))
  return (
    findBest(map, bySection, wish) ??
    findBest(
      map,
      without(map, states, (row) => rows.has(row)),
      wish,
    )
  )
}

function without(map: BlockMap, states: ArrayLike<number>, isOut: (row: number) => boolean): Uint8Array {
  const left = Uint8Array.from(states)
  for (const { index, firstSeat, seatCount } of map.rows) {
    if (isOut(index)) left.fill(SEAT_STATE.held, firstSeat, firstSeat + seatCount)
  }
  return left
}
