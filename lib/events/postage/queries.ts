import { prisma } from '@/lib/platform/db'
import type { PostageFacts } from './types'

/** What decides whether tickets of these performances can be posted, by performance time. */
export async function findPostage(performanceIds: readonly string[]): Promise<PostageFacts[]> {
  return prisma.$queryRaw<PostageFacts[]>`
    SELECT p.id AS "performanceId", e.title, p.starts_at AS "startsAt", v.timezone, p.currency,
      p.post_until AS "postUntil",
      CASE WHEN r.amount IS NOT NULL
        THEN json_build_object('amount', r.amount, 'leadDays', r.lead_days) END AS rate
    FROM performance p
    JOIN event e ON e.id = p.event_id
    JOIN venue v ON v.id = p.venue_id
    LEFT JOIN postage_rate r ON r.organizer_id = e.organizer_id AND r.currency = p.currency
    WHERE p.id = ANY (${[...new Set(performanceIds)]}::uuid[])
    ORDER BY p.starts_at, p.id`
}
