import { isId } from '@/lib/platform/ids'
import type { Tx } from '@/lib/platform/transaction'

export type News = { performanceIds: string[]; lastToldAt: Date | null }

/**
 * The performances of an event that were published and not told of yet, and when anything of it was told last.
 * The event is locked, so that two who tell do not tell the same. Null for an event that is gone.
 */
export async function lockNews(tx: Tx, eventId: string, now: Date): Promise<News | null> {
  if (!isId(eventId)) return null
  const [event] = await tx.$queryRaw<{ lastToldAt: Date | null }[]>`
    SELECT (SELECT max(announced_at) FROM performance WHERE event_id = e.id) AS "lastToldAt"
    FROM event e WHERE e.id = ${eventId}::uuid AND e.deleted_at IS NULL FOR NO KEY UPDATE`
  if (!event) return null
  const news = await tx.performance.findMany({
    where: {
      eventId,
      status: 'published',
      announcedAt: null,
      publishedAt: { not: null },
      startsAt: { gt: now },
    },
    select: { id: true },
    orderBy: { startsAt: 'asc' },
  })
  return { ...event, performanceIds: news.map(({ id }) => id) }
}

/** These performances are news no longer. */
export async function markTold(tx: Tx, performanceIds: string[], now: Date): Promise<void> {
  await tx.performance.updateMany({ where: { id: { in: performanceIds } }, data: { announcedAt: now } })
}
