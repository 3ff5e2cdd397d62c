import { isId } from '@/lib/platform/ids'
import type { Tx } from '@/lib/platform/transaction'

type Own = { organizerId: string; eventId: string }

export type EventChange = {
  title?: string
  subtitle?: string | null
  description?: string
  category?: string
  imageUrl?: string | null
}

/** Locks an organizer's own event until the transaction ends; false for any other. */
export async function lockEvent(tx: Tx, { organizerId, eventId }: Own): Promise<boolean> {
  if (!isId(eventId) || !isId(organizerId)) return false
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM event
    WHERE id = ${eventId}::uuid AND organizer_id = ${organizerId}::uuid AND deleted_at IS NULL
    FOR NO KEY UPDATE`
  return rows.length > 0
}

/** Changes what is given of an event that is locked; its address stays, so that links do. */
export async function changeEvent(tx: Tx, eventId: string, change: EventChange): Promise<void> {
  await tx.event.update({ where: { id: eventId }, data: change, select: { id: true } })
}

/** True when a seat of the event is sold, or held by somebody at this moment who may be about to pay. */
export async function hasBuyers(tx: Tx, eventId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ bought: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM performance p JOIN performance_seat s ON s.performance_id = p.id
      WHERE p.event_id = ${eventId}::uuid
        AND (s.status = 'sold' OR (s.status = 'held' AND s.held_until > clock_timestamp()))
    ) AS bought`
  return found?.bought ?? false
}

/** Takes an event that is locked out of sight for good. Its rows stay for the books. */
export async function removeEvent(tx: Tx, eventId: string): Promise<void> {
  await tx.event.update({ where: { id: eventId }, data: { deletedAt: new Date() }, select: { id: true } })
}
