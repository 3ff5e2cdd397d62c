import type { Stretch } from '../drawing/band'
import { advanceOnPath, lengthBetween, type SeatPath } from '../drawing/path'
import { AISLE_CM, ROW_CM, STRAIGHT_SEAT_CM } from './fit-columns'
import type { Column, StandLine } from './stand-columns'

/** How deep the columns of a stand reach, stretch by stretch: whatever is further back is free. */
export type Skyline = { stretch: Stretch; backCm: number }[]

/** How far rows in front of a neighbour's first row may go: up to `s`, where their rank is below `belowRank`. */
export type Reach = Record<'before' | 'after', { belowRank: number; s: number } | undefined>

export type PlacedColumn = {
  column: Column
  stretch: Stretch
  depthCm: number
  bends: boolean
  reach?: Reach | undefined
}

/** Behind the last row of what is in front: a wall and a passage. */
const PASSAGE_CM = 160

/**
 * Places a line of stacked sections in the nearest gap of the skyline that is wide enough, centred in it, at the depth
 * its row numbers ask for or else as near to the pitch as can be; behind everything where no gap is. Raises the
 * skyline. What is too long for the whole side becomes several lines.
 */
export function stackLine(
  path: SeatPath,
  skyline: Skyline,
  line: StandLine,
  standDepthCm: number,
): PlacedColumn[] {
  const asked = line.keepsRanks ? standDepthCm + firstRank(line.columns) * ROW_CM : null
  const width = line.columns.reduce((sum, column) => sum + columnWidth(column), 0)
  const gap = findGap(path, skyline, width, asked)
  if (gap) return placeLine(path, skyline, line.columns, gap, line.keepsRanks ? standDepthCm : gap.depthCm)
  const back = Math.max(...skyline.map(({ backCm }) => backCm))
  const room = lengthBetween(path, 0, path.length, back + PASSAGE_CM)
  const whole: Gap = { stretch: [0, path.length], depthCm: back + PASSAGE_CM }
  const { head, tail } = takeWhileFits(line.columns, room)
  const placed = placeLine(path, skyline, head, whole, whole.depthCm - firstRank(head) * ROW_CM)
  return tail.length === 0
    ? placed
    : [...placed, ...stackLine(path, skyline, { columns: tail, keepsRanks: false }, standDepthCm)]
}

function firstRank(columns: readonly Column[]): number {
  return columns.reduce((least, { rows }) => Math.min(least, rows[0]?.rank ?? 0), Infinity)
}

function takeWhileFits(columns: Column[], roomCm: number): { head: Column[]; tail: Column[] } {
  let used = 0
  let count = 0
  for (const column of columns) {
    used += columnWidth(column)
    if (used > roomCm) break
    count++
  }
  // A section wider than its whole side goes on alone: `fitFrame` sees to it that none is.
  const at = Math.max(1, count)
  return { head: columns.slice(0, at), tail: columns.slice(at) }
}

type Gap = { stretch: Stretch; depthCm: number }

function findGap(path: SeatPath, skyline: Skyline, width: number, asked: number | null): Gap | null {
  const levels = [...new Set(skyline.map(({ backCm }) => backCm))].sort((a, b) => a - b)
  const depths = asked === null ? levels.map((level) => level + PASSAGE_CM) : [asked]
  for (const depthCm of depths) {
    const runs = findRuns(skyline, depthCm - (asked === null ? PASSAGE_CM : ROW_CM * 0.8))
    const wide = runs.filter(([from, to]) => lengthBetween(path, from, to, depthCm) >= width)
    const middle = path.length / 2
    wide.sort((a, b) => Math.abs(a[0] + a[1] - 2 * middle) - Math.abs(b[0] + b[1] - 2 * middle))
    if (wide[0]) return { stretch: wide[0], depthCm }
  }
  return null
}

/** Neighbouring stretches that end before the depth, joined. */
function findRuns(skyline: Skyline, depthCm: number): Stretch[] {
  const runs: [number, number][] = []
  for (const { stretch, backCm } of skyline) {
    if (backCm > depthCm) continue
    const last = runs.at(-1)
    if (last && Math.abs(last[1] - stretch[0]) < 1) last[1] = stretch[1]
    else runs.push([stretch[0], stretch[1]])
  }
  return runs
}

function placeLine(
  path: SeatPath,
  skyline: Skyline,
  columns: Column[],
  gap: Gap,
  depthCm: number,
): PlacedColumn[] {
  const width = columns.reduce((sum, column) => sum + columnWidth(column), 0)
  const room = lengthBetween(path, gap.stretch[0], gap.stretch[1], gap.depthCm)
  let at = advanceOnPath(path, gap.stretch[0], Math.max(0, room - width) / 2, gap.depthCm)
  const start = at
  const placed = columns.map((column): PlacedColumn => {
    const end = advanceOnPath(path, at, columnWidth(column), gap.depthCm)
    const stretch: Stretch = [at, end]
    at = end
    return { column, stretch, depthCm, bends: false }
  })
  const lastRank = Math.max(...columns.flatMap((column) => column.rows.map((row) => row.rank)))
  raise(skyline, [start, at], depthCm + lastRank * ROW_CM)
  return placed
}

function raise(skyline: Skyline, [from, to]: Stretch, backCm: number): void {
  for (const part of skyline) {
    if (part.stretch[0] < to && part.stretch[1] > from) part.backCm = Math.max(part.backCm, backCm)
  }
}

/** What a stacked section takes of a line, its aisle included. */
export function columnWidth(column: Column): number {
  return column.span * STRAIGHT_SEAT_CM + AISLE_CM
}
