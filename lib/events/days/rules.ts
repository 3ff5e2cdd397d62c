import type { DayWish, LocalSpan } from './types'

const DAY_MS = 86_400_000
/** From here on a day is an evening; what begins before five in the morning still belongs to the night before. */
const EVENING = '16:00'
const NIGHT_ENDS = '05:00'
/** The calendars of the world are at most so far from UTC. */
const WEST_MS = 12 * 3_600_000
const EAST_MS = 14 * 3_600_000

/** The span of a wish where the calendar shows `today` (`2026-12-01`). Weeks begin on Monday. */
export function spanOf(wish: DayWish, today: string): LocalSpan {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
  switch (wish.kind) {
    case 'today':
      return daysFrom(today, 1)
    case 'tonight':
      return { from: `${today}T${EVENING}`, to: `${addDays(today, 1)}T${NIGHT_ENDS}` }
    case 'tomorrow':
      return daysFrom(addDays(today, 1), 1)
    case 'dayAfterTomorrow':
      return daysFrom(addDays(today, 2), 1)
    case 'weekend':
      return { from: `${addDays(monday, 4)}T${EVENING}`, to: `${addDays(monday, 7)}T00:00` }
    case 'nextWeekend':
      return { from: `${addDays(monday, 11)}T${EVENING}`, to: `${addDays(monday, 14)}T00:00` }
    case 'week':
      return daysFrom(monday, 7)
    case 'nextWeek':
      return daysFrom(addDays(monday, 7), 7)
    case 'month':
      return monthFrom(today.slice(0, 7))
    case 'nextMonth':
      return monthFrom(addMonth(today.slice(0, 7)))
    case 'ahead':
      return daysFrom(today, wish.days)
    case 'weekday':
      return daysFrom(findWeekday(wish, today, monday), 1)
    case 'inMonth':
      return findMonth(wish, today)
    case 'dates':
      return {
        ...(wish.from ? { from: `${wish.from}T00:00` } : {}),
        ...(wish.to ? { to: `${addDays(wish.to, 1)}T00:00` } : {}),
      }
  }
}

/** The days it is somewhere on earth at a moment: two or three. */
export function daysOnEarth(now: Date): string[] {
  const days = [-WEST_MS, 0, EAST_MS].map((offsetMs) => dayOf(now.getTime() + offsetMs))
  return [...new Set(days)]
}

/** The moment before which a local time has come nowhere on earth yet, and that after which it is over everywhere. */
export function momentsAround({ from, to }: LocalSpan): { from?: Date; to?: Date } {
  return {
    ...(from ? { from: new Date(Date.parse(`${from}Z`) - EAST_MS) } : {}),
    ...(to ? { to: new Date(Date.parse(`${to}Z`) + WEST_MS) } : {}),
  }
}

/** True for a day of the calendar, written `2026-12-01`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const atMs = Date.parse(text)
  // The 31st of February reads as the 3rd of March, or as nothing.
  return !Number.isNaN(atMs) && dayOf(atMs) === text && atMs < Date.UTC(9000, 0)
}

function findWeekday({ weekday, next }: { weekday: number; next: boolean }, today: string, monday: string) {
  if (next) return addDays(monday, 7 + ((weekday + 6) % 7))
  return addDays(today, (weekday - weekdayOf(today) + 7) % 7)
}

function findMonth({ month, day }: { month: number; day?: number }, today: string): LocalSpan {
  const thisYear = Number(today.slice(0, 4))
  const name = `-${String(month).padStart(2, '0')}`
  if (day === undefined) {
    const isOver = `${thisYear}${name}` < today.slice(0, 7)
    return monthFrom(`${isOver ? thisYear + 1 : thisYear}${name}`)
  }
  const date = `${name}-${String(day).padStart(2, '0')}`
  // The 29th of February may be years away; the 30th never comes.
  const years = Array.from({ length: 9 }, (_, i) => `${thisYear + i}${date}`)
  const found = years.find((each) => isDay(each) && each >= today)
  return found ? daysFrom(found, 1) : { from: `${thisYear}-01-01T00:00`, to: `${thisYear}-01-01T00:00` }
}

function daysFrom(day: string, count: number): LocalSpan {
  return { from: `${day}T00:00`, to: `${addDays(day, count)}T00:00` }
}

function monthFrom(month: string): LocalSpan {
  return { from: `${month}-01T00:00`, to: `${addMonth(month)}-01T00:00` }
}

function addMonth(month: string): string {
  return addDays(`${month}-01`, 31).slice(0, 7)
}

function addDays(day: string, count: number): string {
  return dayOf(Date.parse(day) + count * DAY_MS)
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** 0 is Sunday. */
function weekdayOf(day: string): number {
  return new Date(day).getUTCDay()
}
