import { Prisma } from '@/lib/platform/db'
import { MAX_HOLD_MINUTES, MORE_MINUTES, PAYMENT_MINUTES } from '@/lib/platform/hold-limits'
import { inTransaction, type Tx } from '@/lib/platform/transaction'
import { holdIdOf } from '../holds/rules'

/**
 * The fan starts to pay: each live hold of the cart that was not extended so before lasts at least fifteen minutes from
 * now, and never more than thirty from its first seat. Locks the seats in key order, then the holds. Returns when the
 * first of the cart's holds now ends; null where nothing is held any more.
 */
export async function extendForPayment(tx: Tx, cartId: string): Promise<Date | null> {
  const ofCart = Prisma.sql`cart_id = ${cartId}::uuid`
  await lockSeatsOf(tx, ofCart)
  const extended = await tx.$queryRaw<{ id: string }[]>`
    UPDATE hold SET payment_started_at = clock_timestamp(), expires_at = ${endIn(PAYMENT_MINUTES)}
    WHERE ${ofCart} AND seat_count > 0 AND expires_at > clock_timestamp() AND payment_started_at IS NULL
    RETURNING id`
  await carryToSeats(tx, extended)
  const [row] = await tx.$queryRaw<{ endsAt: Date | null }[]>`
    SELECT min(expires_at) AS "endsAt" FROM hold
    WHERE ${ofCart} AND seat_count > 0 AND expires_at > clock_timestamp()`
  return row?.endsAt ?? null
}

export type ExtendOutcome = 'extended' | 'already_extended' | 'hold_ended'

/**
 * The fan needs more time: the cart's hold at a performance lasts at least ten minutes from now, and never more than
 * thirty from its first seat. Once; a hold that has ended stays so, and one that cannot grow is like one that has. What
 * is offered to the fan keeps its own time.
 */
export function extendOnRequest(cartId: string, performanceId: string): Promise<ExtendOutcome> {
  const id = holdIdOf(cartId, performanceId)
  return inTransaction(async (tx) => {
    await lockSeatsOf(tx, Prisma.sql`id = ${id}::uuid`)
    const extended = await tx.$queryRaw<{ id: string }[]>`
      UPDATE hold SET extended_at = clock_timestamp(), expires_at = ${endIn(MORE_MINUTES)}
      WHERE id = ${id}::uuid AND seat_count > 0 AND expires_at > clock_timestamp() AND extended_at IS NULL
        AND expires_at < first_held_at + make_interval(mins => ${MAX_HOLD_MINUTES}::int)
      RETURNING id`
    await carryToSeats(tx, extended)
    if (extended.length > 0) return 'extended'
    const [live] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM hold WHERE id = ${id}::uuid AND seat_count > 0 AND expires_at > clock_timestamp()`
    return live ? 'already_extended' : 'hold_ended'
  })
}

/** At least so long from now, at most thirty minutes from the first seat. Never less than it was. */
function endIn(minutes: number): Prisma.Sql {
  return Prisma.sql`LEAST(
    first_held_at + make_interval(mins => ${MAX_HOLD_MINUTES}::int),
    GREATEST(expires_at, date_trunc('milliseconds', clock_timestamp()) + make_interval(mins => ${minutes}::int)))`
}

async function lockSeatsOf(tx: Tx, holds: Prisma.Sql): Promise<void> {
  await tx.$queryRaw`
    SELECT s.seat_index FROM performance_seat s
    JOIN (SELECT id, performance_id, unnest(seat_indexes) AS seat_index FROM hold WHERE ${holds}) h
      ON h.performance_id = s.performance_id AND h.seat_index = s.seat_index AND h.id = s.hold_id
    ORDER BY s.performance_id, s.seat_index FOR UPDATE OF s`
}

/**
 * A statement of its own: a claim may have added seats while the hold's lock was waited for, and only a look that begins
 * after that sees them as held.
 */
async function carryToSeats(tx: Tx, holds: { id: string }[]): Promise<void> {
  if (holds.length === 0) return
  await tx.$executeRaw`
    UPDATE performance_seat s SET held_until = h.expires_at
    FROM (SELECT id, performance_id, unnest(seat_indexes) AS seat_index, expires_at FROM hold
          WHERE id = ANY (${holds.map(({ id }) => id)}::uuid[])) h
    WHERE s.performance_id = h.performance_id AND s.seat_index = h.seat_index AND s.hold_id = h.id
      AND s.status = 'held'`
}
