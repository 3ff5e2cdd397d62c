import { ACCESSIBLE, type BlockMap, countStranded, findBlock, joinSeats } from './blocks'
import { SEAT_FLAG, SEAT_STATE } from './plan'

export type BestWish = {
  /** Seats wanted, at least 1. */
  quantity: number
  /** Only this category; left out: any, though one block never mixes two. */
  categoryIndex?: number | undefined
  /** Only these categories, by index; left out: any. */
  among?: ReadonlySet<number> | undefined
  /** Categories from best to worst, e.g. by price; those left out come after. Without it, nearness decides alone. */
  categoryOrder?: readonly number[] | undefined
  /** The block must have a wheelchair space; otherwise those and companions' seats are kept for who needs them. */
  accessible?: boolean | undefined
  /** Where no block is large enough, several blocks near each other. */
  allowSplit?: boolean | undefined
}

/** Costs are centimetres; each of these outweighs any distance (at most 93,000 cm, counted less than twice). */
const RESTRICTED_COST = 200_000
const STRANDED_COST = 1_000_000
const SPARE_SPACE_COST = 4_000_000
const CATEGORY_COST = 100_000_000
/** How much a seat's distance from the middle of its row counts beside that from the focus. */
const OFF_CENTER_WEIGHT = 0.6

/**
 * The best free seats together, as indices in seat order: best category, then a place that strands no single seat,
 * then a full view, then near the focus and the middle of the row. Null where no block is large enough (or, with
 * `allowSplit`, not enough seats are left). `states` has one SeatState a seat; nothing is changed.
 */
export function findBest(map: BlockMap, states: ArrayLike<number>, wish: BestWish): number[] | null {
  const { quantity } = wish
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > map.seatCount) return null
  const together = findOne(map, states, wish, quantity, wish.accessible ?? false)
  if (together || !wish.allowSplit || quantity < 2) return together
  return splitBest(map, states, wish)
}

/**
 * The free block of as many seats as `wanted` that is nearest to their middle, of their category if there is one, else
 * of another (or of another of `among`). May keep those of them that are free. It has as many wheelchair places as they
 * have, and none where they have none. Empty where no such block is left.
 */
export function nearestBlock(
  map: BlockMap,
  states: ArrayLike<number>,
  wanted: readonly number[],
  among?: ReadonlySet<number>,
): number[] {
  const known = wanted.filter((seat) => Number.isInteger(seat) && seat >= 0 && seat < map.seatCount)
  if (known.length === 0) return []
  const middle = middleOf(map, known)
  const category = commonest(known.map((seat) => map.category[seat] ?? 0))
  const accessible = known.some((seat) => isAccessible(map, seat))
  const spaces = known.filter((seat) => isSpace(map, seat)).length
  const joined = joinSeats(map)
  const block = findBlock(map, states, {
    size: known.length,
    allows: (seat) =>
      (accessible || !isAccessible(map, seat)) && (!among || among.has(map.category[seat] ?? 0)),
    costOf: (first, last, limit) => {
      const away = map.category[first] === category ? 0 : CATEGORY_COST
      const cost = away + distanceTo(map, first, last, middle[0], middle[1])
      if (cost >= limit) return Infinity
      const further = spaces > 0 ? countSpaces(map, first, last) - spaces : 0
      if (further < 0) return Infinity
      // Nearness counts most here: a stranded seat weighs as much as two rows.
      return cost + further * SPARE_SPACE_COST + countStranded(map, states, joined, first, last) * 200
    },
  })
  return block?.seats ?? []
}

function findOne(
  map: BlockMap,
  states: ArrayLike<number>,
  wish: BestWish,
  size: number,
  accessible: boolean,
  near: [number, number] = map.focus,
): number[] | null {
  const joined = joinSeats(map)
  const middles = middlesOfRows(map)
  const rankOf = rankCategories(wish, map.categories.length)
  const block = findBlock(map, states, {
    size,
    allows: (seat) =>
      (wish.categoryIndex === undefined || map.category[seat] === wish.categoryIndex) &&
      (!wish.among || wish.among.has(map.category[seat] ?? 0)) &&
      (accessible || !isAccessible(map, seat)),
    costOf: (first, last, limit) => {
      let cost = (rankOf[map.category[first] ?? 0] ?? 0) * CATEGORY_COST
      cost += distanceTo(map, first, last, near[0], near[1])
      if (cost >= limit) return Infinity
      const row = map.rowOf[first] ?? 0
      cost += distanceTo(map, first, last, middles.x[row] ?? 0, middles.y[row] ?? 0) * OFF_CENTER_WEIGHT
      cost += countStranded(map, states, joined, first, last) * STRANDED_COST
      if (hasFlag(map, first, last, SEAT_FLAG.restrictedView)) cost += RESTRICTED_COST
      return accessible ? cost + costOfSpaces(map, first, last) : cost
    },
  })
  return block?.seats ?? null
}

/** The place of each category in the order asked for; those left out share the last. */
function rankCategories({ categoryOrder }: BestWish, count: number): Float64Array {
  const ranks = new Float64Array(count).fill(categoryOrder?.length ?? 0)
  for (const [rank, category] of (categoryOrder ?? []).entries()) ranks[category] = rank
  return ranks
}

/** One wheelchair space is what was asked for; every further one in the block is taken from somebody else. */
function costOfSpaces(map: BlockMap, first: number, last: number): number {
  const spaces = countSpaces(map, first, last)
  return spaces === 0 ? Infinity : (spaces - 1) * SPARE_SPACE_COST
}

function countSpaces(map: BlockMap, first: number, last: number): number {
  let spaces = 0
  for (let seat = first; seat <= last; seat++) if (isSpace(map, seat)) spaces++
  return spaces
}

/** Two blocks as even as can be, else ever smaller ones, each as near to the first as it can be. */
function splitBest(map: BlockMap, states: ArrayLike<number>, wish: BestWish): number[] | null {
  for (let larger = Math.ceil(wish.quantity / 2); larger <= wish.quantity - 2; larger++) {
    const seats = takeBlocks(map, states, wish, [larger, wish.quantity - larger])
    if (seats) return seats
  }
  const taken = Uint8Array.from(states)
  const seats: number[] = []
  let size = wish.quantity - 1
  while (seats.length < wish.quantity && size > 0) {
    const asksSpace = (wish.accessible ?? false) && seats.length === 0
    const near = seats.length > 0 ? middleOf(map, seats) : map.focus
    const block = findOne(map, taken, wish, size, asksSpace, near)
    if (block) {
      for (const seat of block) taken[seat] = SEAT_STATE.held
      seats.push(...block)
    } else size--
    size = Math.min(size, wish.quantity - seats.length)
  }
  return seats.length === wish.quantity ? seats.sort((a, b) => a - b) : null
}

function takeBlocks(
  map: BlockMap,
  states: ArrayLike<number>,
  wish: BestWish,
  sizes: readonly number[],
): number[] | null {
  const taken = Uint8Array.from(states)
  const seats: number[] = []
  for (const [index, size] of sizes.entries()) {
    const near = index > 0 ? middleOf(map, seats) : map.focus
    const block = findOne(map, taken, wish, size, (wish.accessible ?? false) && index === 0, near)
    if (!block) return null
    for (const seat of block) taken[seat] = SEAT_STATE.held
    seats.push(...block)
  }
  return seats.sort((a, b) => a - b)
}

function isSpace(map: BlockMap, seat: number): boolean {
  return ((map.flags[seat] ?? 0) & SEAT_FLAG.wheelchair) !== 0
}

function isAccessible(map: BlockMap, seat: number): boolean {
  return ((map.flags[seat] ?? 0) & ACCESSIBLE) !== 0
}

function hasFlag(map: BlockMap, first: number, last: number, flag: number): boolean {
  for (let seat = first; seat <= last; seat++) if (((map.flags[seat] ?? 0) & flag) !== 0) return true
  return false
}

/** From the middle of a block to a point. */
function distanceTo(map: BlockMap, first: number, last: number, x: number, y: number): number {
  const dx = ((map.x[first] ?? 0) + (map.x[last] ?? 0)) / 2 - x
  const dy = ((map.y[first] ?? 0) + (map.y[last] ?? 0)) / 2 - y
  return Math.sqrt(dx * dx + dy * dy)
}

function middleOf(map: BlockMap, seats: readonly number[]): [number, number] {
  const sum = (column: ArrayLike<number>): number =>
    seats.reduce((total, seat) => total + (column[seat] ?? 0), 0)
  return [sum(map.x) / seats.length, sum(map.y) / seats.length]
}

function middlesOfRows(map: BlockMap): { x: Float64Array; y: Float64Array } {
  const [x, y] = [new Float64Array(map.rows.length), new Float64Array(map.rows.length)]
  for (const [index, { firstSeat, seatCount }] of map.rows.entries()) {
    const last = firstSeat + seatCount - 1
    x[index] = ((map.x[firstSeat] ?? 0) + (map.x[last] ?? 0)) / 2
    y[index] = ((map.y[firstSeat] ?? 0) + (map.y[last] ?? 0)) / 2
  }
  return { x, y }
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}
