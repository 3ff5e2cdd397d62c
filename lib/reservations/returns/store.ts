import type { Tx } from '@/lib/platform/transaction'
import { lockOrdersOf } from '../orders/store'
import type { LockedOrder } from '../orders/types'
import type { Sale } from '../sales/types'
import type { LockedTicket } from '../transfers/types'
import type { ReturnableTicket } from './rules'
import type { ReturnStatus } from './types'

/** What of a locked ticket decides whether it may be returned. */
export async function readReturnable(tx: Tx, ticket: LockedTicket): Promise<ReturnableTicket> {
  const row = await tx.ticket.findUniqueOrThrow({
    where: { id: ticket.id },
    select: {
      orderLine: { select: { priceAmount: true } },
      order: { select: { payment: { select: { paymentIntentId: true } } } },
      performance: { select: { returnable: true, status: true } },
    },
  })
  const { status, isAdmitted, orderStatus, startsAt } = ticket
  return {
    ...{ status, isAdmitted, orderStatus, startsAt },
    isBuyers: ticket.ownerKey === null,
    priceAmount: row.orderLine.priceAmount,
    isPaidByCard: Boolean(row.order.payment?.paymentIntentId),
    returnable: row.performance.returnable && row.performance.status === 'published',
  }
}

/** Whether a locked ticket is offered to the waiting list; the id of that return, or null. */
export async function findOpenReturn(tx: Tx, ticketId: string): Promise<string | null> {
  const row = await tx.ticketReturn.findFirst({ where: { ticketId, status: 'open' }, select: { id: true } })
  return row?.id ?? null
}

/** Offers a locked ticket to the waiting list. It stays valid and whose it is. Returns the return's id. */
export async function createReturn(tx: Tx, ticketId: string): Promise<string> {
  const ticket = await tx.ticket.findUniqueOrThrow({
    where: { id: ticketId },
    select: { performanceId: true, seatIndex: true },
  })
  const { id } = await tx.ticketReturn.create({ data: { ticketId, ...ticket }, select: { id: true } })
  return id
}

/**
 * Locks the seat of a locked ticket. True where it is sold with that ticket; false while somebody who was called holds
 * it to buy it. A call locks the seat too, and looks at the return after that.
 */
export async function lockOwnSeat(tx: Tx, ticketId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM performance_seat s
    JOIN ticket t ON t.performance_id = s.performance_id AND t.seat_index = s.seat_index
    WHERE t.id = ${ticketId}::uuid AND s.status = 'sold' AND s.ticket_id = t.id FOR UPDATE OF s`
  return rows.length > 0
}

/** Ends an open return. The caller holds the locks of its ticket and seat. */
export async function endReturn(
  tx: Tx,
  returnId: string,
  status: Exclude<ReturnStatus, 'open'>,
): Promise<void> {
  await tx.ticketReturn.update({ where: { id: returnId }, data: { status, endedAt: new Date() } })
}

/** Returned tickets whose seats are being sold, with their orders, all locked. */
export type ReturnsForSale = { orders: LockedOrder[]; tickets: ReturnForSale[] }
export type ReturnForSale = { ticketId: string; orderId: string; returnId: string; priceAmount: number }

/**
 * Locks the returned tickets that seats about to be sold stand for: their orders as everybody locks several, the newest
 * first (the one that buys is newer than all of them, and locked before), then the tickets; the seats come after. One
 * that was refunded meanwhile is not among them.
 */
export async function lockReturns(tx: Tx, sales: Sale[]): Promise<ReturnsForSale> {
  const carried = await tx.$queryRaw<{ ticketId: string; orderId: string }[]>`
    SELECT t.id AS "ticketId", t.order_id AS "orderId"
    FROM unnest(${sales.map((sale) => sale.performanceId)}::uuid[], ${sales.map((sale) => sale.seatIndex)}::int[])
      AS asked(performance_id, seat_index)
    JOIN performance_seat s ON s.performance_id = asked.performance_id AND s.seat_index = asked.seat_index
    JOIN ticket t ON t.id = s.ticket_id
    WHERE s.status = 'held'`
  if (carried.length === 0) return { orders: [], tickets: [] }
  const orders = await lockOrdersOf(tx, [...new Set(carried.map(({ orderId }) => orderId))])
  const tickets = await tx.$queryRaw<ReturnForSale[]>`
    SELECT t.id AS "ticketId", t.order_id AS "orderId", r.id AS "returnId", l.price_amount AS "priceAmount"
    FROM ticket t JOIN ticket_return r ON r.ticket_id = t.id AND r.status = 'open'
    JOIN order_line l ON l.id = t.order_line_id
    WHERE t.id = ANY (${carried.map(({ ticketId }) => ticketId)}::uuid[]) AND t.status = 'valid'
    ORDER BY t.id FOR UPDATE OF t`
  return { orders, tickets }
}

/** The tickets are void, their price given back with this refund; their returns are sold. */
export async function sellReturns(tx: Tx, tickets: ReturnForSale[], refundId: string): Promise<void> {
  await tx.ticket.updateMany({
    where: { id: { in: tickets.map(({ ticketId }) => ticketId) }, status: 'valid' },
    data: { status: 'void', refundId },
  })
  await tx.ticketReturn.updateMany({
    where: { id: { in: tickets.map(({ returnId }) => returnId) }, status: 'open' },
    data: { status: 'sold', endedAt: new Date() },
  })
}

/**
 * Ends up to `limit` returns of performances that began or were called off, where nobody is buying the ticket: it stays
 * its owner's. Returns those whose owners have not gone in with it. Locks their seats first, in key order, and looks at
 * the returns after that, as a call does.
 */
export async function endReturns(tx: Tx, limit = 200): Promise<string[]> {
  const seats = await tx.$queryRaw<{ ticketId: string }[]>`
    SELECT s.ticket_id AS "ticketId" FROM performance_seat s
    JOIN ticket_return r ON r.performance_id = s.performance_id AND r.seat_index = s.seat_index
      AND r.ticket_id = s.ticket_id AND r.status = 'open'
    JOIN performance p ON p.id = r.performance_id
    WHERE s.status = 'sold' AND (p.starts_at <= clock_timestamp() OR p.status = 'cancelled')
    ORDER BY s.performance_id, s.seat_index LIMIT ${limit} FOR UPDATE OF s`
  if (seats.length === 0) return []
  const rows = await tx.$queryRaw<{ id: string; isUsed: boolean }[]>`
    UPDATE ticket_return SET status = 'ended', ended_at = clock_timestamp()
    WHERE status = 'open' AND ticket_id = ANY (${seats.map(({ ticketId }) => ticketId)}::uuid[])
    RETURNING id, EXISTS (SELECT 1 FROM admission a WHERE a.ticket_id = ticket_return.ticket_id) AS "isUsed"`
  return rows.flatMap(({ id, isUsed }) => (isUsed ? [] : [id]))
}
