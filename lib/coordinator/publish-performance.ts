import { lockPerformance, openPerformance } from '@/lib/events/performances/store'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { noteNews } from './announce-event'

/**
 * Shows a draft performance to fans and makes its seats; they can be bought from its on-sale time. Who follows the
 * organizer or an artist of it hears of it. Publishing again changes nothing. Refusals: `not_found`, `too_late` (cancelled, or it has begun).
 */
export async function publishPerformance({
  organizerId,
  performanceId,
}: {
  organizerId: string
  performanceId: string
}): Promise<Result<{ id: string; status: 'published' }, 'not_found' | 'too_late'>> {
  return inTransaction(async (tx) => {
    const performance = await lockPerformance(tx, { organizerId, performanceId })
    if (!performance) return refuse('not_found')
    if (performance.status === 'cancelled') return refuse('too_late')
    if (performance.status === 'draft') {
      if (performance.startsAt <= new Date()) return refuse('too_late')
      await openPerformance(tx, performance)
      await noteNews(tx, performance.eventId)
    }
    return ok({ id: performance.id, status: 'published' as const })
  })
}
