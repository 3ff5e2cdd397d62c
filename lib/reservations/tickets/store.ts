import { Prisma } from '@/lib/platform/db'
import type { Tx } from '@/lib/platform/transaction'
import type { LockedOrder } from '../orders/types'
import type { SoldTicket } from './types'

/** Issues a ticket for each line of an order, `ticketIds` by line; the seats are sold in the same transaction. */
export async function issueTickets(
  tx: Tx,
  order: LockedOrder,
  ticketIds: Map<string, string>,
): Promise<void> {
  await tx.ticket.createMany({
    data: order.lines.map(({ id, performanceId, seatIndex }) => ({
      id: ticketIds.get(id),
      ...{ orderId: order.id, orderLineId: id, performanceId, seatIndex, holder: order.name },
    })),
  })
}

/** An organizer's tickets of one order, void ones too, locked in order. The caller holds the order's lock. */
export function lockSoldTickets(tx: Tx, orderId: string, organizerId: string): Promise<SoldTicket[]> {
  return tx.$queryRaw<SoldTicket[]>`
    SELECT t.id, t.status::text, l.price_amount AS "priceAmount" FROM ticket t
    JOIN order_line l ON l.id = t.order_line_id
    JOIN performance p ON p.id = t.performance_id JOIN event e ON e.id = p.event_id
    WHERE t.order_id = ${orderId}::uuid AND e.organizer_id = ${organizerId}::uuid
    ORDER BY t.id FOR UPDATE OF t`
}

/** How many of an order's tickets still let somebody in. */
export function countValidTickets(tx: Tx, orderId: string): Promise<number> {
  return tx.ticket.count({ where: { orderId, status: 'valid' } })
}

/**
 * Takes an order's tickets back, all or `only` those of a refund: they are void, offered to nobody any more, and their
 * seats are free for anyone. Returns the performances whose maps changed. The caller holds the order's lock.
 */
export async function returnTickets(
  tx: Tx,
  orderId: string,
  only?: { ticketIds: string[]; refundId: string | null },
): Promise<string[]> {
  const which = only ? Prisma.sql`AND t.id = ANY (${only.ticketIds}::uuid[])` : Prisma.empty
  const freed = await tx.$queryRaw<{ performanceId: string; seatIndex: number }[]>`
    WITH locked AS (
      SELECT s.performance_id, s.seat_index FROM performance_seat s
      JOIN ticket t ON t.id = s.ticket_id AND t.performance_id = s.performance_id AND t.seat_index = s.seat_index
      WHERE t.order_id = ${orderId}::uuid AND t.status = 'valid' AND s.status = 'sold' ${which}
      ORDER BY s.performance_id, s.seat_index FOR UPDATE OF s
    )
    UPDATE performance_seat s SET status = 'free', ticket_id = NULL, ticket_type_id = NULL, price_amount = NULL
    FROM locked l WHERE s.performance_id = l.performance_id AND s.seat_index = l.seat_index
    RETURNING s.performance_id AS "performanceId", s.seat_index AS "seatIndex"`
  await tx.ticket.updateMany({
    where: { orderId, status: 'valid', ...(only ? { id: { in: only.ticketIds } } : {}) },
    data: { status: 'void', refundId: only?.refundId ?? null },
  })
  await tx.ticketTransfer.updateMany({
    where: { status: 'offered', ticket: { orderId, status: 'void' } },
    data: { status: 'ended', endedAt: new Date() },
  })
  const byPerformance = Map.groupBy(freed, (seat) => seat.performanceId)
  for (const [performanceId, seats] of byPerformance) {
    const seatIndexes = seats.map((seat) => seat.seatIndex)
    await tx.seatChange.create({ data: { performanceId, seatIndexes } })
  }
  return [...byPerformance.keys()]
}
