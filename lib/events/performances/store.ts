import { isId, newId } from '@/lib/platform/ids'
import type { Tx } from '@/lib/platform/transaction'
import type { PricedType } from '../prices/rules'
import type { PerformanceDraft } from './schema'

export type OwnPerformance = { organizerId: string; performanceId: string }

/** The parts a performance is made of, if they are all the organizer's own and fit together; else null. */
export async function findParts(
  tx: Tx,
  {
    organizerId,
    eventId,
    venueId,
    seatMapId,
  }: { organizerId: string; eventId: string; venueId: string; seatMapId: string },
): Promise<{ eventId: string; seatMapId: string } | null> {
  if (![organizerId, eventId, venueId, seatMapId].every(isId)) return null
  const event = await tx.event.findFirst({
    where: { id: eventId, organizerId, deletedAt: null },
    select: { id: true },
  })
  const seatMap = await tx.seatMap.findFirst({
    where: { id: seatMapId, venueId, venue: { organizerId } },
    select: { id: true },
  })
  return event && seatMap ? { eventId: event.id, seatMapId: seatMap.id } : null
}

/** Adds a draft performance with its prices. Returns its id. */
export async function insertPerformance(
  tx: Tx,
  { eventId, draft, types }: { eventId: string; draft: PerformanceDraft; types: PricedType[] },
): Promise<string> {
  const id = newId()
  const { venueId, seatMapId, startsAt, doorsAt, onSaleAt, currency } = draft
  await tx.performance.create({
    data: { id, eventId, venueId, seatMapId, startsAt, doorsAt, onSaleAt, currency },
    select: { id: true },
  })
  await tx.ticketType.createMany({
    data: types.map((type) => ({ ...type, id: newId(), performanceId: id })),
  })
  return id
}

export type LockedPerformance = {
  id: string
  eventId: string
  seatMapId: string
  status: 'draft' | 'published' | 'cancelled'
  startsAt: Date
}

/** Locks an organizer's own performance until the transaction ends; null for any other. Claims do not wait for it. */
export async function lockPerformance(
  tx: Tx,
  { organizerId, performanceId }: OwnPerformance,
): Promise<LockedPerformance | null> {
  if (!isId(organizerId) || !isId(performanceId)) return null
  const [found] = await tx.$queryRaw<LockedPerformance[]>`
    SELECT p.id, p.event_id AS "eventId", p.seat_map_id AS "seatMapId", p.status::text AS status, p.starts_at AS "startsAt"
    FROM performance p
    JOIN event e ON e.id = p.event_id
    WHERE p.id = ${performanceId}::uuid AND e.organizer_id = ${organizerId}::uuid AND e.deleted_at IS NULL
    FOR NO KEY UPDATE OF p`
  return found ?? null
}

/**
 * Makes the inventory, one free seat for every seat of the map, and shows the performance. Call once, on a draft that
 * is locked. Returns how many seats there are.
 */
export async function openPerformance(tx: Tx, { id, seatMapId }: { id: string; seatMapId: string }) {
  // Two foreign keys are checked for every seat: the largest maps need longer than a click may take.
  await tx.$executeRaw`SET LOCAL statement_timeout = '11s'`
  const seatCount = await tx.$executeRaw`
    INSERT INTO performance_seat (performance_id, seat_index, seat_map_id)
    SELECT ${id}::uuid, index, seat_map_id FROM seat WHERE seat_map_id = ${seatMapId}::uuid ORDER BY index`
  await tx.seatFeed.create({ data: { performanceId: id } })
  await tx.performance.update({
    where: { id },
    data: { status: 'published', publishedAt: new Date() },
    select: { id: true },
  })
  return seatCount
}
