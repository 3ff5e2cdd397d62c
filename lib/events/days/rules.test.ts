import { describe, expect, it } from 'vitest'
import { daysOnEarth, isDay, spanOf } from './rules'
import type { DayWish } from './types'

// Friday the 20th of November 2026.
const friday = '2026-11-20'
const span = (wish: DayWish, today = friday) => Object.values(spanOf(wish, today)).join(' – ')

describe('days that are asked for', () => {
  it.each<[DayWish, string]>([
    [{ kind: 'today' }, '2026-11-20T00:00 – 2026-11-21T00:00'],
    [{ kind: 'tonight' }, '2026-11-20T16:00 – 2026-11-21T05:00'],
    [{ kind: 'tomorrow' }, '2026-11-21T00:00 – 2026-11-22T00:00'],
    [{ kind: 'dayAfterTomorrow' }, '2026-11-22T00:00 – 2026-11-23T00:00'],
    [{ kind: 'weekend' }, '2026-11-20T16:00 – 2026-11-23T00:00'],
    [{ kind: 'nextWeekend' }, '2026-11-27T16:00 – 2026-11-30T00:00'],
    [{ kind: 'week' }, '2026-11-16T00:00 – 2026-11-23T00:00'],
    [{ kind: 'nextWeek' }, '2026-11-23T00:00 – 2026-11-30T00:00'],
    [{ kind: 'month' }, '2026-11-01T00:00 – 2026-12-01T00:00'],
    [{ kind: 'nextMonth' }, '2026-12-01T00:00 – 2027-01-01T00:00'],
    [{ kind: 'ahead', days: 7 }, '2026-11-20T00:00 – 2026-11-27T00:00'],
    [{ kind: 'weekday', weekday: 5, next: false }, '2026-11-20T00:00 – 2026-11-21T00:00'],
    [{ kind: 'weekday', weekday: 5, next: true }, '2026-11-27T00:00 – 2026-11-28T00:00'],
    [{ kind: 'weekday', weekday: 0, next: false }, '2026-11-22T00:00 – 2026-11-23T00:00'],
    [{ kind: 'inMonth', month: 3 }, '2027-03-01T00:00 – 2027-04-01T00:00'],
    [{ kind: 'inMonth', month: 11 }, '2026-11-01T00:00 – 2026-12-01T00:00'],
    [{ kind: 'inMonth', month: 12, day: 12 }, '2026-12-12T00:00 – 2026-12-13T00:00'],
    [{ kind: 'inMonth', month: 11, day: 1 }, '2027-11-01T00:00 – 2027-11-02T00:00'],
    [{ kind: 'inMonth', month: 2, day: 29 }, '2028-02-29T00:00 – 2028-03-01T00:00'],
    [{ kind: 'dates', from: '2026-12-01', to: '2026-12-01' }, '2026-12-01T00:00 – 2026-12-02T00:00'],
    [{ kind: 'dates', to: '2026-12-31' }, '2027-01-01T00:00'],
  ])('%o', (wish, expected) => expect(span(wish)).toBe(expected))

  it('on a Sunday, its weekend is the one that is still on', () => {
    expect(span({ kind: 'weekend' }, '2026-11-22')).toBe('2026-11-20T16:00 – 2026-11-23T00:00')
    expect(span({ kind: 'weekday', weekday: 1, next: true }, '2026-11-22')).toMatch(/^2026-11-23/)
  })

  it('are none where the calendar has no such day', () => {
    expect(span({ kind: 'inMonth', month: 2, day: 30 })).toBe('2026-01-01T00:00 – 2026-01-01T00:00')
  })
})

it('knows every day it is somewhere on earth', () => {
  expect(daysOnEarth(new Date('2026-11-20T11:30:00Z'))).toEqual(['2026-11-19', '2026-11-20', '2026-11-21'])
  expect(daysOnEarth(new Date('2026-11-20T23:30:00Z'))).toEqual(['2026-11-20', '2026-11-21'])
})

it('tells days from what only looks like one', () => {
  expect(isDay('2028-02-29')).toBe(true)
  for (const text of ['2026-02-31', '2026-13-01', '1-1-1', '', 'today']) expect(isDay(text)).toBe(false)
})
