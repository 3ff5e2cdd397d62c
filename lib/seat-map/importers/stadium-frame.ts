import { makePath, type PathPiece, type SeatPath } from '../drawing/path'
import { PITCH_LENGTH_CM, PITCH_WIDTH_CM } from '../drawing/pitch'
import { fitsOnPath, type Tier } from './fit-columns'
import { SIDES, type Side } from './stand-side'

/** The stands of one side, tier behind tier; no tiers where the side is open. */
export type SideTiers = Record<Side, Tier[]>

export type Frame = { lies: 'across' | 'upright'; paths: Record<Side, SeatPath> }

/** Between the touchline and the first row. */
const MARGIN_CM = 850
const SMALLEST_CORNER_CM = 600
const APRON_CM = 320

type Size = { halfX: number; halfY: number; corner: Record<'top' | 'bottom' | 'sides', number> }

/**
 * Finds the smallest frame around the pitch that holds every stand. Stands that bend take the corners: those at the
 * top and bottom the whole corner, or half of it where their neighbours bend as well; other corners stay open.
 * Throws a RangeError where no frame of a believable size does.
 */
export function fitFrame(sides: SideTiers): Frame {
  const bends = (side: Side): boolean => sides[side].some((tier) => tier.bends)
  const lies = pickDirection(sides)
  const [pitchX, pitchY] =
    lies === 'across' ? [PITCH_LENGTH_CM, PITCH_WIDTH_CM] : [PITCH_WIDTH_CM, PITCH_LENGTH_CM]
  const size: Size = {
    halfX: pitchX / 2 + MARGIN_CM,
    halfY: pitchY / 2 + MARGIN_CM,
    corner: { top: SMALLEST_CORNER_CM, bottom: SMALLEST_CORNER_CM, sides: SMALLEST_CORNER_CM },
  }
  for (let step = 0; step < 2_000; step++) {
    const paths = makePaths(size, bends)
    const tight = SIDES.find((side) => sides[side].some((tier) => !fitsOnPath(paths[side], tier)))
    if (tight) grow(size, tight, bends)
    else if (cutsPitch(size, pitchX / 2 + APRON_CM, pitchY / 2 + APRON_CM, bends)) {
      size.halfX *= 1.01
      size.halfY *= 1.01
    } else return { lies, paths }
    if (Math.max(size.halfX, size.halfY) > 30_000) break
  }
  throw new RangeError('no frame is large enough')
}

/** The pitch lies along the straight stands; where all are alike, along the longer ones. */
function pickDirection(sides: SideTiers): 'across' | 'upright' {
  const bendOf = (a: Side, b: Side): boolean => [...sides[a], ...sides[b]].some((tier) => tier.bends)
  const [ends, flanks] = [bendOf('north', 'south'), bendOf('west', 'east')]
  if (ends !== flanks) return ends ? 'upright' : 'across'
  const longest = (a: Side, b: Side): number =>
    Math.max(
      0,
      ...[...sides[a], ...sides[b]].map(({ columns }) => columns.reduce((sum, { span }) => sum + span, 0)),
    )
  return longest('west', 'east') >= longest('north', 'south') ? 'upright' : 'across'
}

function grow(size: Size, side: Side, bends: (side: Side) => boolean): void {
  const upright = side === 'west' || side === 'east'
  const key = cornerKey(side, bends)
  if (bends(side) && size.corner[key] < Math.min(size.halfX, size.halfY) - 1) {
    size.corner[key] = Math.min(size.corner[key] * 1.02, size.halfX, size.halfY)
  } else if (upright) size.halfY *= 1.005
  else size.halfX *= 1.005
}

/** Where flanks bend too, or alone, all four corners share one radius. */
function cornerKey(side: Side, bends: (side: Side) => boolean): keyof Size['corner'] {
  if (bends('west') || bends('east')) return 'sides'
  return side === 'south' ? 'bottom' : 'top'
}

type Corner = { radius: number; ends: number; flanks: number }

/** The corner between an end (north, south) and a flank: its radius, and the angle that each takes of it. */
function cornerOf(size: Size, end: Side, flank: Side, bends: (side: Side) => boolean): Corner {
  const quarter = Math.PI / 2
  if (!bends(end) && !bends(flank)) return { radius: 0, ends: 0, flanks: 0 }
  const radius = size.corner[cornerKey(end, bends)]
  if (bends(end) && bends(flank)) return { radius, ends: quarter / 2, flanks: quarter / 2 }
  return bends(end) ? { radius, ends: quarter, flanks: 0 } : { radius, ends: 0, flanks: quarter }
}

/** One path a side, each travelling clockwise, with the stand behind it. */
function makePaths({ halfX, halfY, corner }: Size, bends: (side: Side) => boolean): Record<Side, SeatPath> {
  const size = { halfX, halfY, corner }
  const corners = {
    northWest: cornerOf(size, 'north', 'west', bends),
    northEast: cornerOf(size, 'north', 'east', bends),
    southEast: cornerOf(size, 'south', 'east', bends),
    southWest: cornerOf(size, 'south', 'west', bends),
  }
  const { northWest, northEast, southEast, southWest } = corners
  const side = (turn: number, half: number, depth: number, first: [Corner, number], last: [Corner, number]) =>
    makeSide(turn, half, depth, { ...first[0], sweep: first[1] }, { ...last[0], sweep: last[1] })
  return {
    north: side(0, halfX, halfY, [northWest, northWest.ends], [northEast, northEast.ends]),
    east: side(1, halfY, halfX, [northEast, northEast.flanks], [southEast, southEast.flanks]),
    south: side(2, halfX, halfY, [southEast, southEast.ends], [southWest, southWest.ends]),
    west: side(3, halfY, halfX, [southWest, southWest.flanks], [northWest, northWest.flanks]),
  }
}

type SideEnd = { radius: number; sweep: number }

/** A side as if it were the north one, then turned clockwise by `turn` quarters. */
function makeSide(turn: number, half: number, depth: number, first: SideEnd, last: SideEnd): SeatPath {
  const quarter = Math.PI / 2
  const angle = turn * quarter
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const place = (x: number, y: number): [number, number] => [x * cos - y * sin, x * sin + y * cos]
  const arc = (x: number, end: SideEnd, from: number): PathPiece => {
    const [cx, cy] = place(x, end.radius - depth)
    return { kind: 'arc', cx, cy, radius: end.radius, from: from + angle, sweep: end.sweep }
  }
  const [start, stop] = [first.radius - half, half - last.radius]
  const [x, y] = place(start, -depth)
  const [dx, dy] = [cos, sin]
  const straight: PathPiece = {
    kind: 'straight',
    x,
    y,
    dx,
    dy,
    nx: dy,
    ny: -dx,
    length: Math.max(0, stop - start),
  }
  return makePath([
    ...(first.sweep > 0 ? [arc(start, first, -quarter - first.sweep)] : []),
    straight,
    ...(last.sweep > 0 ? [arc(stop, last, -quarter)] : []),
  ])
}

/** True where a round corner would cut off a corner of the pitch and its apron. */
function cutsPitch(size: Size, apronX: number, apronY: number, bends: (side: Side) => boolean): boolean {
  return (['north', 'south'] as const).some((end) =>
    (['west', 'east'] as const).some((flank) => {
      const { radius } = cornerOf(size, end, flank, bends)
      const [dx, dy] = [apronX - (size.halfX - radius), apronY - (size.halfY - radius)]
      return dx > 0 && dy > 0 && Math.hypot(dx, dy) > radius
    }),
  )
}
