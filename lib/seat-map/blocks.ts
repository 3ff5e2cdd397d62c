import type { SeatMap } from './decode-plan'
import { SEAT_FLAG, SEAT_STATE } from './plan'

/** What choosing seats needs of a map. */
export type BlockMap = Pick<
  SeatMap,
  'seatCount' | 'x' | 'y' | 'category' | 'flags' | 'focus' | 'categories' | 'sections' | 'rows' | 'rowOf'
>

export type BlockSearch = {
  size: number
  /** Whether this free seat may be part of the block. */
  allows: (seat: number) => boolean
  /**
   * Of a block from `first` to `last`; the least wins, Infinity refuses it. May answer Infinity as soon as the cost is
   * sure to reach `limit`: that is what keeps a stadium fast.
   */
  costOf: (first: number, last: number, limit: number) => number
}

export type Block = { seats: number[]; cost: number }

/** Seats further apart than this many times their row's pitch have an aisle between them. */
const AISLE_RATIO = 1.6

export const ACCESSIBLE = SEAT_FLAG.wheelchair | SEAT_FLAG.companion

const joinedOf = new WeakMap<BlockMap, Uint8Array>()

/** 1 for every seat whose successor sits right beside it: same row, no aisle between; always so at one table. */
export function joinSeats(map: BlockMap): Uint8Array {
  const known = joinedOf.get(map)
  if (known) return known
  const joined = new Uint8Array(map.seatCount)
  for (const row of map.rows) {
    const end = row.firstSeat + row.seatCount - 1
    const tables = map.sections[row.sectionIndex]?.kind === 'tables'
    let pitch = Infinity
    for (let seat = row.firstSeat; seat < end; seat++)
      pitch = Math.min(pitch, gapAfter(map, seat) || Infinity)
    for (let seat = row.firstSeat; seat < end; seat++) {
      if (tables || gapAfter(map, seat) <= pitch * AISLE_RATIO) joined[seat] = 1
    }
  }
  joinedOf.set(map, joined)
  return joined
}

/**
 * The cheapest free block of `size` seats: side by side in one row and of one category, or any places of a standing
 * area. Null where there is none. Visits every seat once.
 */
export function findBlock(map: BlockMap, states: ArrayLike<number>, search: BlockSearch): Block | null {
  const joined = joinSeats(map)
  let best: { first: number; cost: number } | null = null
  let standing: Block | null = null
  for (const row of map.rows) {
    if (map.sections[row.sectionIndex]?.kind === 'standing') {
      const block = takePlaces(states, row.firstSeat, row.firstSeat + row.seatCount, search)
      if (block && block.cost < (standing?.cost ?? Infinity)) standing = block
      continue
    }
    let run = 0
    for (let seat = row.firstSeat; seat < row.firstSeat + row.seatCount; seat++) {
      if (states[seat] !== SEAT_STATE.free || !search.allows(seat)) {
        run = 0
        continue
      }
      const goesOn = run > 0 && joined[seat - 1] === 1 && map.category[seat] === map.category[seat - 1]
      run = goesOn ? run + 1 : 1
      if (run < search.size) continue
      const cost = search.costOf(seat - search.size + 1, seat, best?.cost ?? Infinity)
      if (cost < (best?.cost ?? Infinity)) best = { first: seat - search.size + 1, cost }
    }
  }
  if (standing && standing.cost < (best?.cost ?? Infinity)) return standing
  if (!best) return null
  const { first, cost } = best
  return { seats: Array.from({ length: search.size }, (_, index) => first + index), cost }
}

/** How many seats the block would leave free with no free seat beside them. */
export function countStranded(
  map: BlockMap,
  states: ArrayLike<number>,
  joined: Uint8Array,
  first: number,
  last: number,
): number {
  const isFree = (seat: number): boolean => states[seat] === SEAT_STATE.free
  const counts = (seat: number): boolean => isFree(seat) && ((map.flags[seat] ?? 0) & ACCESSIBLE) === 0
  const left = first > 0 && joined[first - 1] === 1 && counts(first - 1)
  const right = joined[last] === 1 && counts(last + 1)
  const leftAlone = left && !(first > 1 && joined[first - 2] === 1 && isFree(first - 2))
  const rightAlone = right && !(joined[last + 1] === 1 && isFree(last + 2))
  return Number(leftAlone) + Number(rightAlone)
}

function takePlaces(
  states: ArrayLike<number>,
  from: number,
  to: number,
  { size, allows, costOf }: BlockSearch,
): Block | null {
  const seats: number[] = []
  for (let seat = from; seat < to && seats.length < size; seat++) {
    if (states[seat] === SEAT_STATE.free && allows(seat)) seats.push(seat)
  }
  const [first, last] = [seats[0], seats.at(-1)]
  if (seats.length < size || first === undefined || last === undefined) return null
  const cost = costOf(first, last, Infinity)
  return cost < Infinity ? { seats, cost } : null
}

function gapAfter(map: BlockMap, seat: number): number {
  return Math.hypot((map.x[seat + 1] ?? 0) - (map.x[seat] ?? 0), (map.y[seat + 1] ?? 0) - (map.y[seat] ?? 0))
}
