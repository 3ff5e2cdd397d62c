import { Prisma } from '@/lib/platform/db'
import type { Tx } from '@/lib/platform/transaction'
import { holdIdOf } from '../holds/rules'
import type { Sale } from './types'

type LockedSeat = { performanceId: string; seatIndex: number }

/**
 * Turns seats a cart holds, at the price it holds them, into sold ones; the tickets must be inserted in the same
 * transaction. All or nothing: where a seat's hold has ended or it is someone else's, nothing is written and those
 * lost are returned. An empty answer means all are sold. A seat that stands for a returned ticket is sold only where that
 * is one of `returned`, which the caller has locked and makes void in the same transaction.
 */
export async function sellSeats(
  tx: Tx,
  cartId: string,
  sales: Sale[],
  returned: string[] = [],
): Promise<Sale[]> {
  const owned = await lockOwnedSeats(tx, cartId, sales, returned)
  const keys = new Set(owned.map(keyOf))
  const lost = sales.filter((sale) => !keys.has(keyOf(sale)))
  if (lost.length > 0) return lost
  await tx.$executeRaw`
    UPDATE performance_seat s SET status = 'sold', hold_id = NULL, held_until = NULL, ticket_id = a.ticket_id
    FROM (${asked(cartId, sales)}) a
    WHERE s.performance_id = a.performance_id AND s.seat_index = a.seat_index`
  await leaveHolds(tx, cartId, sales)
  return []
}

/** Locks, in key order, those of the seats that are the cart's now and cost what the order says. */
async function lockOwnedSeats(
  tx: Tx,
  cartId: string,
  sales: Sale[],
  returned: string[],
): Promise<LockedSeat[]> {
  return tx.$queryRaw<LockedSeat[]>`
    SELECT s.performance_id AS "performanceId", s.seat_index AS "seatIndex"
    FROM performance_seat s
    JOIN (${asked(cartId, sales)}) a ON a.performance_id = s.performance_id AND a.seat_index = s.seat_index
    WHERE s.status = 'held' AND s.hold_id = a.hold_id AND s.held_until > clock_timestamp()
      AND s.price_amount = a.price_amount
      AND (s.ticket_id IS NULL OR s.ticket_id = ANY (${returned}::uuid[]))
    ORDER BY s.performance_id, s.seat_index FOR UPDATE OF s`
}

/** The seats sold leave their holds, and the maps learn of it. */
async function leaveHolds(tx: Tx, cartId: string, sales: Sale[]): Promise<void> {
  for (const performanceId of [...new Set(sales.map((sale) => sale.performanceId))].sort()) {
    const seats = sales.filter((sale) => sale.performanceId === performanceId).map((sale) => sale.seatIndex)
    await tx.$executeRaw`
      UPDATE hold SET seat_indexes = ARRAY(SELECT unnest(seat_indexes) EXCEPT SELECT unnest(${seats}::int[]) ORDER BY 1)
      WHERE id = ${holdIdOf(cartId, performanceId)}::uuid`
    await tx.seatChange.create({ data: { performanceId, seatIndexes: seats } })
  }
}

function asked(cartId: string, sales: Sale[]): Prisma.Sql {
  return Prisma.sql`SELECT * FROM unnest(
    ${sales.map((sale) => holdIdOf(cartId, sale.performanceId))}::uuid[],
    ${sales.map((sale) => sale.performanceId)}::uuid[],
    ${sales.map((sale) => sale.seatIndex)}::int[],
    ${sales.map((sale) => sale.priceAmount)}::int[],
    ${sales.map((sale) => sale.ticketId)}::uuid[]
  ) AS sale(hold_id, performance_id, seat_index, price_amount, ticket_id)`
}

function keyOf({ performanceId, seatIndex }: LockedSeat): string {
  return `${performanceId}/${seatIndex}`
}
