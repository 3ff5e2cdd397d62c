/**
 * Days somebody asked for, as they said it. Which days of the calendar those are depends on what day it is at the
 * venue: `spanOf` knows.
 */
export type DayWish =
  | { kind: NamedDays }
  /** From today on, so many days. */
  | { kind: 'ahead'; days: number }
  /** 0 is Sunday. `next`: of the week that begins on the coming Monday. */
  | { kind: 'weekday'; weekday: number; next: boolean }
  /** 1 to 12: this month, or the next time it comes. `day` makes it one day. */
  | { kind: 'inMonth'; month: number; day?: number }
  /** Days of the calendar (`2026-12-01`), both included; either may be open. */
  | { kind: 'dates'; from?: string; to?: string }

export type NamedDays = (typeof NAMED_DAYS)[number]

export const NAMED_DAYS = [
  'today',
  'tonight',
  'tomorrow',
  'dayAfterTomorrow',
  'weekend',
  'nextWeekend',
  'week',
  'nextWeek',
  'month',
  'nextMonth',
] as const

/** What a clock on the wall shows, `2026-12-01T16:00`: from this moment, up to and without that one. */
export type LocalSpan = { from?: string; to?: string }

/** The words for days in one language, folded as a search is. */
export type DayWords = {
  /** `this weekend`: the longest first. */
  phrases: { words: string[]; kind: NamedDays }[]
  /** By number, 0 is Sunday. */
  weekdays: string[]
  /** By number less one. */
  months: string[]
  /** `next`, before a weekday. */
  next: string[]
  /** `evening`, `at night`, after a day: that is when shows are. The longest first. */
  evenings: string[][]
  /** Between the parts of a date: `12 de marzo`. */
  of: string[]
  /** `on`, `in`, `the`: say nothing by themselves. */
  fillers: string[]
}
