import type { Stretch } from '../drawing/band'
import { advanceOnPath, lengthBetween, type SeatPath } from '../drawing/path'
import type { Need } from './column-needs'
import type { Column, StandLine } from './stand-columns'

export const ROW_CM = 85
export const AISLE_CM = 110
/** Straight stands have one seat width, so that equal numbers line up; wedges share out what room a row has. */
export const STRAIGHT_SEAT_CM = 48
export const WEDGE_SEAT_CM = 45
export const WIDEST_SEAT_CM = 52

export type Tier = {
  columns: readonly Column[]
  lines: readonly StandLine[]
  /** Which rows decide the width of each column (`listNeeds`). */
  needs: readonly (readonly Need[])[]
  depthCm: number
  bends: boolean
  /** The side must be at least this long, for the widest of the stacked sections. */
  leastLengthCm: number
}

/**
 * Gives every column a stretch of the front edge, wide enough at each of its rows, one after the other from `start`.
 * Null where the path is too short.
 */
function fitFrom(path: SeatPath, tier: Tier, start: number, scale: number): Stretch[] | null {
  const stretches: Stretch[] = []
  for (let index = 0; index < tier.columns.length; index++) {
    const before = stretches.at(-1)
    const at = before?.[1] ?? start
    // A section that begins further back lends half its stretch to the rows in front: it must be known beforehand.
    const lends = tier.bends && (tier.needs[index] ?? []).some((need) => need.reachesAfter)
    const after = lends ? (fitOne(path, tier, index + 1, at, undefined, 0, scale)?.[1] ?? at) - at : 0
    const stretch = fitOne(path, tier, index, at, before, after / 2, scale)
    if (!stretch) return null
    stretches.push(stretch)
  }
  return stretches
}

function fitOne(
  path: SeatPath,
  tier: Tier,
  index: number,
  at: number,
  before: Stretch | undefined,
  afterCm: number,
  scale: number,
): Stretch | null {
  let end = at
  for (const need of needsOf(tier, index)) {
    const depth = tier.depthCm + need.rank * ROW_CM
    const width = need.span * (tier.bends ? WEDGE_SEAT_CM : STRAIGHT_SEAT_CM) * scale + AISLE_CM
    const from = need.reachesBefore && before ? (before[0] + before[1]) / 2 : at
    if (lengthBetween(path, from, path.length, depth) < width) return null
    end = Math.max(end, advanceOnPath(path, from, width, depth) - (need.reachesAfter ? afterCm : 0))
  }
  return [at, end]
}

/** Straight sections are as wide as their widest row all the way: their seats stand in line. */
function needsOf({ columns, needs, bends }: Tier, index: number): readonly Need[] {
  if (bends) return needs[index] ?? []
  const column = columns[index]
  const rank = column?.rows[0]?.rank ?? 0
  return [{ rank, span: column?.span ?? 0, reachesBefore: false, reachesAfter: false }]
}

/** True where the tier's columns fit on the path side by side. */
export function fitsOnPath(path: SeatPath, tier: Tier): boolean {
  if (lengthBetween(path, 0, path.length, tier.depthCm) < tier.leastLengthCm) return false
  return fitFrom(path, tier, 0, 1) !== null
}

/** How much wider than needed the columns of a roomy stand may become before the stand ends short of the corner. */
const MOST_ROOM = 1.25

/**
 * The stretches of a tier's columns, sharing out spare room among them and centred on the path. The path must be
 * long enough (`fitsOnPath`).
 */
export function fitColumns(path: SeatPath, tier: Tier): Stretch[] {
  let [low, high] = [1, MOST_ROOM]
  for (let step = 0; step < 24; step++) {
    const scale = (low + high) / 2
    if (fitFrom(path, tier, 0, scale)) low = scale
    else high = scale
  }
  let stretches = fitFrom(path, tier, 0, low)
  if (!stretches) throw new RangeError('the stand is longer than its side')
  // Where wedges lie on a bend decides their width: centring takes a few rounds to settle.
  for (let round = 0; round < 8; round++) {
    const used = (stretches.at(-1)?.[1] ?? 0) - (stretches[0]?.[0] ?? 0)
    const centred = fitFrom(path, tier, Math.max(0, (path.length - used) / 2), low)
    if (!centred) break
    stretches = centred
  }
  return stretches
}
