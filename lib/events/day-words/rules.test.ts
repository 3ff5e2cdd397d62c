import { describe, expect, it } from 'vitest'
import de from '@/lib/i18n/messages/de.json'
import en from '@/lib/i18n/messages/en.json'
import es from '@/lib/i18n/messages/es.json'
import fr from '@/lib/i18n/messages/fr.json'
import type { DayWish } from '../days/types'
import { englishDayWords } from './next-intl'
import { learnDayWords, readWish } from './rules'

const english = englishDayWords()

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
})

const MESSAGES = { en, de, es, fr }
const day = (month: number, of: number): DayWish => ({ kind: 'inMonth', month, day: of })
const dates = (from: string, to = from): DayWish => ({ kind: 'dates', from, to })
const weekday = (at: number, next = false): DayWish => ({ kind: 'weekday', weekday: at, next })

describe('a search in the words of', () => {
  it.each<[keyof typeof MESSAGES, [string, DayWish, string?][]]>([
    [
      'en',
      [
        ['this weekend', { kind: 'weekend' }],
        ['jazz the day after tomorrow', { kind: 'dayAfterTomorrow' }, 'jazz'],
        ['tomorrow night', { kind: 'tomorrow' }],
        ['friday night in leeds', weekday(5), 'leeds'],
        ['the 1st of march', day(3, 1)],
        ['12 march 2027 opera', dates('2027-03-12'), 'opera'],
        ['Dec 24', day(12, 24)],
        ['in february 2028', dates('2028-02-01', '2028-02-29')],
      ],
    ],
    [
      'de',
      [
        ['Jazz heute Abend in Köln', { kind: 'tonight' }, 'jazz koln'],
        ['übermorgen', { kind: 'dayAfterTomorrow' }],
        ['dieses Wochenende', { kind: 'weekend' }],
        ['am Wochenende in Wien', { kind: 'weekend' }, 'wien'],
        ['am 1. März', day(3, 1)],
        ['1.März', day(3, 1)],
        ['3. Okt.', day(10, 3)],
        ['24.12.', day(12, 24)],
        ['Oper am 24.12.2027', dates('2027-12-24'), 'oper'],
        ['nächsten Freitag', weekday(5, true)],
        ['Freitag Abend', weekday(5)],
        ['im März', { kind: 'inMonth', month: 3 }],
        ['jazz tonight', { kind: 'tonight' }, 'jazz'],
      ],
    ],
    [
      'es',
      [
        ['este fin de semana', { kind: 'weekend' }],
        ['este finde en Sevilla', { kind: 'weekend' }, 'sevilla'],
        ['pasado mañana', { kind: 'dayAfterTomorrow' }],
        ['mañana por la noche', { kind: 'tomorrow' }],
        ['el 12 de marzo', day(3, 12)],
        ['ópera el 12 de marzo de 2027', dates('2027-03-12'), 'opera'],
        ['1º de mayo', day(5, 1)],
        ['el viernes que viene', weekday(5)],
        ['próximo sábado', weekday(6)],
        ['en abril', { kind: 'inMonth', month: 4 }],
      ],
    ],
    [
      'fr',
      [
        ['ce week-end', { kind: 'weekend' }],
        ['ce weekend à Lyon', { kind: 'weekend' }, 'lyon'],
        ['après-demain', { kind: 'dayAfterTomorrow' }],
        ['demain soir', { kind: 'tomorrow' }],
        ['1er mars', day(3, 1)],
        ['le 14 juil.', day(7, 14)],
        ['12 août 2027', dates('2027-08-12')],
        ['vendredi prochain', weekday(5)],
        ['en décembre', { kind: 'inMonth', month: 12 }],
      ],
    ],
  ])('%s finds its days', (locale, said) => {
    const words = MESSAGES[locale].finding.days
    const languages = [learnDayWords({ locale, phrase: (key) => words[key] }), english]
    for (const [query, wish, rest = ''] of said)
      expect(readWish(query, languages), query).toEqual({ wish, rest })
  })

  it('no language takes for a date what no calendar has, or a number for a day', () => {
    for (const query of ['32 march madness', '24.13.', '1984', 'jun', '12 monkeys'])
      expect(readWish(query, [english]).wish, query).toBeNull()
  })
})
