/** Seat numbers from–to, both included. */
export type SeatRange = readonly [number, number]

/** Ranges in ascending order; `counted` where the manifest gave only a number of seats, which makes them 1…n. */
export type SeatRanges = { ranges: SeatRange[]; count: number; counted: boolean }

/** Seat numbers stay small enough to print on a seat. */
const MAX_NUMBER = 99_999

/**
 * Reads the `seats` of a manifest row: a count (`18`) or ranges (`1-4;31-34`, `2;4;6`), without making the seats.
 * Answers what is wrong as a sentence. Ranges are put into ascending order.
 */
export function readSeatRanges(text: string): SeatRanges | { problem: string } {
  if (text === '') return { problem: 'The number of seats is missing.' }
  if (/^[+-]?\d+$/.test(text)) return readCount(text)
  const ranges: SeatRange[] = []
  for (const piece of text.split(';')) {
    const match = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(piece)
    if (!match) return { problem: `“${shorten(text)}” is neither a count nor ranges such as 1-4;31-34.` }
    const from = Number(match[1])
    const to = Number(match[2] ?? match[1])
    if (from > to) return { problem: `The range ${shorten(piece.trim())} runs backwards.` }
    if (to > MAX_NUMBER) return { problem: `Seat number ${shorten(String(to))} is above ${MAX_NUMBER}.` }
    ranges.push([from, to])
  }
  ranges.sort((a, b) => a[0] - b[0])
  for (const [index, range] of ranges.entries()) {
    const before = ranges[index - 1]
    if (before && range[0] <= before[1]) return { problem: `The ranges in “${shorten(text)}” overlap.` }
  }
  return { ranges, count: ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0), counted: false }
}

function readCount(text: string): SeatRanges | { problem: string } {
  const count = Number(text)
  if (count < 0) return { problem: `The number of seats is negative: ${shorten(text)}.` }
  if (count === 0) return { problem: 'The number of seats is zero; leave the row out instead.' }
  // Counts may be absurd (two million): the caller adds them up and refuses the total before making seats.
  return { ranges: [[1, count]], count, counted: true }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
