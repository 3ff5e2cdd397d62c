import { describe, expect, it } from 'vitest'
import type { DayWish } from '../days/types'
import { englishDayWords } from './next-intl'
import { learnDayWords, readWish } from './rules'

const english = englishDayWords()
/** Another language comes in through its messages, and nothing else. */
const german = learnDayWords({
  locale: 'de',
  phrase: (key) =>
    ({
      today: 'heute',
      tonight: 'heute abend|heute nacht',
      weekend: 'wochenende|am wochenende',
      next: 'nächsten|nächster',
      fillers: 'am|im|in',
    })[key as 'today'] ?? key,
})

describe('a search', () => {
  it.each<[string, DayWish | null, string]>([
    ['jazz berlin this weekend', { kind: 'weekend' }, 'jazz berlin'],
    ['This WEEKEND: jazz!', { kind: 'weekend' }, 'jazz'],
    ['Tonight', { kind: 'tonight' }, ''],
    ['tomorrow in Vienna', { kind: 'tomorrow' }, 'vienna'],
    ['opera next friday', { kind: 'weekday', weekday: 5, next: true }, 'opera'],
    ['opera on Friday', { kind: 'weekday', weekday: 5, next: false }, 'opera'],
    ['next weekend', { kind: 'nextWeekend' }, ''],
    ['in march', { kind: 'inMonth', month: 3 }, ''],
    ['comedy march', { kind: 'inMonth', month: 3 }, 'comedy'],
    ['march of the penguins', null, 'march of penguins'],
    ['12 December, London', { kind: 'inMonth', month: 12, day: 12 }, 'london'],
    ['december 12th', { kind: 'inMonth', month: 12, day: 12 }, ''],
    ['2026-12-24 carols', { kind: 'dates', from: '2026-12-24', to: '2026-12-24' }, 'carols'],
    ['the', null, 'the'],
    ['', null, ''],
    ['\0 \ud800 💥 %_', null, '� 💥 %_'],
  ])('"%s" asks for its days and leaves its words', (query, wish, rest) => {
    expect(readWish(query, [english])).toEqual({ wish, rest })
  })

  it('understands another language through its messages', () => {
    const read = (query: string) => readWish(query, [german, english])
    expect(read('Jazz heute Abend in Köln')).toEqual({ wish: { kind: 'tonight' }, rest: 'jazz koln' })
    expect(read('nächsten Freitag')).toEqual({ wish: { kind: 'weekday', weekday: 5, next: true }, rest: '' })
    expect(read('im März')).toEqual({ wish: { kind: 'inMonth', month: 3 }, rest: '' })
    expect(read('jazz tonight')).toEqual({ wish: { kind: 'tonight' }, rest: 'jazz' })
  })
})
