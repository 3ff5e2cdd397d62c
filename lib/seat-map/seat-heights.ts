import type { MapRow, MapSection, SeatMap } from './decode-plan'
import { boxesTouch, boxOf, isInside } from './outline'

/**
 * A plan has no heights, so they are reckoned as a house is built: rows rise behind each other, and a section behind
 * another one begins where that one ends, a storey higher where it is another part of the house. Centimetres above
 * the ground before the stage.
 */
export type Slope = {
  /** Ground of the first row. */
  baseCm: number
  /** Rise by depth. */
  rake: number
  frontRow: MapRow
  /** From the first row to the last. */
  depthCm: number
}

/** By the name of the section or its zone: where the plan does not show what it stands on. */
const RAISED = /balcon|gallery|circle|mezzanine|upper|tier|level|\bbox|loge/i
const RAKES = { flat: 0, stalls: 0.12, stand: 0.36, raised: 0.5 }
const STOREY_CM = 320
const STEP_CM = 60
/** A stand's first row beside a pitch. */
const STAND_BASE_CM = 120

const slopesOf = new WeakMap<SeatMap, (Slope | undefined)[]>()

/** How a section lies. Worked out once a section, with those in front of it. */
export function slopeOf(map: SeatMap, sectionIndex: number): Slope {
  const known = slopesOf.get(map) ?? []
  slopesOf.set(map, known)
  const slope = known[sectionIndex] ?? reckonSlope(map, map.sections[sectionIndex] as MapSection)
  known[sectionIndex] = slope
  return slope
}

/** The ground's height at a place of a section. */
export function groundAt(map: SeatMap, sectionIndex: number, x: number, y: number): number {
  const { baseCm, rake, frontRow } = slopeOf(map, sectionIndex)
  return rake === 0 ? baseCm : baseCm + rake * distanceToRow(map, frontRow, x, y)
}

/** True where the action is on the ground, with stands around it. */
export function hasPitch(map: SeatMap): boolean {
  return map.decor.some(({ kind }) => kind === 'pitch')
}

function reckonSlope(map: SeatMap, section: MapSection): Slope {
  const frontRow = frontRowOf(map, section)
  const backRow = frontRow === section.rows[0] ? section.rows.at(-1) : section.rows[0]
  const last = (backRow?.firstSeat ?? 0) + ((backRow?.seatCount ?? 0) >> 1)
  const depthCm = distanceToRow(map, frontRow, map.x[last] ?? 0, map.y[last] ?? 0)
  const before = sectionsBefore(map, section, frontRow)
  const isFlat = section.kind !== 'seated'
  let baseCm = before.length > 0 || isFlat ? 0 : hasPitch(map) ? STAND_BASE_CM : 0
  if (before.length === 0 && isRaised(section)) baseCm = Math.max(baseCm, STOREY_CM)
  for (const other of before) {
    const { baseCm: base, rake, depthCm: depth } = slopeOf(map, other.index)
    baseCm = Math.max(baseCm, base + rake * depth + stepBetween(other, section))
  }
  const rake = isFlat ? RAKES.flat : isRaised(section) ? RAKES.raised : groundRake(map)
  return { baseCm, rake, frontRow, depthCm }
}

function groundRake(map: SeatMap): number {
  return hasPitch(map) ? RAKES.stand : RAKES.stalls
}

function stepBetween(front: MapSection, behind: MapSection): number {
  if (front.zone === behind.zone && isRaised(front) === isRaised(behind)) return 0
  return isRaised(behind) ? STOREY_CM : STEP_CM
}

function isRaised({ name, zone }: MapSection): boolean {
  return /lower/i.test(zone) ? false : RAISED.test(zone) || RAISED.test(name)
}

/** Sections that the section looks over: on the way from some of its seats to what it looks at, and nearer to it. */
function sectionsBefore(map: SeatMap, section: MapSection, frontRow: MapRow): MapSection[] {
  const nearCm = distanceOfRow(map, frontRow)
  const ways = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const seat = frontRow.firstSeat + Math.round(share * (frontRow.seatCount - 1))
    return [map.x[seat] ?? 0, map.y[seat] ?? 0] as const
  })
  return map.sections.filter(
    (other) =>
      other.index !== section.index &&
      distanceOfRow(map, frontRowOf(map, other)) < nearCm &&
      ways.some(([x, y]) => crosses(other.outline, map.focus, x, y)),
  )
}

function frontRowOf(map: SeatMap, { rows }: MapSection): MapRow {
  const [first, last] = [rows[0] as MapRow, rows.at(-1) as MapRow]
  return distanceOfRow(map, last) < distanceOfRow(map, first) ? last : first
}

/** From the middle of a row to what the house looks at. */
function distanceOfRow({ x, y, focus }: SeatMap, { firstSeat, seatCount }: MapRow): number {
  const middle = firstSeat + (seatCount >> 1)
  return Math.hypot((x[middle] ?? 0) - focus[0], (y[middle] ?? 0) - focus[1])
}

function distanceToRow(map: SeatMap, { firstSeat, seatCount }: MapRow, x: number, y: number): number {
  let nearest = Infinity
  for (let seat = firstSeat; seat < firstSeat + seatCount; seat++) {
    nearest = Math.min(nearest, Math.hypot((map.x[seat] ?? 0) - x, (map.y[seat] ?? 0) - y))
  }
  return nearest
}

/** How densely a line is looked at: a section is metres wide. */
const STEPS = 24

/** True where the line from the focus to a place passes over the outline. */
function crosses(
  outline: ArrayLike<number>,
  [fromX, fromY]: readonly [number, number],
  x: number,
  y: number,
) {
  if (!boxesTouch(boxOf(outline), boxOf([fromX, fromY, x, y]))) return false
  for (let step = 1; step < STEPS; step++) {
    const share = step / STEPS
    if (isInside(outline, fromX + (x - fromX) * share, fromY + (y - fromY) * share)) return true
  }
  return false
}
