import { hasBuyers, lockEvent, removeEvent } from '@/lib/events/own/store'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'

/**
 * Takes an organizer's own event out of sight for good. Refusals: `not_found`; `tickets_sold` when a seat of it is
 * sold or in somebody's hold.
 */
export async function deleteEvent({
  organizerId,
  eventId,
}: {
  organizerId: string
  eventId: string
}): Promise<Result<null, 'not_found' | 'tickets_sold'>> {
  return inTransaction(async (tx) => {
    if (!(await lockEvent(tx, { organizerId, eventId }))) return refuse('not_found')
    if (await hasBuyers(tx, eventId)) return refuse('tickets_sold')
    await removeEvent(tx, eventId)
    return ok(null)
  })
}
