/** Where an arrow key leads in rows of different lengths; positions count from 0. */
export type Spot = { row: number; at: number }

/** Where rows run from right to left, so do their arrow keys. */
const MIRRORED: Record<string, string> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }

/** The same in rows that run from right to left: ← is onwards. */
export function roveMirrored(key: string, from: Spot, rowLengths: readonly number[]): Spot | null {
  return rove(MIRRORED[key] ?? key, from, rowLengths)
}

/** The next spot, or null for a key that is not one of the grid's, or leads nowhere. */
export function rove(key: string, from: Spot, rowLengths: readonly number[]): Spot | null {
  const last = (row: number) => (rowLengths[row] ?? 1) - 1
  const inRow = (row: number): Spot => ({ row, at: Math.min(from.at, last(row)) })
  switch (key) {
    case 'ArrowRight':
      return from.at < last(from.row) ? { row: from.row, at: from.at + 1 } : null
    case 'ArrowLeft':
      return from.at > 0 ? { row: from.row, at: from.at - 1 } : null
    case 'ArrowDown':
      return from.row < rowLengths.length - 1 ? inRow(from.row + 1) : null
    case 'ArrowUp':
      return from.row > 0 ? inRow(from.row - 1) : null
    case 'Home':
      return { row: from.row, at: 0 }
    case 'End':
      return { row: from.row, at: last(from.row) }
    case 'PageDown':
      return inRow(rowLengths.length - 1)
    case 'PageUp':
      return inRow(0)
    default:
      return null
  }
}
