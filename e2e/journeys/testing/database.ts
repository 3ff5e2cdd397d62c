import { expect } from '@playwright/test'
import pg from 'pg'
import { verifyDatabase } from '@/prisma/verify/verify-database'

const url = process.env.DATABASE_URL as string

async function query<T>(sql: string, values: unknown[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** How a performance's seats stand, by label; those that have expired count as free. */
export async function readSeats(performanceId: string, labels: string[]): Promise<Record<string, string>> {
  const rows = await query<{ label: string; status: string }>(
    `SELECT t.label, CASE WHEN s.status = 'held' AND s.held_until <= clock_timestamp() THEN 'free'
       ELSE s.status::text END AS status
     FROM performance_seat s JOIN seat t ON t.seat_map_id = s.seat_map_id AND t.index = s.seat_index
     WHERE s.performance_id = $1 AND t.label = ANY ($2)`,
    [performanceId, labels],
  )
  return Object.fromEntries(rows.map(({ label, status }) => [label, status]))
}

/** Labels of the seats of a performance that somebody holds, in order. */
export async function heldIn(performanceId: string): Promise<string[]> {
  const rows = await query<{ label: string }>(
    `SELECT t.label FROM performance_seat s JOIN seat t ON t.seat_map_id = s.seat_map_id AND t.index = s.seat_index
     WHERE s.performance_id = $1 AND s.status = 'held' AND s.held_until > clock_timestamp() ORDER BY s.seat_index`,
    [performanceId],
  )
  return rows.map(({ label }) => label)
}

/**
 * Lets time pass: every hold of this performance, and every unpaid order of its seats, ends in `ms`, as minutes of
 * waiting would have it. Nothing else is touched; what the end of a hold means is left to the app.
 */
export async function endHoldsIn(performanceId: string, ms: number): Promise<void> {
  await query(
    `WITH h AS (
       UPDATE hold SET first_held_at = first_held_at - (expires_at - statement_timestamp()) + make_interval(secs => $2),
         expires_at = statement_timestamp() + make_interval(secs => $2)
       WHERE performance_id = $1 AND seat_count > 0 RETURNING id, expires_at
     ), o AS (
       UPDATE "order" SET expires_at = statement_timestamp() + make_interval(secs => $2)
       WHERE status IN ('pending', 'authorized')
         AND id IN (SELECT order_id FROM order_line WHERE performance_id = $1)
     ) UPDATE performance_seat s SET held_until = h.expires_at FROM h
       WHERE s.performance_id = $1 AND s.hold_id = h.id`,
    [performanceId, ms / 1000],
  )
}

/** The orders made for an address, newest first. */
export function readOrders(
  email: string,
): Promise<{ id: string; status: string; cancelReason: string | null }[]> {
  const sql = `SELECT id, status, cancel_reason AS "cancelReason" FROM "order" WHERE email = $1 ORDER BY id DESC`
  return query(sql, [email])
}

/** How many seat maps a venue has. */
export async function countSeatMaps(venueId: string): Promise<number> {
  return (await query('SELECT 1 FROM seat_map WHERE venue_id = $1', [venueId])).length
}

/** How many people an order lets in. */
export async function countTickets(orderId: string): Promise<number> {
  const rows = await query(`SELECT 1 FROM ticket WHERE order_id = $1 AND status = 'valid'`, [orderId])
  return rows.length
}

/** The payment of an order, as we have it. */
export async function readPayment(orderId: string) {
  const [row] = await query<{ intentId: string | null; sessionId: string | null; status: string }>(
    `SELECT p.payment_intent_id AS "intentId", p.checkout_session_id AS "sessionId", o.status
     FROM "order" o LEFT JOIN payment p ON p.order_id = o.id WHERE o.id = $1`,
    [orderId],
  )
  if (!row) throw new Error(`There is no order ${orderId}`)
  return row
}

/** No seat sold twice, no money without a seat, nothing overdue: `npm run verify`, on the database of the tests. */
export async function expectSound(): Promise<void> {
  const findings = await verifyDatabase(url)
  expect(findings.map(({ invariant, examples }) => ({ name: invariant.name, examples }))).toEqual([])
}

/**
 * Runs something while nobody else that asks for the same lock runs: the stand-ins are shared by all workers.
 * `shared` lets several in together, and keeps out who wants to be alone.
 */
export async function withLock<T>(name: string, shared: boolean, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const lock = shared ? 'pg_advisory_lock_shared' : 'pg_advisory_lock'
    await client.query(`SELECT ${lock}(hashtext($1))`, [name])
    return await work()
  } finally {
    await client.end()
  }
}
