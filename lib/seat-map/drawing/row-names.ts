/** Theatres leave out I and O, which read as 1 and 0. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A, B, … H, J, … N, P, … Z, then AA, BB, … as theatres letter their rows. */
export function letterRows(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    (LETTERS[index % LETTERS.length] ?? '').repeat(Math.floor(index / LETTERS.length) + 1),
  )
}

/** `first`, `first + 1`, … as stadiums number their rows. */
export function numberRows(count: number, first = 1): string[] {
  return Array.from({ length: count }, (_, index) => String(first + index))
}
