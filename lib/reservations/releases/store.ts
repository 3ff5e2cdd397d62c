import { pool } from '@/lib/platform/db'
import { holdIdOf } from '../holds/rules'
import { FREE_SEATS } from './free-seats'

/**
 * Both statements below free seats of holds: locks on the seats in key order, then on the hold, as a claim does. A
 * released hold keeps what was not freed, read from its newest version, because a claim may have added to it.
 */
const RELEASE_SQL = `
WITH locked AS (
  SELECT s.performance_id, s.seat_index, s.hold_id, s.ticket_id FROM performance_seat s
  WHERE s.performance_id = $2 AND s.status = 'held' AND s.hold_id = $1
    AND s.seat_index IN (SELECT unnest(h.seat_indexes) FROM hold h WHERE h.id = $1)
    AND ($3::int[] IS NULL OR s.seat_index = ANY ($3))
  ORDER BY s.performance_id, s.seat_index FOR UPDATE
), ${FREE_SEATS}, kept AS (
  UPDATE hold h SET seat_indexes = ARRAY(SELECT unnest(h.seat_indexes) EXCEPT SELECT unnest(g.seats) ORDER BY 1)
  FROM gone g WHERE h.id = g.hold_id
)
SELECT seat_index AS "seatIndex" FROM freed`

const SWEEP_SQL = `
WITH due AS (
  SELECT id, performance_id, seat_indexes FROM hold
  WHERE seat_count > 0 AND expires_at <= clock_timestamp() AND ($2::uuid IS NULL OR id = $2)
  ORDER BY expires_at LIMIT $1
), locked AS (
  SELECT s.performance_id, s.seat_index, s.hold_id, s.ticket_id FROM performance_seat s
  JOIN (SELECT id, performance_id, unnest(seat_indexes) AS seat_index FROM due) d
    ON d.performance_id = s.performance_id AND d.seat_index = s.seat_index
  WHERE s.status = 'held' AND s.hold_id = d.id AND s.held_until <= clock_timestamp()
  ORDER BY s.performance_id, s.seat_index FOR UPDATE OF s
), ${FREE_SEATS}, emptied AS (
  UPDATE hold h SET seat_indexes = '{}'
  FROM (SELECT id FROM due WHERE (SELECT count(*) FROM freed) >= 0 ORDER BY id) d
  WHERE h.id = d.id AND h.expires_at <= clock_timestamp()
)
SELECT DISTINCT performance_id AS "performanceId" FROM due`

/** Frees the given seats of a cart at a performance, or all of them. Returns those freed; not held here is no error. */
export async function releaseSeats(
  cartId: string,
  performanceId: string,
  seatIndexes: number[] | null,
): Promise<number[]> {
  const { rows } = await pool.query<{ seatIndex: number }>({
    name: 'release-seats',
    text: RELEASE_SQL,
    values: [holdIdOf(cartId, performanceId), performanceId, seatIndexes],
  })
  return rows.map((row) => row.seatIndex)
}

/**
 * Frees the seats of holds whose time is over: up to `limit`, or the one named. Ownership ended by itself; this tidies
 * up and leaves the SeatChange by which the maps learn of it. Returns the performances concerned. Any number may
 * sweep at once.
 */
export async function sweepHolds({ limit = 200, holdId = null as string | null } = {}): Promise<string[]> {
  const { rows } = await pool.query<{ performanceId: string }>({
    name: 'sweep-holds',
    text: SWEEP_SQL,
    values: [limit, holdId],
  })
  return rows.map((row) => row.performanceId)
}
