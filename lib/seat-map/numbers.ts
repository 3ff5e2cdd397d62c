/**
 * Seat numbers of a row in seat order, written short: `1-4;31-34`, `18-1`, `2,4,6`, `A-F`, `1;2;2bis`. Parts are
 * joined by `;` or `,`. A part is a range where both ends are whole numbers without leading zeros, or both are one
 * capital letter; it may run downwards. Anything else stands for itself.
 */

type Part = { text: string; from: number; to: number; letters: boolean } | { text: string; from: null }

const WHOLE_RANGE = /^(0|[1-9]\d{0,6})-(0|[1-9]\d{0,6})$/
const LETTER_RANGE = /^([A-Z])-([A-Z])$/

/** True where the number can stand in a row's `numbers`: not empty, no separator, not readable as a range. */
export function isPlainNumber(number: string): boolean {
  return number !== '' && number === number.trim() && !/[;,]/.test(number) && readPart(number)?.from === null
}

/** How many seats the text names, without making them; null where the text is malformed. */
export function countNumbers(text: string): number | null {
  // Nearly every row is one range: a large plan has thousands, counted before its first picture.
  const dash = text.indexOf('-')
  const from = readWhole(text.slice(0, dash))
  const to = readWhole(text.slice(dash + 1))
  if (dash > 0 && from !== null && to !== null) return Math.abs(to - from) + 1
  const parts = readParts(text)
  if (!parts) return null
  let count = 0
  for (const part of parts) count += part.from === null ? 1 : Math.abs(part.to - part.from) + 1
  return count
}

/** One entry a seat, in order; null where the text is malformed or names more than `maxCount` seats. */
export function expandNumbers(text: string, maxCount = 200_000): string[] | null {
  const parts = readParts(text)
  // Counted first: a short text can name a million seats.
  if (!parts || (countNumbers(text) ?? 0) > maxCount) return null
  const numbers: string[] = []
  for (const part of parts) {
    if (part.from === null) numbers.push(part.text)
    else {
      const step = part.to < part.from ? -1 : 1
      for (let value = part.from; value !== part.to + step; value += step) {
        numbers.push(part.letters ? String.fromCharCode(value) : String(value))
      }
    }
  }
  return numbers
}

/** The shortest text that `expandNumbers` turns back into exactly these numbers, each of them plain. */
export function compactNumbers(numbers: readonly string[]): string {
  const parts: string[] = []
  for (let at = 0; at < numbers.length; ) {
    const length = runLength(numbers, at)
    const first = numbers[at] as string
    if (length >= 3) {
      parts.push(`${first}-${numbers[at + length - 1]}`)
      at += length
    } else {
      parts.push(first)
      at += 1
    }
  }
  return parts.join(';')
}

function runLength(numbers: readonly string[], start: number): number {
  const first = ordinalOf(numbers[start])
  const second = ordinalOf(numbers[start + 1])
  if (!first || !second || first.letters !== second.letters) return 1
  const step = second.value - first.value
  if (Math.abs(step) !== 1) return 1
  let length = 2
  for (; start + length < numbers.length; length++) {
    const next = ordinalOf(numbers[start + length])
    if (!next || next.letters !== first.letters || next.value !== first.value + step * length) break
  }
  return length
}

function ordinalOf(number: string | undefined): { value: number; letters: boolean } | null {
  if (number === undefined) return null
  if (/^(0|[1-9]\d{0,6})$/.test(number)) return { value: Number(number), letters: false }
  if (/^[A-Z]$/.test(number)) return { value: number.charCodeAt(0), letters: true }
  return null
}

/** 0…9999999 without leading zeros; null for anything else. */
function readWhole(text: string): number | null {
  const value = Number(text)
  return value >= 0 && value < 1e7 && String(value) === text && !text.includes('.') ? value : null
}

function readParts(text: string): Part[] | null {
  const parts: Part[] = []
  for (const piece of text.split(/[;,]/)) {
    const part = readPart(piece.trim())
    if (!part) return null
    parts.push(part)
  }
  return parts
}

function readPart(text: string): Part | null {
  if (text === '') return null
  const whole = WHOLE_RANGE.exec(text)
  if (whole) return { text, from: Number(whole[1]), to: Number(whole[2]), letters: false }
  const letter = LETTER_RANGE.exec(text)
  if (letter?.[1] && letter[2]) {
    return { text, from: letter[1].charCodeAt(0), to: letter[2].charCodeAt(0), letters: true }
  }
  return { text, from: null }
}
