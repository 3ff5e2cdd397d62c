import type { Column } from './stand-columns'

/** A row that decides how wide its section's stretch must be. */
export type Need = {
  rank: number
  span: number
  /** Whether the row may reach half way into the stretch before or after, whose section only begins further back. */
  reachesBefore: boolean
  reachesAfter: boolean
}

/** A section that begins this many rows further back leaves its neighbours the room in front of it. */
const LATE_RANKS = 4

/** For every column the rows that decide its width: per kind of reach, each wider than all in front of it. */
export function listNeeds(columns: readonly Column[]): Need[][] {
  return columns.map((column, index) => {
    const before = roomInFront(column, columns[index - 1])
    const after = roomInFront(column, columns[index + 1])
    const widest = new Map<number, number>()
    return column.rows.flatMap(({ rank, span }): Need[] => {
      const [reachesBefore, reachesAfter] = [rank < before, rank < after]
      const kind = Number(reachesBefore) + 2 * Number(reachesAfter)
      if (span <= (widest.get(kind) ?? 0)) return []
      widest.set(kind, span)
      return [{ rank, span, reachesBefore, reachesAfter }]
    })
  })
}

/** The rank before which the neighbour has no rows but this column has several; 0 where it has none to give. */
export function roomInFront(column: Column, neighbour: Column | undefined): number {
  const own = column.rows[0]?.rank ?? 0
  const its = neighbour?.rows[0]?.rank ?? 0
  return its - own >= LATE_RANKS ? its : 0
}
