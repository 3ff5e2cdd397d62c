const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('')

/** Every character the posters can set in their own face: Latin and Latin Extended-A, and the usual points. */
export const LETTERS = `${range(0x20, 0x7e)}${range(0xa1, 0xac)}${range(0xae, 0x17f)}ȘșȚțẞ–—‘’‚“”„†•…‹›€№™−×`

/** The characters whose pairs are kerned; an accented letter is kerned as its base. */
export const KERNED = `${range(0x21, 0x7e)}‘’“”–—…`
