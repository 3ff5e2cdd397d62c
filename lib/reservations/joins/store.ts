import { Prisma } from '@/lib/platform/db'
import { HOLD_MINUTES, MAX_SEATS_PER_HOLD } from '@/lib/platform/hold-limits'
import type { Tx } from '@/lib/platform/transaction'
import { holdIdOf } from '../holds/rules'
import { FREE_SEATS } from '../releases/free-seats'
import { type HoldFacts, mergeHolds } from './rules'

export type Freed = { performanceId: string; seatIndexes: number[] }

type HoldRow = HoldFacts & { id: string; cartId: string; performanceId: string; isLive: boolean }

/**
 * Gives a guest's cart, orders, and the tickets passed on to them, to an account, and returns the seats that had to be
 * freed.
 *
 * An account without a cart takes over the guest's as it is. Where there is one, it stays, and the guest's live holds
 * move into it: a hold's id follows from its cart, so each seat is pointed at the id that the account's cart has for
 * that performance. Seats are never free in between, and their prices stay. Orders move with their cart, so that one
 * that is being paid finds its seats. Locks: the user (so that no cart is made meanwhile), then as everybody: carts,
 * orders, seats in key order, holds. Repeating it changes nothing.
 */
export async function joinCarts(
  tx: Tx,
  { guestId, userId }: { guestId: string; userId: string },
): Promise<Freed[]> {
  const [user] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "user" WHERE id = ${userId}::uuid FOR UPDATE`
  if (!user) return []
  const carts = await tx.$queryRaw<{ id: string; guestId: string | null }[]>`
    SELECT id, guest_id AS "guestId" FROM cart WHERE guest_id = ${guestId}::uuid OR user_id = ${userId}::uuid
    ORDER BY id FOR NO KEY UPDATE`
  const from = carts.find((cart) => cart.guestId === guestId)
  const to = carts.find((cart) => cart.guestId !== guestId)
  await tx.order.updateMany({ where: { guestId, userId: null }, data: { userId } })
  await tx.ticket.updateMany({
    where: { ownerGuestId: guestId, ownerUserId: null },
    data: { ownerUserId: userId },
  })
  if (!from) return []
  if (!to) {
    await tx.cart.updateMany({ where: { guestId }, data: { userId, guestId: null } })
    return []
  }
  await tx.order.updateMany({ where: { cartId: from.id }, data: { cartId: to.id } })
  await lockSeats(tx, from.id, to.id)
  return [...(await moveHolds(tx, from.id, to.id)), ...(await moveOffers(tx, from.id, to.id))]
}

/** The same with a guest's places in waiting lists. After the cart: seats and holds are locked before places in a line. */
export async function joinPlaces(
  tx: Tx,
  { guestId, userId }: { guestId: string; userId: string },
): Promise<void> {
  await tx.waitingEntry.updateMany({ where: { guestId, userId: null }, data: { userId } })
}

async function moveHolds(tx: Tx, from: string, to: string): Promise<Freed[]> {
  const holds = await lockHolds(tx, from, to)
  const freed: Freed[] = []
  for (const guest of holds.filter((hold) => hold.cartId === from && hold.isLive)) {
    const account = holds.find((hold) => hold.cartId === to && hold.performanceId === guest.performanceId)
    const seatIndexes = await moveHold(tx, guest, account ?? null, to)
    if (seatIndexes.length > 0) freed.push({ performanceId: guest.performanceId, seatIndexes })
  }
  return freed
}

/** Seats first, as a claim does, at the performances where the guest holds something. */
async function lockSeats(tx: Tx, from: string, to: string): Promise<void> {
  await tx.$queryRaw`
    SELECT s.seat_index FROM performance_seat s
    JOIN (
      SELECT h.id, h.offer_id, h.performance_id, unnest(h.seat_indexes || h.offered_indexes) AS seat_index FROM hold h
      WHERE h.cart_id IN (${from}::uuid, ${to}::uuid) AND h.performance_id IN (
        SELECT performance_id FROM hold
        WHERE cart_id = ${from}::uuid AND (seat_count > 0 OR offer_id IS NOT NULL))
    ) h ON h.performance_id = s.performance_id AND h.seat_index = s.seat_index AND s.hold_id IN (h.id, h.offer_id)
    ORDER BY s.performance_id, s.seat_index FOR UPDATE OF s`
}

function lockHolds(tx: Tx, from: string, to: string): Promise<HoldRow[]> {
  return tx.$queryRaw<HoldRow[]>`
    SELECT id, cart_id AS "cartId", performance_id AS "performanceId", seat_indexes AS "seatIndexes",
      first_held_at AS "firstHeldAt", expires_at AS "expiresAt", payment_started_at AS "paymentStartedAt",
      extended_at AS "extendedAt", expires_at > clock_timestamp() AS "isLive"
    FROM hold WHERE cart_id IN (${from}::uuid, ${to}::uuid) AND seat_count > 0 ORDER BY id FOR UPDATE`
}

/** Moves one hold. What the account's ended hold left behind is freed too, because its row is used anew. */
async function moveHold(tx: Tx, guest: HoldRow, account: HoldRow | null, to: string): Promise<number[]> {
  const { performanceId } = guest
  const { hold, released } = account?.isLive ? mergeHolds(guest, account) : { hold: guest, released: [] }
  const leftBehind = account && !account.isLive ? account.seatIndexes : []
  const id = holdIdOf(to, performanceId)
  const freed = await freeSeats(tx, [guest.id, id], performanceId, [...released, ...leftBehind])
  const moved = await tx.$queryRaw<{ seatIndex: number }[]>`
    UPDATE performance_seat SET hold_id = ${id}::uuid, held_until = ${hold.expiresAt}
    WHERE performance_id = ${performanceId}::uuid AND seat_index = ANY (${hold.seatIndexes}::int[])
      AND status = 'held' AND hold_id IN (${guest.id}::uuid, ${id}::uuid)
    RETURNING seat_index AS "seatIndex"`
  const seatIndexes = moved.map((seat) => seat.seatIndex).sort((a, b) => a - b)
  // Not Prisma's upsert: it would write seat_count, which Postgres generates.
  await tx.$executeRaw`
    INSERT INTO hold (id, cart_id, performance_id, seat_indexes, first_held_at, expires_at, payment_started_at,
      extended_at)
    VALUES (${id}::uuid, ${to}::uuid, ${performanceId}::uuid, ${seatIndexes}::int[], ${hold.firstHeldAt},
      ${hold.expiresAt}, ${hold.paymentStartedAt}, ${hold.extendedAt})
    ON CONFLICT (id) DO UPDATE SET seat_indexes = excluded.seat_indexes, first_held_at = excluded.first_held_at,
      expires_at = excluded.expires_at, payment_started_at = excluded.payment_started_at,
      extended_at = excluded.extended_at`
  await tx.hold.update({ where: { id: guest.id }, data: { seatIndexes: [] } })
  return freed
}

type OfferRow = {
  id: string
  performanceId: string
  offerId: string
  seatIndexes: number[]
  lostIndexes: number[]
  until: Date
}

/** What was offered to the guest is offered to the account, where that has room and no offer of its own; else freed. */
async function moveOffers(tx: Tx, from: string, to: string): Promise<Freed[]> {
  const offers = await tx.$queryRaw<OfferRow[]>`
    SELECT id, performance_id AS "performanceId", offer_id AS "offerId", offered_indexes AS "seatIndexes",
      offered_until AS until, offered_for AS "lostIndexes"
    FROM hold WHERE cart_id = ${from}::uuid AND offered_until > clock_timestamp() ORDER BY id FOR UPDATE`
  const freed: Freed[] = []
  for (const offer of offers) {
    const { performanceId, offerId } = offer
    await tx.hold.update({
      where: { id: offer.id },
      data: { offerId: null, offeredIndexes: [], offeredUntil: null, offeredFor: [] },
    })
    if (await moveOffer(tx, offer, to)) continue
    const seatIndexes = await freeSeats(tx, [offerId, offerId], performanceId, offer.seatIndexes)
    if (seatIndexes.length > 0) freed.push({ performanceId, seatIndexes })
  }
  return freed
}

/** The seats stay the offer's; only the hold that lists them is another, and may end earlier. */
async function moveOffer(tx: Tx, offer: OfferRow, to: string): Promise<boolean> {
  const { performanceId, offerId, seatIndexes, lostIndexes } = offer
  const moved = await tx.$queryRaw<{ until: Date }[]>`
    INSERT INTO hold AS h (id, cart_id, performance_id, seat_indexes, first_held_at, expires_at, offer_id,
      offered_indexes, offered_until, offered_for)
    SELECT ${holdIdOf(to, performanceId)}::uuid, ${to}::uuid, ${performanceId}::uuid, '{}', now.at,
      now.at + make_interval(mins => ${HOLD_MINUTES}::int), ${offerId}::uuid, ${seatIndexes}::int[], ${offer.until},
      ${lostIndexes}::int[]
    FROM (SELECT date_trunc('milliseconds', clock_timestamp()) AS at) now
    ON CONFLICT (id) DO UPDATE SET offer_id = excluded.offer_id, offered_indexes = excluded.offered_indexes,
      offered_for = excluded.offered_for, offered_until = LEAST(excluded.offered_until, CASE WHEN h.seat_count > 0 THEN h.expires_at END)
    WHERE h.offer_id IS NULL AND (h.seat_count = 0 OR h.expires_at > excluded.first_held_at)
      AND h.seat_count + cardinality(excluded.offered_indexes) <= ${MAX_SEATS_PER_HOLD}
    RETURNING h.offered_until AS until`
  if (!moved[0]) return false
  await tx.$executeRaw`
    UPDATE performance_seat SET held_until = ${moved[0].until}
    WHERE performance_id = ${performanceId}::uuid AND seat_index = ANY (${seatIndexes}::int[])
      AND status = 'held' AND hold_id = ${offerId}::uuid`
  return true
}

/** Lets go of those of the seats that the holds still have, and lets the maps know. */
async function freeSeats(
  tx: Tx,
  holdIds: [string, string],
  performanceId: string,
  seatIndexes: number[],
): Promise<number[]> {
  if (seatIndexes.length === 0) return []
  const freed = await tx.$queryRaw<{ seatIndex: number }[]>`
    WITH locked AS (
      SELECT performance_id, seat_index, hold_id, ticket_id FROM performance_seat
      WHERE performance_id = ${performanceId}::uuid AND seat_index = ANY (${seatIndexes}::int[])
        AND status = 'held' AND hold_id IN (${holdIds[0]}::uuid, ${holdIds[1]}::uuid)
      ORDER BY seat_index FOR UPDATE
    ), ${Prisma.raw(FREE_SEATS)}
    SELECT seat_index AS "seatIndex" FROM freed ORDER BY 1`
  return freed.map((seat) => seat.seatIndex)
}
