import { Prisma } from '@/lib/platform/db'
import type { Tx } from '@/lib/platform/transaction'
import type { LockedOrder } from '../orders/types'
import { FREE_SEATS } from '../releases/free-seats'
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
 * seats are free for anyone, or go to who waits for them. A ticket that was returned, and whose seat somebody holds to
 * buy, leaves that seat to the hold, which is one like any other from then on. Returns the performances whose maps
 * changed. The caller holds the order's lock.
 */
export async function returnTickets(
  tx: Tx,
  orderId: string,
  only?: { ticketIds: string[]; refundId: string | null },
): Promise<string[]> {
  const which = only ? Prisma.sql`AND t.id = ANY (${only.ticketIds}::uuid[])` : Prisma.empty
  const own = await tx.$queryRaw<OwnSeat[]>`
    SELECT s.performance_id AS "performanceId", s.seat_index AS "seatIndex", s.status::text AS status
    FROM performance_seat s
    JOIN ticket t ON t.id = s.ticket_id AND t.performance_id = s.performance_id AND t.seat_index = s.seat_index
    WHERE t.order_id = ${orderId}::uuid AND t.status = 'valid' ${which}
    ORDER BY s.performance_id, s.seat_index FOR UPDATE OF s`
  const sold = own.filter(({ status }) => status === 'sold')
  await leaveToHolds(
    tx,
    own.filter(({ status }) => status === 'held'),
  )
  await tx.$executeRaw`
    WITH locked AS (
      SELECT performance_id, seat_index, NULL::uuid AS hold_id, NULL::uuid AS ticket_id FROM (${keysOf(sold)}) k
    ), ${Prisma.raw(FREE_SEATS)}
    SELECT count(*) FROM freed`
  await tx.ticket.updateMany({
    where: { orderId, status: 'valid', ...(only ? { id: { in: only.ticketIds } } : {}) },
    data: { status: 'void', refundId: only?.refundId ?? null },
  })
  await tx.ticketTransfer.updateMany({
    where: { status: 'offered', ticket: { orderId, status: 'void' } },
    data: { status: 'ended', endedAt: new Date() },
  })
  await tx.ticketReturn.updateMany({
    where: { status: 'open', ticket: { orderId, status: 'void' } },
    data: { status: 'ended', endedAt: new Date() },
  })
  return [...new Set(sold.map(({ performanceId }) => performanceId))]
}

type OwnSeat = { performanceId: string; seatIndex: number; status: 'sold' | 'held' }

/**
 * Locked seats that somebody holds stand for no ticket any more. A statement of its own: Postgres checks a row it is
 * about to write before it sees that another has changed it since the statement began.
 */
async function leaveToHolds(tx: Tx, seats: OwnSeat[]): Promise<void> {
  if (seats.length === 0) return
  await tx.$executeRaw`
    UPDATE performance_seat s SET ticket_id = NULL FROM (${keysOf(seats)}) k
    WHERE s.performance_id = k.performance_id AND s.seat_index = k.seat_index AND s.status = 'held'`
}

function keysOf(seats: OwnSeat[]): Prisma.Sql {
  return Prisma.sql`SELECT * FROM unnest(${seats.map(({ performanceId }) => performanceId)}::uuid[],
    ${seats.map(({ seatIndex }) => seatIndex)}::int[]) AS k(performance_id, seat_index)`
}
