import { pool } from '@/lib/platform/db'
import { HOLD_MINUTES } from '@/lib/platform/hold-limits'
import { holdIdOf } from '../holds/rules'
import { ADD_TO_HOLD, outrival } from '../holds/store'
import { sweepHolds } from '../releases/store'

/**
 * The seats somebody was called with go over to a cart's hold, which lives or begins now: all of them, or nothing
 * happens. Locks as everywhere: seats in key order, then the hold, then the entry, which nobody ends without its seats'
 * locks. A returned ticket's seat keeps the ticket. Nothing changes for the maps.
 */
const TAKE_SQL = `
WITH entry AS (
  SELECT id, performance_id, seat_indexes FROM waiting_entry WHERE id = $1 AND status = 'called'
), locked AS (
  SELECT s.performance_id, s.seat_index FROM performance_seat s
  JOIN entry e ON s.performance_id = e.performance_id AND s.seat_index = ANY (e.seat_indexes)
  WHERE s.status = 'held' AND s.hold_id = e.id AND s.held_until > clock_timestamp()
  ORDER BY s.performance_id, s.seat_index FOR UPDATE OF s
), whole AS MATERIALIZED (
  SELECT e.*, date_trunc('milliseconds', clock_timestamp()) AS at FROM entry e
  WHERE (SELECT count(*) FROM locked) = cardinality(e.seat_indexes)
), hold AS (
  INSERT INTO hold AS h (id, cart_id, performance_id, seat_indexes, first_held_at, expires_at)
  SELECT $2, $3, w.performance_id, w.seat_indexes, w.at, w.at + make_interval(mins => ${HOLD_MINUTES}) FROM whole w
  ${ADD_TO_HOLD}
  RETURNING h.id, h.expires_at
), moved AS (
  UPDATE performance_seat s SET hold_id = h.id, held_until = h.expires_at
  FROM locked l, hold h
  WHERE s.performance_id = l.performance_id AND s.seat_index = l.seat_index
), taken AS (
  UPDATE waiting_entry w SET status = 'taken', ended_at = clock_timestamp() FROM hold h
  WHERE w.id = $1 AND w.status = 'called'
)
SELECT EXISTS (SELECT 1 FROM whole) AS "isWhole", EXISTS (SELECT 1 FROM hold) AS "isTaken"`

export type TakeOutcome = 'taken' | 'too_late' | 'seat_limit'

/**
 * Gives a cart the seats that somebody was called with: ten minutes, or what its hold there has left. `too_late` where
 * they are not held for them any more, `seat_limit` where the cart would hold more than ten; nothing is changed then.
 * Whoever has taken them may repeat it.
 */
export async function takeSeats(
  entry: { id: string; performanceId: string },
  cartId: string,
): Promise<TakeOutcome> {
  const holdId = holdIdOf(cartId, entry.performanceId)
  const first = await runTake(entry.id, holdId, cartId)
  if (first !== 'seat_limit') return first
  // The cart's hold may have ended a moment ago: swept, it begins anew.
  await sweepHolds({ holdId })
  return runTake(entry.id, holdId, cartId)
}

async function runTake(entryId: string, holdId: string, cartId: string): Promise<TakeOutcome> {
  const query = { name: 'take-called-seats', text: TAKE_SQL, values: [entryId, holdId, cartId] }
  const { rows } = await outrival(() => pool.query<{ isWhole: boolean; isTaken: boolean }>(query))
  if (rows[0]?.isTaken) return 'taken'
  if (rows[0]?.isWhole) return 'seat_limit'
  return (await hasTaken(entryId, holdId)) ? 'taken' : 'too_late'
}

async function hasTaken(entryId: string, holdId: string): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT 1 FROM waiting_entry w JOIN hold h ON h.id = $2 AND h.seat_indexes @> w.seat_indexes
     WHERE w.id = $1 AND w.status = 'taken' AND h.expires_at > clock_timestamp()`,
    [entryId, holdId],
  )
  return rows.length > 0
}
