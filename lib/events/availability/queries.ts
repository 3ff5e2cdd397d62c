import { prisma } from '@/lib/platform/db'
import { keepRecent } from '@/lib/platform/keep-recent'
import type { SeatCounts } from '../types'

type CountRow = { performanceId: string } & SeatCounts

const recent = keepRecent<SeatCounts>({
  maxAgeMs: 5_000,
  maxStaleMs: 30_000,
  maxEntries: 2_000,
  load: countNow,
})

/**
 * Seats by state for each of the performances that has seats, a few seconds old at most while anybody looks. Counting
 * reads every seat row (an index on their state would slow every claim down), so a crowd shares one count.
 */
export function countSeats(performanceIds: readonly string[]): Promise<Map<string, SeatCounts>> {
  return recent.get(performanceIds)
}

async function countNow(performanceIds: string[]): Promise<Map<string, SeatCounts>> {
  const rows = await prisma.$queryRaw<CountRow[]>`
    SELECT performance_id AS "performanceId",
      count(*) FILTER (WHERE status = 'free' OR (status = 'held' AND held_until <= now()))::int AS free,
      count(*) FILTER (WHERE status = 'held' AND held_until > now())::int AS held,
      count(*) FILTER (WHERE status = 'sold')::int AS sold,
      count(*) FILTER (WHERE status = 'blocked')::int AS blocked
    FROM performance_seat
    WHERE performance_id = ANY(${performanceIds}::uuid[])
    GROUP BY performance_id`
  return new Map(rows.map(({ performanceId, ...counts }) => [performanceId, counts]))
}
