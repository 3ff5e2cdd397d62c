import type { Stretch } from '../drawing/band'
import { advanceOnPath, lengthBetween, pointOnPath, type SeatPath } from '../drawing/path'
import type { DraftRow, DraftSection } from '../plan'
import { AISLE_CM, ROW_CM, STRAIGHT_SEAT_CM, WEDGE_SEAT_CM, WIDEST_SEAT_CM } from './fit-columns'
import type { PlacedColumn } from './stack-lines'

/** Rows that differ by no more seats than this keep their first seat in line. */
const SAME_LINE = 3
const OUTLINE_STEP_CM = 250

/** Draws a placed section: its seats in their slots, its outline as the wedge it was given. */
export function drawColumn(
  path: SeatPath,
  placed: PlacedColumn,
  name: string,
  zone: string,
  category: number,
): DraftSection {
  const offsets = placed.bends ? null : alignRows(placed)
  const rows = placed.column.rows.map((row, index): DraftRow => {
    const depth = placed.depthCm + row.rank * ROW_CM
    const [from, to] = stretchRow(path, placed, row)
    const length = lengthBetween(path, from, to, depth)
    const pitch = offsets ? STRAIGHT_SEAT_CM : Math.min(WIDEST_SEAT_CM, (length - AISLE_CM) / row.span)
    const used = (offsets ? placed.column.span : row.span) * pitch
    const first = (length - used) / 2 + ((offsets?.[index] ?? 0) + 0.5) * pitch
    const seats = row.seats.map(({ number, slot }) => {
      const s = advanceOnPath(path, from, first + slot * pitch, depth)
      const { x, y } = pointOnPath(path, s, depth)
      return { number, x, y, category }
    })
    return { name: row.name, seats }
  })
  return { name, zone, kind: 'seated', ...outlineColumn(path, placed), rows }
}

/** Whole slots that each row is moved by: in line with the row before it while lengths are alike, else centred. */
function alignRows({ column }: PlacedColumn): number[] {
  const offsets: number[] = []
  for (const [index, row] of column.rows.entries()) {
    const before = column.rows[index - 1]
    const kept = offsets[index - 1]
    const alike = before && Math.abs(row.span - before.span) <= SAME_LINE
    const fits = kept !== undefined && kept + row.span <= column.span
    offsets.push(alike && fits ? kept : Math.floor((column.span - row.span) / 2))
  }
  return offsets
}

/** The stretch of one row: its section's, and where that is too short, what a neighbour further back leaves free. */
function stretchRow(
  path: SeatPath,
  placed: PlacedColumn,
  { rank, span }: { rank: number; span: number },
): Stretch {
  const [from, to] = placed.stretch
  const depth = placed.depthCm + rank * ROW_CM
  const missing = span * WEDGE_SEAT_CM + AISLE_CM - lengthBetween(path, from, to, depth)
  if (!placed.bends || missing <= 0) return placed.stretch
  const side = (reach: { belowRank: number; s: number } | undefined, edge: number): number =>
    reach && rank < reach.belowRank ? reach.s : edge
  const [least, most] = [side(placed.reach?.before, from), side(placed.reach?.after, to)]
  const before = lengthBetween(path, least, from, depth)
  const after = lengthBetween(path, to, most, depth)
  const share = Math.min(before, after >= missing / 2 ? missing / 2 : missing - after)
  const start = advanceOnPath(path, least, before - share, depth)
  return [start, advanceOnPath(path, to, Math.min(after, missing - share), depth)]
}

/** Along the first row, down the ends of all rows, and back along the last. */
function outlineColumn(
  path: SeatPath,
  placed: PlacedColumn,
): { outline: number[]; anchor: [number, number] } {
  const rows = placed.column.rows
  const ends = rows.map((row) => ({
    depth: placed.depthCm + row.rank * ROW_CM,
    stretch: stretchRow(path, placed, row),
  }))
  const [first, last] = [ends[0], ends.at(-1)]
  if (!first || !last) throw new Error('a section has rows')
  const half = ROW_CM / 2 - 5
  const sides = (end: 0 | 1): [number, number][] =>
    placed.reach?.before || placed.reach?.after
      ? ends.flatMap((row) =>
          [row.depth - half, row.depth + half].map((depth) => pointAt(path, row.stretch, depth, end)),
        )
      : []
  const front = edgeOf(path, first.stretch, first.depth - half)
  const back = edgeOf(path, last.stretch, last.depth + half)
  const outline = [...front, ...sides(1), ...back.reverse(), ...sides(0).reverse()].flat()
  const middle = (first.depth + last.depth) / 2
  const length = lengthBetween(path, placed.stretch[0], placed.stretch[1], middle)
  const { x, y } = pointOnPath(path, advanceOnPath(path, placed.stretch[0], length / 2, middle), middle)
  return { outline, anchor: [x, y] }
}

/** Between the end of a stretch and the outline: half the aisle, less what the outermost seat takes. */
const INSET_CM = AISLE_CM / 2 - 20

function edgeOf(path: SeatPath, [from, to]: Stretch, depth: number): [number, number][] {
  const length = lengthBetween(path, from, to, depth) - 2 * INSET_CM
  const steps = Math.max(1, Math.round(length / OUTLINE_STEP_CM))
  return Array.from({ length: steps + 1 }, (_, step) => {
    const { x, y } = pointOnPath(
      path,
      advanceOnPath(path, from, INSET_CM + (length * step) / steps, depth),
      depth,
    )
    return [x, y]
  })
}

function pointAt(path: SeatPath, [from, to]: Stretch, depth: number, end: 0 | 1): [number, number] {
  const length = lengthBetween(path, from, to, depth)
  const along = end === 0 ? INSET_CM : length - INSET_CM
  const { x, y } = pointOnPath(path, advanceOnPath(path, from, along, depth), depth)
  return [x, y]
}
