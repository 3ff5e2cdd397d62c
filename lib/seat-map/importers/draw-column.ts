import { advanceOnPath, lengthBetween, pointOnPath, type SeatPath } from '../drawing/path'
import type { DraftRow, DraftSection } from '../plan'
import { AISLE_CM, ROW_CM, STRAIGHT_SEAT_CM, WIDEST_SEAT_CM } from './fit-columns'
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
    const length = lengthBetween(path, placed.stretch[0], placed.stretch[1], depth)
    const pitch = offsets ? STRAIGHT_SEAT_CM : Math.min(WIDEST_SEAT_CM, (length - AISLE_CM) / row.span)
    const used = (offsets ? placed.column.span : row.span) * pitch
    const first = (length - used) / 2 + ((offsets?.[index] ?? 0) + 0.5) * pitch
    const seats = row.seats.map(({ number, slot }) => {
      const s = advanceOnPath(path, placed.stretch[0], first + slot * pitch, depth)
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

function outlineColumn(
  path: SeatPath,
  { column, stretch, depthCm }: PlacedColumn,
): { outline: number[]; anchor: [number, number] } {
  const ranks = column.rows.map((row) => row.rank)
  const front = depthCm + Math.min(...ranks) * ROW_CM
  const back = depthCm + Math.max(...ranks) * ROW_CM
  const edge = (depth: number): [number, number][] => {
    const length = lengthBetween(path, stretch[0], stretch[1], depth)
    const inset = AISLE_CM / 2 - 20
    const steps = Math.max(1, Math.round(length / OUTLINE_STEP_CM))
    return Array.from({ length: steps + 1 }, (_, step) => {
      const along = inset + ((length - 2 * inset) * step) / steps
      const { x, y } = pointOnPath(path, advanceOnPath(path, stretch[0], along, depth), depth)
      return [x, y]
    })
  }
  const half = ROW_CM / 2 - 5
  const middle = (front + back) / 2
  const centre = advanceOnPath(
    path,
    stretch[0],
    lengthBetween(path, stretch[0], stretch[1], middle) / 2,
    middle,
  )
  const { x, y } = pointOnPath(path, centre, middle)
  return { outline: [...edge(front - half), ...edge(back + half).reverse()].flat(), anchor: [x, y] }
}
