import { Prisma } from '@/lib/platform/db'
import { CALL_MINUTES } from '@/lib/platform/hold-limits'
import type { Tx } from '@/lib/platform/transaction'
import { FREE_SEATS } from '../releases/free-seats'
import type { Call, InLine, Supplied } from './types'

/** More than the seats that come back in one moment; the others' turn comes with the next call. */
const LINE_LENGTH = 500

/**
 * One call at a time for each performance, until the transaction ends; nobody else locks this way but an organizer who
 * changes the performance. False where it cannot be bought any more.
 */
export async function lockLine(tx: Tx, performanceId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isOpen: boolean }[]>`
    SELECT p.status = 'published' AND p.starts_at > clock_timestamp() AND e.deleted_at IS NULL AS "isOpen"
    FROM performance p JOIN event e ON e.id = p.event_id
    WHERE p.id = ${performanceId}::uuid FOR NO KEY UPDATE OF p`
  return row?.isOpen ?? false
}

/** Who waits, in order; nobody where it cannot be bought any more. The caller holds the line's lock. */
export async function findLine(tx: Tx, performanceId: string): Promise<InLine[]> {
  return tx.$queryRaw<InLine[]>`
    SELECT id, category, seat_count AS "seatCount", takes_fewer AS "takesFewer" FROM waiting_entry
    WHERE performance_id = ${performanceId}::uuid AND status = 'waiting'
    ORDER BY created_at, id LIMIT ${LINE_LENGTH}`
}

/** What is set aside at a performance. */
export async function findAside(tx: Tx, performanceId: string): Promise<number[]> {
  const rows = await tx.asideSeat.findMany({ where: { performanceId }, select: { seatIndex: true } })
  return rows.map(({ seatIndex }) => seatIndex)
}

type LockedSeat = {
  seatIndex: number
  category: number
  status: 'held' | 'free' | 'sold'
  ticketId: string | null
}

/**
 * Locks, in key order, what can be given to who waits for these categories, and what is set aside, whatever its
 * category: seats set aside, free ones, and those of returned tickets that nobody is buying. Whether a return still
 * stands is read after the locks, in a statement that sees what was committed while they were waited for: the door and
 * whoever takes a ticket back lock its seat too.
 */
export async function lockSupply(
  tx: Tx,
  performanceId: string,
  { categories, asideIndexes }: { categories: number[]; asideIndexes: number[] },
): Promise<{ supply: Supplied[]; aside: number[] }> {
  const seats = await tx.$queryRaw<LockedSeat[]>`
    SELECT s.seat_index AS "seatIndex", seat.category, s.status::text AS status, s.ticket_id AS "ticketId"
    FROM performance_seat s JOIN seat ON seat.seat_map_id = s.seat_map_id AND seat.index = s.seat_index
    WHERE s.performance_id = ${performanceId}::uuid AND (
      (s.status = 'held' AND s.hold_id = s.performance_id AND s.seat_index = ANY (${asideIndexes}::int[]))
      OR (seat.category = ANY (${categories}::int[]) AND (s.status = 'free' OR (s.status = 'sold' AND s.ticket_id IN (
        SELECT r.ticket_id FROM ticket_return r
        WHERE r.performance_id = ${performanceId}::uuid AND r.status = 'open')))))
    ORDER BY s.seat_index FOR UPDATE OF s`
  const returns = await tx.ticketReturn.findMany({
    where: { performanceId, status: 'open', ticket: { status: 'valid', admission: null } },
    select: { ticketId: true, createdAt: true },
  })
  const returnedAt = new Map(returns.map((one) => [one.ticketId, one.createdAt]))
  const supply = seats.flatMap(({ seatIndex, category, status, ticketId }): Supplied[] => {
    if (status !== 'sold') return [{ seatIndex, category, returnedAt: null }]
    const since = returnedAt.get(ticketId ?? '')
    return since ? [{ seatIndex, category, returnedAt: since }] : []
  })
  const aside = seats.filter(({ status }) => status === 'held').map(({ seatIndex }) => seatIndex)
  return { supply, aside }
}

/** Of these, who still waits, locked until the transaction ends. */
export async function lockWaiting(tx: Tx, entryIds: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM waiting_entry WHERE id = ANY (${entryIds}::uuid[]) AND status = 'waiting' ORDER BY id FOR UPDATE`
  return new Set(rows.map(({ id }) => id))
}

/**
 * Holds the seats of these calls for who is called, at what the first ticket type of their category costs now. A
 * returned ticket's seat keeps the ticket: it is its owner's until it is sold. The caller holds the locks.
 */
export async function makeCalls(tx: Tx, performanceId: string, calls: Call[]): Promise<void> {
  const seats = calls.flatMap(({ entryId, seatIndexes }) =>
    seatIndexes.map((seatIndex) => ({ entryId, seatIndex })),
  )
  if (seats.length === 0) return
  await tx.$executeRaw`
    WITH now AS MATERIALIZED (SELECT date_trunc('milliseconds', clock_timestamp()) AS at), called AS (
      UPDATE waiting_entry w SET status = 'called', called_at = now.at,
        called_until = now.at + make_interval(mins => ${CALL_MINUTES}::int),
        seat_indexes = ARRAY(SELECT c.seat_index FROM unnest(${seats.map(({ entryId }) => entryId)}::uuid[],
          ${seats.map(({ seatIndex }) => seatIndex)}::int[]) AS c(entry_id, seat_index) WHERE c.entry_id = w.id ORDER BY 1)
      FROM now WHERE w.id = ANY (${calls.map(({ entryId }) => entryId)}::uuid[])
      RETURNING w.id, w.category, w.seat_indexes, w.called_until
    ), taken AS (
      SELECT c.id, c.called_until, unnest(c.seat_indexes) AS seat_index, t.id AS ticket_type_id, t.amount
      FROM called c JOIN LATERAL (
        SELECT id, amount FROM ticket_type
        WHERE performance_id = ${performanceId}::uuid AND category_index = c.category ORDER BY position LIMIT 1
      ) t ON true
    )
    UPDATE performance_seat s SET status = 'held', hold_id = c.id, held_until = c.called_until,
      ticket_type_id = c.ticket_type_id, price_amount = c.amount
    FROM taken c WHERE s.performance_id = ${performanceId}::uuid AND s.seat_index = c.seat_index`
}

/** What was set aside and suits nobody is free for anyone. The caller holds the locks. */
export async function freeAside(tx: Tx, performanceId: string, seatIndexes: number[]): Promise<void> {
  if (seatIndexes.length === 0) return
  await tx.$executeRaw`
    UPDATE performance_seat SET status = 'free', hold_id = NULL, held_until = NULL, ticket_type_id = NULL,
      price_amount = NULL
    WHERE performance_id = ${performanceId}::uuid AND seat_index = ANY (${seatIndexes}::int[])
      AND status = 'held' AND hold_id = performance_id`
}

/** These are set aside no more: somebody has them, or anyone can. */
export async function forgetAside(tx: Tx, performanceId: string, seatIndexes: number[]): Promise<void> {
  await tx.asideSeat.deleteMany({ where: { performanceId, seatIndex: { in: seatIndexes } } })
}

/**
 * Ends calls whose time is over, up to `limit`: their seats go where `FREE_SEATS` says. Ownership ended by itself, as a
 * hold's does. Returns who missed it, and where. Any number may sweep at once: locks on the seats in key order, then on
 * the entries.
 */
export function sweepCalls(
  tx: Tx,
  { limit = 200 } = {},
): Promise<{ entryId: string; performanceId: string }[]> {
  return tx.$queryRaw`
    WITH due AS (
      SELECT id, performance_id, seat_indexes FROM waiting_entry
      WHERE status = 'called' AND called_until <= clock_timestamp() ORDER BY called_until LIMIT ${limit}
    ), locked AS (
      SELECT s.performance_id, s.seat_index, s.hold_id, s.ticket_id FROM performance_seat s
      JOIN (SELECT id, performance_id, unnest(seat_indexes) AS seat_index FROM due) d
        ON d.performance_id = s.performance_id AND d.seat_index = s.seat_index
      WHERE s.status = 'held' AND s.hold_id = d.id AND s.held_until <= clock_timestamp()
      ORDER BY s.performance_id, s.seat_index FOR UPDATE OF s
    ), ${Prisma.raw(FREE_SEATS)}
    UPDATE waiting_entry w SET status = 'missed', ended_at = clock_timestamp()
    FROM (SELECT id FROM due WHERE (SELECT count(*) FROM freed) >= 0 ORDER BY id) d
    WHERE w.id = d.id AND w.status = 'called'
    RETURNING w.id AS "entryId", w.performance_id AS "performanceId"`
}

/** Ends the wait for performances that began, or were called off. */
export async function endWaits(tx: Tx): Promise<number> {
  return tx.$executeRaw`
    UPDATE waiting_entry w SET status = 'ended', ended_at = clock_timestamp()
    FROM performance p JOIN event e ON e.id = p.event_id
    WHERE w.status = 'waiting' AND p.id = w.performance_id
      AND (p.starts_at <= clock_timestamp() OR p.status = 'cancelled' OR e.deleted_at IS NOT NULL)`
}
