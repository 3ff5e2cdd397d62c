import { isDay } from '../days/rules'
import type { DayWish, DayWords } from '../days/types'

/** `1`, `1.`, `12th`, `1er`, `1º` (folded to `1o`). */
const DAY = /^(\d{1,2})(?:st|nd|rd|th|er|o|a|\.)?$/
const YEAR = /^20\d{2}$/
/** `24.12.` and `24.12.2026`: wherever dots are written, the day comes first. */
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(20\d{2})?$/

/** A date as it was said, and how many words that took. */
type Said = { day?: number; month: number; year?: number; length: number }
type Read = { words: string[]; at: number; language: DayWords }

/**
 * A date that begins with this word: `12 march`, `march 12th`, `12 de marzo de 2027`, `1er mars`, `1. märz`, `3 dec`,
 * `24.12.`, and `in march`. A month alone counts at the end only: `may` and `march` are words as well.
 */
export function readDate(
  words: string[],
  at: number,
  language: DayWords,
): { wish: DayWish; length: number } | null {
  const read = { words, at, language }
  const said = readDotted(words[at]) ?? readDayFirst(read) ?? readMonthFirst(read)
  const wish = said && wishOf(said)
  return wish ? { wish, length: said.length } : null
}

function readDotted(word = ''): Said | null {
  const [, day, month, year] = DOTTED.exec(word) ?? []
  if (!day || Number(month) > 12) return null
  return { day: Number(day), month: Number(month), ...(year ? { year: Number(year) } : {}), length: 1 }
}

function readDayFirst({ words, at, language }: Read): Said | null {
  const day = dayIn(words[at])
  const monthAt = skipOf(words, at + 1, language)
  const month = day && monthIn(words[monthAt], language, { canBeShort: true })
  return month ? withYear({ day, month, length: monthAt + 1 - at }, { words, at, language }) : null
}

function readMonthFirst({ words, at, language }: Read): Said | null {
  const day = dayIn(words[at + 1])
  const month = monthIn(words[at], language, { canBeShort: day > 0 })
  if (!month) return null
  if (day) return withYear({ day, month, length: 2 }, { words, at, language })
  const said = withYear({ month, length: 1 }, { words, at, language })
  const isMeant = at + said.length === words.length || language.fillers.includes(words[at - 1] ?? '')
  return isMeant ? said : null
}

function withYear(said: Said, { words, at, language }: Read): Said {
  const yearAt = skipOf(words, at + said.length, language)
  const year = words[yearAt] ?? ''
  return YEAR.test(year) ? { ...said, year: Number(year), length: yearAt + 1 - at } : said
}

/** Without a year, the next time that it comes. Null for a day that no calendar has. */
function wishOf({ day, month, year }: Said): DayWish | null {
  if (!year) return { kind: 'inMonth', month, ...(day ? { day } : {}) }
  const toDay = (of: number) => `${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`
  const from = toDay(day ?? 1)
  const to = toDay(day ?? new Date(Date.UTC(year, month, 0)).getUTCDate())
  return isDay(from) ? { kind: 'dates', from, to } : null
}

/** 1 to 31; 0 for anything else. */
function dayIn(word = ''): number {
  const day = Number(DAY.exec(word)?.[1] ?? 0)
  return day <= 31 ? day : 0
}

/** 1 to 12; 0 for anything else. Beside a number three letters will do, if they are of one month. */
function monthIn(word = '', { months }: DayWords, { canBeShort }: { canBeShort: boolean }): number {
  const exact = months.indexOf(word) + 1
  const short = word.replace(/\.$/, '')
  if (exact || !canBeShort || short.length < 3) return exact
  const [first, ...others] = months.filter((month) => month.startsWith(short))
  return first && others.length === 0 ? months.indexOf(first) + 1 : 0
}

function skipOf(words: string[], at: number, { of }: DayWords): number {
  return of.includes(words[at] ?? '') ? at + 1 : at
}
