import { coalesce } from '@/lib/platform/coalesce'
import { pool } from '@/lib/platform/db'
import { HOLD_MINUTES, MAX_SEATS_PER_HOLD } from '@/lib/platform/hold-limits'
import { retrying } from '@/lib/platform/transaction'
import { NOBODYS } from '../releases/nobodys'
import { sweepHolds } from '../releases/store'
import { holdIdOf } from './rules'
import type { Claim, ClaimOutcome } from './types'

/**
 * The end of an INSERT INTO hold AS h: where the cart has a hold there, it gets the new seats beside its own and goes on
 * as long as it did; an empty one begins anew. Nothing where it would be more than ten, or the hold ended unswept.
 */
export const ADD_TO_HOLD = `ON CONFLICT (id) DO UPDATE SET
    seat_indexes = ARRAY(SELECT DISTINCT unnest(h.seat_indexes || excluded.seat_indexes) ORDER BY 1),
    first_held_at = CASE WHEN h.seat_count > 0 THEN h.first_held_at ELSE excluded.first_held_at END,
    expires_at = CASE WHEN h.seat_count > 0 THEN h.expires_at ELSE excluded.expires_at END,
    payment_started_at = CASE WHEN h.seat_count > 0 THEN h.payment_started_at END,
    extended_at = CASE WHEN h.seat_count > 0 THEN h.extended_at END
  WHERE (h.seat_count = 0 OR h.expires_at > excluded.first_held_at)
    AND cardinality(ARRAY(SELECT DISTINCT unnest(h.seat_indexes || excluded.seat_indexes)))
      + CASE WHEN h.offered_until > excluded.first_held_at THEN cardinality(h.offered_indexes) ELSE 0 END
      <= ${MAX_SEATS_PER_HOLD}`

/**
 * The claim. One statement, so that one round trip decides and all of a claim's seats go together.
 *
 * - `locked` takes the row locks in (performance, seat) order, whoever asks in whatever order, so claims cannot
 *   deadlock. READ COMMITTED checks the WHERE again on the newest version of a row it had to wait for, with the
 *   clock of that moment. A hold that ended is nobody's, swept or not (`NOBODYS`).
 * - `whole` are the claims that got every seat they asked for.
 * - `hold` adds the seats to the cart's hold, or starts it anew where it is empty. Two tabs of one cart meet at this
 *   row: ON CONFLICT waits for the first and counts on its result, so the tenth seat is the last; seats offered at this
 *   moment count too. A hold that ended but is not yet swept lets nothing in, else its old seats would be forgotten
 *   before the maps hear of them.
 * - Locks are always taken seats first, then holds, in key order; every statement here keeps to that.
 * - Only claims that `hold` let through touch seats and leave a SeatChange.
 */
const CLAIM_SQL = `
WITH claim AS (
  SELECT * FROM unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bool[])
    AS c(n, hold_id, cart_id, performance_id, chosen_type)
), asked AS (
  SELECT a.n, c.hold_id, c.performance_id, c.chosen_type, a.seat_index, t.id AS ticket_type_id, t.amount
  FROM unnest($6::int[], $7::int[], $8::uuid[]) AS a(n, seat_index, ticket_type_id)
  JOIN claim c USING (n)
  JOIN ticket_type t ON t.id = a.ticket_type_id AND t.performance_id = c.performance_id
), locked AS (
  SELECT s.performance_id, s.seat_index, a.n
  FROM performance_seat s
  JOIN asked a ON a.performance_id = s.performance_id AND a.seat_index = s.seat_index
  WHERE s.status = 'free'
     OR (s.status = 'held' AND (s.hold_id = a.hold_id OR ${NOBODYS}))
  ORDER BY s.performance_id, s.seat_index
  FOR UPDATE OF s
), wanted AS (
  SELECT n, array_agg(seat_index ORDER BY seat_index) AS seats
  FROM unnest($6::int[], $7::int[]) AS w(n, seat_index) GROUP BY n
), got AS (
  SELECT n, count(*) AS seats FROM locked GROUP BY n
), whole AS (
  SELECT c.*, w.seats FROM claim c JOIN wanted w USING (n) JOIN got g USING (n)
  WHERE g.seats = cardinality(w.seats)
), hold AS (
  INSERT INTO hold AS h (id, cart_id, performance_id, seat_indexes, first_held_at, expires_at)
  SELECT w.hold_id, w.cart_id, w.performance_id, w.seats, now.at, now.at + make_interval(mins => ${HOLD_MINUTES})
  FROM whole w, LATERAL (SELECT date_trunc('milliseconds', clock_timestamp()) AS at) now
  WHERE cardinality(w.seats) <= ${MAX_SEATS_PER_HOLD}
  ORDER BY w.hold_id
  ${ADD_TO_HOLD}
  RETURNING h.id, h.first_held_at, h.expires_at
), taken AS (
  UPDATE performance_seat s SET
    status = 'held',
    hold_id = h.id,
    held_until = h.expires_at,
    ticket_type_id = CASE WHEN s.hold_id = h.id AND s.held_until = h.expires_at AND NOT a.chosen_type
      THEN s.ticket_type_id ELSE a.ticket_type_id END,
    price_amount = CASE WHEN s.hold_id = h.id AND s.held_until = h.expires_at AND NOT a.chosen_type
      THEN s.price_amount ELSE a.amount END
  FROM asked a JOIN hold h ON h.id = a.hold_id
  WHERE s.performance_id = a.performance_id AND s.seat_index = a.seat_index
), change AS (
  INSERT INTO seat_change (performance_id, seat_indexes)
  SELECT w.performance_id, w.seats FROM whole w JOIN hold h ON h.id = w.hold_id
)
SELECT c.n, c.hold_id AS "holdId", w.n IS NOT NULL AS "whole", h.first_held_at AS "firstHeldAt",
  h.expires_at AS "expiresAt",
  CASE WHEN w.n IS NULL THEN ARRAY(
    SELECT a.seat_index FROM unnest($6::int[], $7::int[]) AS a(n, seat_index) WHERE a.n = c.n
    EXCEPT SELECT l.seat_index FROM locked l WHERE l.n = c.n
  ) END AS "lostIndexes"
FROM claim c
LEFT JOIN whole w ON w.n = c.n
LEFT JOIN hold h ON h.id = c.hold_id
ORDER BY c.n`

type ClaimRow = {
  n: number
  holdId: string
  whole: boolean
  firstHeldAt: Date | null
  expiresAt: Date | null
  lostIndexes: number[] | null
}

const RIVAL_TRIES = 5

/**
 * Decides a batch of claims, each all or nothing, and holds the seats of those granted: ten minutes from the cart's
 * first seat at that performance. The claims of one call must not share a seat or a hold (`claimSeatsTogether` sees to
 * that); those of different calls may. Outcomes come in the order of the claims. Seats the cart holds already count once.
 */
export async function claimSeats(claims: Claim[]): Promise<ClaimOutcome[]> {
  const rows = await runClaims(claims)
  const ended = claims.filter((_, n) => rows[n]?.whole && !rows[n]?.expiresAt)
  if (ended.length === 0) return rows.map(toOutcome)
  for (const claim of ended) await sweepHolds({ holdId: holdIdOf(claim.cartId, claim.performanceId) })
  const again = (await runClaims(ended)).map(toOutcome)
  return rows.map((row, n) => again[ended.indexOf(claims[n] as Claim)] ?? toOutcome(row))
}

async function runClaims(claims: Claim[]): Promise<ClaimRow[]> {
  const query = { name: 'claim-seats', text: CLAIM_SQL, values: claimValues(claims) }
  const { rows } = await outrival(() => pool.query<ClaimRow>(query))
  return rows
}

/**
 * Runs a statement that may make a cart's hold. Two processes make one at the same moment: ON CONFLICT watches the id,
 * and may let the later of them run into the other unique index, (cart, performance), once the earlier has committed.
 * Asked again, it finds that hold.
 */
export async function outrival<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await retrying(work)
    } catch (error) {
      if (attempt >= RIVAL_TRIES || !isRivalHold(error)) throw error
    }
  }
}

function isRivalHold(error: unknown): boolean {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown }
  return code === '23505' && constraint === 'hold_cart_id_performance_id_key'
}

function claimValues(claims: Claim[]) {
  const seats = claims.flatMap((claim, n) =>
    claim.seatIndexes.map((seat, i) => ({ n, seat, type: claim.ticketTypeIds[i] })),
  )
  return [
    claims.map((_, n) => n),
    claims.map((claim) => holdIdOf(claim.cartId, claim.performanceId)),
    claims.map((claim) => claim.cartId),
    claims.map((claim) => claim.performanceId),
    claims.map((claim) => claim.chosenType),
    seats.map(({ n }) => n),
    seats.map(({ seat }) => seat),
    seats.map(({ type }) => type),
  ]
}

function toOutcome(row: ClaimRow): ClaimOutcome {
  if (!row.whole) return { granted: false, reason: 'seats_taken', lostIndexes: row.lostIndexes ?? [] }
  if (!row.firstHeldAt || !row.expiresAt) return { granted: false, reason: 'seat_limit' }
  return { granted: true, holdId: row.holdId, firstHeldAt: row.firstHeldAt, expiresAt: row.expiresAt }
}

/** Claims of one process go to the database together: measured at 1.9 times one at a time. */
export const claimSeatsTogether: (claim: Claim) => Promise<ClaimOutcome> = coalesce({
  maxBatch: 32,
  inFlight: 2,
  keysOf: (claim) => [
    holdIdOf(claim.cartId, claim.performanceId),
    ...claim.seatIndexes.map((seat) => `${claim.performanceId}/${seat}`),
  ],
  run: claimSeats,
})
