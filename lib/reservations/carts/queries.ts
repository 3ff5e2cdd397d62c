import { coalesce } from '@/lib/platform/coalesce'
import { pool, prisma } from '@/lib/platform/db'
import type { CartOwner } from '../types'
import type { HeldSeatRow } from './types'

/** The owner's cart, if they ever held a seat. */
export async function findCartId(owner: CartOwner): Promise<string | null> {
  const cart = await prisma.cart.findUnique({ where: owner as { userId: string }, select: { id: true } })
  return cart?.id ?? null
}

/** Each OFFSET 0 keeps it a look-up by key: a plan that scans, made while a table is small, is kept while it grows. */
const HELD_SEATS_SQL = `
SELECT h.cart_id AS "cartId", h.performance_id AS "performanceId", h.first_held_at AS "firstHeldAt",
  s.held_until AS "expiresAt", CASE WHEN s.hold_id = h.offer_id THEN h.offer_id END AS "offerId",
  h.offered_for AS "lostIndexes", h.extended_at IS NOT NULL AS "isExtended", p.starts_at AS "startsAt", p.seat_map_id AS "seatMapId", p.currency,
  e.slug AS "eventSlug", e.title AS "eventTitle",
  v.name AS "venueName", v.city AS "venueCity", v.timezone,
  s.seat_index AS "seatIndex", seat.label, seat.section, seat.row, seat.number, seat.category AS "categoryIndex",
  t.id AS "ticketTypeId", t.name AS "ticketTypeName", s.price_amount AS "priceAmount",
  t.amount AS "currentAmount"
FROM unnest($1::uuid[]) AS asked(cart_id)
CROSS JOIN LATERAL (
  SELECT * FROM hold
  WHERE hold.cart_id = asked.cart_id AND (hold.seat_count > 0 OR hold.offer_id IS NOT NULL) OFFSET 0
) h
JOIN performance p ON p.id = h.performance_id
JOIN event e ON e.id = p.event_id
JOIN venue v ON v.id = p.venue_id
CROSS JOIN LATERAL (SELECT DISTINCT unnest(h.seat_indexes || h.offered_indexes) AS seat_index) wanted
CROSS JOIN LATERAL (
  SELECT * FROM performance_seat one
  WHERE one.performance_id = h.performance_id AND one.seat_index = wanted.seat_index OFFSET 0
) s
CROSS JOIN LATERAL (
  SELECT * FROM seat one WHERE one.seat_map_id = s.seat_map_id AND one.index = s.seat_index OFFSET 0
) seat
JOIN ticket_type t ON t.id = s.ticket_type_id
WHERE s.hold_id IN (h.id, h.offer_id) AND s.status = 'held' AND s.held_until > clock_timestamp()
ORDER BY p.starts_at, h.performance_id, s.seat_index`

type CartRow = HeldSeatRow & { cartId: string }

/**
 * The seats a cart holds at this moment, and those offered to it (they have an `offerId`), by performance time, then
 * seat. What ended is not among them. Calls of one process go to the database together, as the claims before them do.
 */
export const findHeldSeats: (cartId: string) => Promise<HeldSeatRow[]> = coalesce({
  maxBatch: 32,
  inFlight: 2,
  keysOf: () => [],
  run: findHeldSeatsOf,
})

async function findHeldSeatsOf(cartIds: string[]): Promise<HeldSeatRow[][]> {
  // Two may look at one cart at the same moment; asked for twice, each of its rows would come twice.
  const values = [[...new Set(cartIds)]]
  const { rows } = await pool.query<CartRow>({ name: 'held-seats', values, text: HELD_SEATS_SQL })
  const byCart = Map.groupBy(rows, (row) => row.cartId)
  return cartIds.map((cartId) => byCart.get(cartId) ?? [])
}
