import { pool } from '@/lib/platform/db'
import type { SeatSnapshot } from '../types'

/** A seat's state as a map shows it: 0 free, 1 held, 2 sold, 3 blocked. A hold whose time is over is free. */
export const STATE_SQL = `
  CASE s.status WHEN 'free' THEN 0 WHEN 'sold' THEN 2 WHEN 'blocked' THEN 3
    ELSE CASE WHEN s.held_until > clock_timestamp() THEN 1 ELSE 0 END END`

/**
 * Every seat's state and the version they belong to, from one statement and so from one moment. The states may be
 * newer than the version, never older; a diff that follows then repeats what is known, which is harmless. Null for a
 * performance without inventory.
 */
export async function readSnapshot(performanceId: string): Promise<SeatSnapshot | null> {
  const { rows } = await pool.query<{ version: number; states: string | null }>({
    name: 'seat-snapshot',
    values: [performanceId],
    text: `
      SELECT f.version, (
        SELECT string_agg((${STATE_SQL})::text, '' ORDER BY s.seat_index)
        FROM performance_seat s WHERE s.performance_id = f.performance_id
      ) AS states
      FROM seat_feed f WHERE f.performance_id = $1`,
  })
  const row = rows[0]
  if (!row?.states) return null
  return { version: row.version, states: Uint8Array.from(row.states, (digit) => digit.charCodeAt(0) - 48) }
}
