import { pool } from '@/lib/platform/db'
import { HOLD_MINUTES, MAX_SEATS_PER_HOLD, OFFER_MINUTES } from '@/lib/platform/hold-limits'
import { newId } from '@/lib/platform/ids'
import { retrying } from '@/lib/platform/transaction'
import { holdIdOf } from '../holds/rules'
import { FREE_SEATS } from '../releases/free-seats'
import { NOBODYS } from '../releases/nobodys'
import type { Offer, OfferOutcome } from './types'

/**
 * Seats of an offer are held by the offer's id, and listed apart in the cart's hold: whatever asks for seats of the hold
 * (the sale, the extension, a click) does not find them. Locks as everywhere: seats in key order, then the hold.
 */
const MAKE_SQL = `
WITH asked AS (
  SELECT a.seat_index, t.id AS ticket_type_id, t.amount
  FROM unnest($4::int[], $5::uuid[]) AS a(seat_index, ticket_type_id)
  JOIN ticket_type t ON t.id = a.ticket_type_id AND t.performance_id = $3
), locked AS (
  SELECT s.seat_index FROM performance_seat s JOIN asked a USING (seat_index)
  WHERE s.performance_id = $3
    AND (s.status = 'free' OR (s.status = 'held' AND ${NOBODYS}))
  ORDER BY s.seat_index FOR UPDATE OF s
), made AS (
  INSERT INTO hold AS h (id, cart_id, performance_id, seat_indexes, first_held_at, expires_at,
    offer_id, offered_indexes, offered_until, offered_for)
  SELECT $1, $2, $3, '{}', now.at, now.at + make_interval(mins => ${HOLD_MINUTES}),
    $6, $4::int[], now.at + make_interval(mins => ${OFFER_MINUTES}), $7::int[]
  FROM (SELECT date_trunc('milliseconds', clock_timestamp()) AS at, (SELECT count(*) FROM locked) AS seats) now
  WHERE now.seats = cardinality($4::int[])
  ON CONFLICT (id) DO UPDATE SET
    offer_id = excluded.offer_id,
    offered_indexes = excluded.offered_indexes,
    offered_until = LEAST(excluded.offered_until, CASE WHEN h.seat_count > 0 THEN h.expires_at END),
    offered_for = excluded.offered_for
  WHERE h.offer_id IS NULL AND (h.seat_count = 0 OR h.expires_at > excluded.first_held_at)
    AND h.seat_count + cardinality(excluded.offered_indexes) <= ${MAX_SEATS_PER_HOLD}
  RETURNING h.offer_id, h.offered_until
), taken AS (
  UPDATE performance_seat s SET status = 'held', hold_id = m.offer_id, held_until = m.offered_until,
    ticket_type_id = a.ticket_type_id, price_amount = a.amount
  FROM asked a, made m
  WHERE s.performance_id = $3 AND s.seat_index = a.seat_index
), change AS (
  INSERT INTO seat_change (performance_id, seat_indexes) SELECT $3, $4::int[] FROM made
)
SELECT (SELECT offered_until FROM made) AS until,
  ARRAY(SELECT unnest($4::int[]) EXCEPT SELECT seat_index FROM locked ORDER BY 1) AS "lostIndexes"`

/** The seats go over to the hold, which lives or begins now. Nothing changes for the maps. */
const ACCEPT_SQL = `
WITH locked AS (
  SELECT s.seat_index FROM performance_seat s
  WHERE s.performance_id = $2 AND s.status = 'held' AND s.hold_id = $3 AND s.held_until > clock_timestamp()
    AND s.seat_index IN (SELECT unnest(h.offered_indexes) FROM hold h WHERE h.id = $1 AND h.offer_id = $3)
  ORDER BY s.seat_index FOR UPDATE
), now AS MATERIALIZED (
  SELECT date_trunc('milliseconds', clock_timestamp()) AS at, (SELECT count(*) FROM locked) AS seats
), kept AS (
  UPDATE hold h SET
    seat_indexes = ARRAY(SELECT DISTINCT unnest(h.seat_indexes || h.offered_indexes) ORDER BY 1),
    first_held_at = CASE WHEN h.seat_count > 0 THEN h.first_held_at ELSE now.at END,
    expires_at = CASE WHEN h.seat_count > 0 THEN h.expires_at
      ELSE now.at + make_interval(mins => ${HOLD_MINUTES}) END,
    payment_started_at = CASE WHEN h.seat_count > 0 THEN h.payment_started_at END,
    extended_at = CASE WHEN h.seat_count > 0 THEN h.extended_at END,
    offer_id = NULL, offered_indexes = '{}', offered_until = NULL, offered_for = '{}'
  FROM now
  WHERE h.id = $1 AND h.offer_id = $3 AND h.offered_until > clock_timestamp()
    AND now.seats = cardinality(h.offered_indexes)
    AND (h.seat_count = 0 OR h.expires_at > clock_timestamp())
  RETURNING h.id, h.expires_at
)
UPDATE performance_seat s SET hold_id = k.id, held_until = k.expires_at
FROM locked l, kept k
WHERE s.performance_id = $2 AND s.seat_index = l.seat_index
RETURNING s.seat_index AS "seatIndex"`

/** Locks first what the offer still has; the hold forgets it only once that is freed. */
const FORGET_OFFER = `offer_id = NULL, offered_indexes = '{}', offered_until = NULL, offered_for = '{}'`

const LET_GO_SQL = `
WITH locked AS (
  SELECT s.performance_id, s.seat_index, s.hold_id, s.ticket_id FROM performance_seat s
  WHERE s.performance_id = $2 AND s.status = 'held' AND s.hold_id = $3
    AND s.seat_index IN (SELECT unnest(h.offered_indexes) FROM hold h WHERE h.id = $1 AND h.offer_id = $3)
  ORDER BY s.performance_id, s.seat_index FOR UPDATE
), ${FREE_SEATS}, forgotten AS (
  UPDATE hold h SET ${FORGET_OFFER}
  WHERE h.id = $1 AND h.offer_id = $3 AND (SELECT count(*) FROM freed) >= 0
)
SELECT seat_index AS "seatIndex" FROM freed`

const SWEEP_SQL = `
WITH due AS (
  SELECT id, performance_id, offer_id, offered_indexes FROM hold
  WHERE offer_id IS NOT NULL AND offered_until <= clock_timestamp() AND ($2::uuid IS NULL OR id = $2)
  ORDER BY offered_until LIMIT $1
), locked AS (
  SELECT s.performance_id, s.seat_index, s.hold_id, s.ticket_id FROM performance_seat s
  JOIN (SELECT offer_id, performance_id, unnest(offered_indexes) AS seat_index FROM due) d
    ON d.performance_id = s.performance_id AND d.seat_index = s.seat_index
  WHERE s.status = 'held' AND s.hold_id = d.offer_id AND s.held_until <= clock_timestamp()
  ORDER BY s.performance_id, s.seat_index FOR UPDATE OF s
), ${FREE_SEATS}, forgotten AS (
  UPDATE hold h SET ${FORGET_OFFER}
  FROM (SELECT id, offer_id FROM due WHERE (SELECT count(*) FROM freed) >= 0 ORDER BY id) d
  WHERE h.id = d.id AND h.offer_id = d.offer_id AND h.offered_until <= clock_timestamp()
)
SELECT DISTINCT performance_id AS "performanceId" FROM due`

/**
 * Holds free seats for a cart for two minutes, or until its hold there ends, as an offer to keep or let go; all or
 * nothing. One offer stands at a time, and with the seats held it comes to ten at most.
 */
export async function makeOffer(offer: Offer): Promise<OfferOutcome> {
  const { cartId, performanceId, seatIndexes, ticketTypeIds, lostIndexes: lost } = offer
  const offerId = newId()
  const holdId = holdIdOf(cartId, performanceId)
  const values = [holdId, cartId, performanceId, seatIndexes, ticketTypeIds, offerId, lost]
  const { rows } = await retrying(() =>
    pool.query<{ until: Date | null; lostIndexes: number[] }>({ name: 'make-offer', text: MAKE_SQL, values }),
  )
  const { until = null, lostIndexes = [] } = rows[0] ?? {}
  if (until) return { made: true, offerId, until }
  return lostIndexes.length > 0
    ? { made: false, reason: 'seats_taken', lostIndexes }
    : { made: false, reason: 'no_room' }
}

/**
 * The fan keeps what was offered: from now on the seats are held like any others, until the end of the cart's hold
 * there, which begins now where there is none. False, and nothing has changed, where the offer has ended, is another, or
 * the hold has ended unswept.
 */
export async function acceptOffer(cartId: string, performanceId: string, offerId: string): Promise<boolean> {
  const values = [holdIdOf(cartId, performanceId), performanceId, offerId]
  const { rows } = await retrying(() => pool.query({ name: 'accept-offer', text: ACCEPT_SQL, values }))
  return rows.length > 0
}

/** The fan does not want what was offered. Returns the seats freed: none where that offer stands no more. */
export async function letGoOfOffer(
  cartId: string,
  performanceId: string,
  offerId: string,
): Promise<number[]> {
  const values = [holdIdOf(cartId, performanceId), performanceId, offerId]
  const query = { name: 'let-go-of-offer', text: LET_GO_SQL, values }
  const { rows } = await retrying(() => pool.query<{ seatIndex: number }>(query))
  return rows.map((row) => row.seatIndex)
}

/** Tidies up after offers that ended, as `sweepHolds` does after holds. Returns the performances concerned. */
export async function sweepOffers({ limit = 200, holdId = null as string | null } = {}): Promise<string[]> {
  const query = { name: 'sweep-offers', text: SWEEP_SQL, values: [limit, holdId] }
  const { rows } = await retrying(() => pool.query<{ performanceId: string }>(query))
  return rows.map((row) => row.performanceId)
}
