import { MAX_HOLD_MINUTES, PAYMENT_MINUTES } from '@/lib/platform/hold-limits'
import type { Tx } from '@/lib/platform/transaction'

/**
 * The fan starts to pay: each live hold of the cart that was not extended before lasts at least fifteen minutes from
 * now, and never more than thirty from its first seat. Locks the seats in key order, then the holds. Returns when the
 * first of the cart's holds now ends; null where nothing is held any more.
 */
export async function extendForPayment(tx: Tx, cartId: string): Promise<Date | null> {
  await tx.$queryRaw`
    SELECT s.seat_index FROM performance_seat s
    JOIN (SELECT id, performance_id, unnest(seat_indexes) AS seat_index FROM hold WHERE cart_id = ${cartId}::uuid) h
      ON h.performance_id = s.performance_id AND h.seat_index = s.seat_index AND h.id = s.hold_id
    ORDER BY s.performance_id, s.seat_index FOR UPDATE OF s`
  await tx.$executeRaw`
    WITH extended AS (
      UPDATE hold SET
        payment_started_at = clock_timestamp(),
        expires_at = LEAST(
          first_held_at + make_interval(mins => ${MAX_HOLD_MINUTES}::int),
          GREATEST(expires_at, date_trunc('milliseconds', clock_timestamp()) + make_interval(mins => ${PAYMENT_MINUTES}::int)))
      WHERE cart_id = ${cartId}::uuid AND seat_count > 0 AND expires_at > clock_timestamp()
        AND payment_started_at IS NULL
      RETURNING id, performance_id, seat_indexes, expires_at
    )
    UPDATE performance_seat s SET held_until = e.expires_at
    FROM (SELECT id, performance_id, unnest(seat_indexes) AS seat_index, expires_at FROM extended) e
    WHERE s.performance_id = e.performance_id AND s.seat_index = e.seat_index AND s.hold_id = e.id
      AND s.status = 'held'`
  const [row] = await tx.$queryRaw<{ endsAt: Date | null }[]>`
    SELECT min(expires_at) AS "endsAt" FROM hold
    WHERE cart_id = ${cartId}::uuid AND seat_count > 0 AND expires_at > clock_timestamp()`
  return row?.endsAt ?? null
}
