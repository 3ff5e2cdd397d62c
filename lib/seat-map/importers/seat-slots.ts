import type { ManifestSection } from './read-manifest'
import type { SeatRange } from './seat-ranges'

/** A row's seats as places on its section's own ruler: seats of equal number share a slot. */
export type SlotRow = {
  name: string
  seats: { number: string; slot: number }[]
  /** Slots the row would take if none of its numbers were missing; what it is centred by. */
  span: number
}

/** Lays the numbers of every row on one ruler for the section. */
export function slotRows(section: ManifestSection): SlotRow[] {
  const slotOf = makeRuler(section)
  const last = section.rows.map((row) => slotOf(row.ranges.at(-1)?.[1] ?? 1))
  return section.rows.map((row, index): SlotRow => {
    // A row with missing seats is as wide as its neighbour, where that has the numbers it lacks.
    const beside = row.counted ? 0 : Math.max(last[index - 1] ?? 0, last[index + 1] ?? 0)
    const seats = row.ranges.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, at) => ({
        number: String(from + at),
        slot: slotOf(from + at),
      })),
    )
    return { name: row.name, seats, span: Math.max(last[index] ?? 0, beside) + 1 }
  })
}

/**
 * From seat number to slot. Numbers that some row has take a slot each; a stretch that no row has is a gap of two
 * slots at most, and none where every other number is left out (odd on one side of the house, even on the other).
 */
function makeRuler(section: ManifestSection): (number: number) => number {
  const merged = mergeRanges(section.rows.flatMap((row) => row.ranges))
  const stepped = merged.length > 2 && merged.filter(([from, to]) => from === to).length > merged.length / 2
  const starts: number[] = []
  let next = 0
  for (const [index, [from, to]] of merged.entries()) {
    const before = merged[index - 1]
    const missing = before ? from - before[1] - 1 : 0
    next += stepped && missing === 1 ? 0 : Math.min(missing, 2)
    starts.push(next)
    next += to - from + 1
  }
  return (number) => {
    const at = findRange(merged, number)
    return (starts[at] ?? 0) + number - (merged[at]?.[0] ?? number)
  }
}

function mergeRanges(ranges: readonly SeatRange[]): SeatRange[] {
  const merged: [number, number][] = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

/** The index of the last range that starts at or before the number. */
function findRange(ranges: readonly SeatRange[], number: number): number {
  let [low, high] = [0, ranges.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((ranges[middle]?.[0] ?? Infinity) <= number) low = middle
    else high = middle - 1
  }
  return low
}
