import { fromLocalTime } from '@/lib/platform/time'
import type { CatalogueEvent, CataloguePerformance } from './types'

const MINUTE_MS = 60_000

/** `2026-12-01`: the day in the zone, some days from the day it is there now. */
function dayFrom(now: Date, inDays: number, timezone: string): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' }).format(now)
  // Counting in UTC, where every day has 24 hours.
  return new Date(Date.parse(`${today}T00:00:00Z`) + inDays * 86_400_000).toISOString().slice(0, 10)
}

/** When the performance starts, when its doors open, and when its sales begin (null: they have begun). */
export function whenOf(
  event: CatalogueEvent,
  performance: CataloguePerformance,
  timezone: string,
  now: Date,
): { startsAt: Date; doorsAt: Date; onSaleAt: Date | null } {
  const startsAt = fromLocalTime(dayFrom(now, performance.inDays, timezone), performance.time, timezone)
  return {
    startsAt,
    doorsAt: new Date(startsAt.getTime() - event.doorsMinutes * MINUTE_MS),
    onSaleAt:
      event.onSaleInDays === undefined
        ? null
        : fromLocalTime(dayFrom(now, event.onSaleInDays, timezone), '10:00', timezone),
  }
}
