import { isDay } from '../days/rules'
import { type DayWish, type DayWords, NAMED_DAYS, type NamedDays } from '../days/types'
import { foldText } from '../finding/rules'
import { readDate } from './dates'

type Phrase = NamedDays | 'next' | 'evening' | 'of' | 'fillers'

/** What a language calls its days; a phrase has its other wordings behind a `|`. Keys as in the messages. */
export type SpokenDays = { locale: string; phrase: (key: Phrase) => string }

/** The words of a language: phrases from the messages, weekdays and months from `Intl`. */
export function learnDayWords({ locale, phrase }: SpokenDays): DayWords {
  const wordings = (key: Phrase) => phrase(key).split('|').map(splitWords)
  const longestFirst = (one: { length: number }, other: { length: number }) => other.length - one.length
  const name = (options: Intl.DateTimeFormatOptions, at: number) =>
    foldText(new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at))
  return {
    phrases: NAMED_DAYS.flatMap((kind) => wordings(kind).map((words) => ({ words, kind }))).sort(
      (one, other) => longestFirst(one.words, other.words),
    ),
    // The 4th of January 2026 is a Sunday.
    weekdays: Array.from({ length: 7 }, (_, day) => name({ weekday: 'long' }, Date.UTC(2026, 0, 4 + day))),
    months: Array.from({ length: 12 }, (_, month) => name({ month: 'long' }, Date.UTC(2026, month, 15))),
    next: wordings('next').flat(),
    evenings: wordings('evening').sort(longestFirst),
    of: wordings('of').flat(),
    fillers: wordings('fillers').flat(),
  }
}

export type ReadSearch = { wish: DayWish | null; rest: string }

/**
 * Takes the first words for days out of a search: `jazz berlin this weekend` is a wish for the weekend and
 * `jazz berlin`. Words that say nothing (`in`, `on`) go too, unless nothing else would be left.
 */
export function readWish(query: string, languages: readonly DayWords[]): ReadSearch {
  const words = splitWords(query)
  const fillers = new Set(languages.flatMap((language) => language.fillers))
  for (let at = 0; at < words.length; at += 1) {
    for (const language of languages) {
      const found = readAt(words, at, language)
      if (found) {
        const rest = [...words.slice(0, at), ...words.slice(at + found.length)]
        return { wish: found.wish, rest: rest.filter((word) => !fillers.has(word)).join(' ') }
      }
    }
  }
  const telling = words.filter((word) => !fillers.has(word))
  return { wish: null, rest: (telling.length > 0 ? telling : words).join(' ') }
}

type Found = { wish: DayWish; length: number }

function readAt(words: string[], at: number, language: DayWords): Found | null {
  const found = readDay(words, at, language)
  if (!found) return readDate(words, at, language)
  const begins = (phrase: string[]) => phrase.every((word, i) => words[at + found.length + i] === word)
  const evening = language.evenings.find(begins)
  return evening ? { ...found, length: found.length + evening.length } : found
}

function readDay(words: string[], at: number, { phrases, weekdays, next }: DayWords): Found | null {
  const said = phrases.find((phrase) => phrase.words.every((word, i) => words[at + i] === word))
  if (said) return { wish: { kind: said.kind }, length: said.words.length }
  const word = words[at] as string
  if (isDay(word)) return { wish: { kind: 'dates', from: word, to: word }, length: 1 }
  const isNext = next.includes(word)
  const weekday = weekdays.indexOf(words[isNext ? at + 1 : at] ?? '')
  if (weekday < 0) return null
  return { wish: { kind: 'weekday', weekday, next: isNext }, length: isNext ? 2 : 1 }
}

function splitWords(text: string): string[] {
  return (
    foldText(text.toWellFormed())
      // `1.März`
      .replace(/(\d\.)(?=\p{L})/gu, '$1 ')
      .split(/[\s,:;!?]+/)
      .filter(Boolean)
  )
}
