import { pool } from '@/lib/platform/db'
import type { Admission, AdmissionOutcome } from './types'

type Row = { performanceId: string; isCurrent: boolean; madeAt: Date | null }

/**
 * The ticket's row is locked first, so that passing it on or refunding it comes either before (then this issue of it is
 * void) or after; then its seat, because who is called from a waiting list locks nothing else of a returned ticket:
 * while somebody holds the seat to buy it, the ticket lets nobody in. Two doors that scan it at once meet at the
 * admission's primary key: one insert counts, and the other reads what it left, in a statement of its own because this
 * one began before it.
 */
const ADMIT_SQL = `
WITH asked AS (
  SELECT t.id, t.performance_id,
    t.status = 'valid' AND t.serial = $3 AND s.status = 'sold' AND s.ticket_id = t.id AS is_current
  FROM ticket t
  JOIN performance_seat s ON s.performance_id = t.performance_id AND s.seat_index = t.seat_index
  WHERE t.id = $1 FOR UPDATE OF t FOR SHARE OF s
), made AS (
  INSERT INTO admission (ticket_id, door)
  SELECT id, $4 FROM asked WHERE is_current AND performance_id = $2
  ON CONFLICT (ticket_id) DO NOTHING
  RETURNING admitted_at
)
SELECT a.performance_id AS "performanceId", a.is_current AS "isCurrent", m.admitted_at AS "madeAt"
FROM asked a LEFT JOIN made m ON true`

/**
 * Lets the ticket in at the performance, exactly once, if `serial` is its present issue. `door` is kept for whoever
 * scans it again. Nothing is written unless the outcome is `admitted`.
 */
export async function admit(ticket: {
  ticketId: string
  performanceId: string
  serial: number
  door: string | null
}): Promise<AdmissionOutcome> {
  const { ticketId, performanceId, serial, door } = ticket
  const { rows } = await pool.query<Row>(ADMIT_SQL, [ticketId, performanceId, serial, door])
  const row = rows[0]
  if (!row) return { outcome: 'unknown_ticket' }
  if (row.performanceId !== performanceId) return { outcome: 'wrong_performance' }
  if (!row.isCurrent) return { outcome: 'void' }
  if (row.madeAt) return { outcome: 'admitted', admittedAt: row.madeAt, door }
  const before = await pool.query<Admission>(
    'SELECT admitted_at AS "admittedAt", door FROM admission WHERE ticket_id = $1',
    [ticketId],
  )
  if (!before.rows[0]) throw new Error('an admission was neither made nor found')
  return { outcome: 'already_admitted', ...before.rows[0] }
}
