import type { Random } from '@/lib/events/posters/random'
import type { MapRow, SeatMap } from '@/lib/seat-map/decode-plan'
import { SEAT_FLAG } from '@/lib/seat-map/plan'

/** Seat indexes bought together, one list an order. */
export type Party = number[]

/** How many people come together, by weight: most come in twos. */
const PARTY_SIZES = [1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 4, 4, 4, 5, 6]
/** How much luck outweighs the view when a row is chosen, in shares of the house. */
const LUCK = 0.22
/** How soft the edge is between full rows and empty ones, in shares of the house. */
const EDGE = 0.09

/**
 * Which seats of a map are sold when about `share` of them are, and together with whom: as houses really fill, from
 * the best rows and the middle of each, in twos and fours with a seat left between strangers, and not evenly. A share
 * of 1 sells every seat that is not in `blocked`.
 */
export function chooseSold(
  map: SeatMap,
  share: number,
  blocked: ReadonlySet<number>,
  random: Random,
): Party[] {
  if (share <= 0) return []
  const rows = rankRows(map, random)
  const middle = findEdge(rows, share, map.seatCount)
  const plans = rows.map(({ row, rank }): RowPlan => {
    const seats = Array.from({ length: row.seatCount }, (_, at) => row.firstSeat + at).filter(
      (seat) => !blocked.has(seat) && (share >= 1 || !isKeptForFewer(map, seat, random)),
    )
    const fill = fillAt(rank, middle) * random.between(0.8, 1.15)
    return { seats, count: Math.min(seats.length, Math.round(seats.length * fill)) }
  })
  evenOut(plans, Math.round(share * (map.seatCount - blocked.size)))
  return plans.flatMap(({ seats, count }) => fillRow(seats, count, random))
}

type RowPlan = { seats: number[]; count: number }

/** Sells some more, best rows first, or some less, worst rows first, until the house has sold `target` seats. */
function evenOut(plans: RowPlan[], target: number): void {
  let missing = target - plans.reduce((sum, { count }) => sum + count, 0)
  for (const plan of missing > 0 ? plans : plans.toReversed()) {
    const before = plan.count
    plan.count = Math.min(plan.seats.length, Math.max(0, before + missing))
    missing -= plan.count - before
  }
}

/** A few pairs of seats that the house keeps back, near the front and in the middle, where houses keep them. */
export function chooseBlocked(map: SeatMap, random: Random): number[] {
  const pairs = Math.min(12, Math.max(1, Math.round(map.seatCount / 600)))
  const rows = rankRows(map, random).filter(({ row }) => row.seatCount >= 6)
  return rows.slice(0, pairs * 3).flatMap(({ row }, at) => {
    if (at % 3 !== 1) return []
    const first = row.firstSeat + (random.chance(0.5) ? 0 : row.seatCount - 2)
    return [first, first + 1].filter((seat) => !map.flags[seat])
  })
}

type RankedRow = { row: MapRow; rank: number }

/** Rows from the most to the least wanted; `rank` is the share of the house's rows that is wanted more. */
function rankRows(map: SeatMap, random: Random): RankedRow[] {
  const reach = Math.hypot(map.width, map.height)
  const tastes = map.sections.map(() => random.between(-LUCK, LUCK) / 2)
  const scored = map.rows.map((row) => {
    const middle = row.firstSeat + (row.seatCount >> 1)
    const distance = Math.hypot((map.x[middle] ?? 0) - map.focus[0], (map.y[middle] ?? 0) - map.focus[1])
    const luck = random.between(-LUCK, LUCK) / 2 + (tastes[row.sectionIndex] ?? 0)
    return { row, score: distance / reach + luck }
  })
  scored.sort((a, b) => a.score - b.score)
  return scored.map(({ row }, at) => ({ row, rank: (at + 0.5) / scored.length }))
}

/** How full a row of this rank is, 0…1. */
function fillAt(rank: number, middle: number): number {
  return 1 / (1 + Math.exp((rank - middle) / EDGE))
}

/** Where the edge between full and empty has to be for `share` of the seats to be sold. */
function findEdge(rows: readonly RankedRow[], share: number, seatCount: number): number {
  let [low, high] = [-1, 2]
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2
    const sold = rows.reduce((sum, { row, rank }) => sum + row.seatCount * fillAt(rank, middle), 0)
    if (sold < share * seatCount) low = middle
    else high = middle
  }
  return high
}

/** Wheelchair and companion places go to those who need them, which takes longer. */
function isKeptForFewer(map: SeatMap, seat: number, random: Random): boolean {
  const special = SEAT_FLAG.wheelchair | SEAT_FLAG.companion
  return ((map.flags[seat] ?? 0) & special) !== 0 && random.chance(0.75)
}

/** Parties on `count` of a row's seats, from around its middle outwards, now and then with a seat between them. */
function fillRow(seats: readonly number[], count: number, random: Random): Party[] {
  const parties: Party[] = []
  const start = Math.round(seats.length * random.between(0.35, 0.65))
  let [left, right, toSell, spare] = [start, start, count, seats.length - count]
  while (toSell > 0) {
    const room = random.chance(0.5) ? 'left' : 'right'
    const free = room === 'left' ? left : seats.length - right
    if (free === 0 && left + seats.length - right === 0) break
    const size = Math.min(random.pick(PARTY_SIZES), free, toSell)
    const gap = spare > 0 && random.chance(0.3) && free > size ? 1 : 0
    if (size === 0) continue
    if (room === 'left') {
      parties.push(seats.slice(left - size, left))
      left -= size + gap
    } else {
      parties.push(seats.slice(right, right + size))
      right += size + gap
    }
    toSell -= size
    spare -= gap
  }
  return parties
}
