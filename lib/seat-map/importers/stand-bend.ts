import type { Column } from './stand-columns'

/** Rows that grow by more than this from one to the next gain by a doorway's end, not by a bend. */
const SMALL_STEP = 2

/** Above this a stand takes the corners beside it: nearly a sixth of a turn. */
const CORNER_BEND = 1

/**
 * Whether a stand bends around its end of the pitch: sections that gain a seat or so with every row are wedges, and
 * their angles add up. Sections whose rows stay as long as they began are straight.
 */
export function bendsAround(columns: readonly Column[], seatCm: number, rowCm: number): boolean {
  return columns.reduce((sum, column) => sum + bendOf(column, seatCm, rowCm), 0) > CORNER_BEND
}

function bendOf({ rows }: Column, seatCm: number, rowCm: number): number {
  let gained = 0
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1]
    const step = before ? row.span - before.span : 0
    if (Math.abs(step) <= SMALL_STEP) gained += step
  }
  return rows.length < 4 ? 0 : (Math.max(0, gained) * seatCm) / (rows.length * rowCm)
}
