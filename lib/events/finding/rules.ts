import { dropControls } from '../rules'

const MAX_WORDS = 8

/** Text without case, accents and apostrophes, as `fold_text` in the database folds it. */
export function foldText(text: string): string {
  return dropControls(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[øłđıßæœ]/g, (letter) => PLAIN[letter] ?? letter)
}

const PLAIN: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' }

/** The words of a search, folded; at most eight count. */
export function searchWords(query: string): string[] {
  // A lone surrogate is no text that the database could be asked for.
  return foldText(query.toWellFormed()).split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)
}

/** A word as a LIKE pattern that finds it anywhere; its own `%`, `_` and `\` mean themselves. */
export function containsPattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`
}

/** The same, at the beginning of a word of a text that has a blank put before it. */
export function beginsPattern(word: string): string {
  return `% ${containsPattern(word).slice(1)}`
}

/** How many slips a word of this length may have and still be meant. Short words are too like each other. */
export function slipsAllowed(word: string): number {
  if (word.length < 4) return 0
  return word.length < 6 ? 1 : 2
}

/** Of words that exist, those that were most likely meant by one that does not: the fewest slips away, if few enough. */
export function nearestWords(typed: string, known: readonly string[]): string[] {
  const most = slipsAllowed(typed)
  const near = known
    .map((word) => ({ word, slips: slipsFrom(typed, word) }))
    .filter(({ slips }) => slips <= most)
  const fewest = Math.min(...near.map(({ slips }) => slips))
  return near.filter(({ slips }) => slips === fewest).map(({ word }) => word)
}

/** Of a long word the beginning will do: half the word is what people type. */
function slipsFrom(typed: string, word: string): number {
  const whole = countSlips(typed, word)
  return typed.length < 6 ? whole : Math.min(whole, countSlips(typed, word.slice(0, typed.length)) + 0.5)
}

/** Letters to add, drop, change or swap with their neighbour to make one word of the other (optimal string alignment). */
export function countSlips(a: string, b: string): number {
  const [from, to] = [[...a], [...b]]
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const here = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const change = from[row - 1] === to[column - 1] ? 0 : 1
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      here[column] = Math.min(
        (last[column] as number) + 1,
        (here[column - 1] as number) + 1,
        (last[column - 1] as number) + change,
        isSwap && row > 1 && column > 1 ? (before[column - 2] as number) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = last
    last = here
  }
  return last[to.length] as number
}
