import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { answerOffer } from '@/lib/coordinator/answer-offer'
import { offerSeats } from '@/lib/coordinator/offer-seats'
import { viewCart } from '@/lib/coordinator/view-cart'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import { pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { inTransaction } from '@/lib/platform/transaction'
import { holdIdOf } from '@/lib/reservations/holds/rules'
import { acceptOffer, makeOffer, sweepOffers } from '@/lib/reservations/offers/store'
import { sellSeats } from '@/lib/reservations/sales/store'
import { nearestBlock } from '@/lib/seat-map/best'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { SEAT_STATE } from '@/lib/seat-map/plan'
import { blockDraft, createTestPerformance } from '@/prisma/testing'
import { checkOutAs, type Fan, fanWith, hold, newFan, seatRows } from '../fixtures/fans'
import { openHall } from '../fixtures/hall'

vi.mock('@/lib/platform/background', () => import('../fixtures/background'))

const ROUNDS = 12
const ENDS_IN_MS = 50

const SEATS_A_ROW = 40
const ROWS_TO_HOLD = 10

const { hall, freshSeats } = openHall({ rows: 60, seatsPerRow: SEATS_A_ROW })
let map: SeatMap
let nextRow = ROWS_TO_HOLD
/** In a row of their own: what is offered in their place is not what another test holds. */
function lostSeats(count: number): number[] {
  const first = nextRow++ * SEATS_A_ROW + 10
  return Array.from({ length: count }, (_, nth) => first + nth)
}

beforeAll(async () => {
  map = (await findSeatMap(hall.seatMapId)) as SeatMap
})

/** The fan has lost these, and is offered others; null where there are none. */
async function lose({ owner }: Fan, seats: number[]) {
  const gone = seats.map((seat) => map.label(seat))
  const wanted = gone.map((label) => ({ label }))
  if (!(await offerSeats({ owner, performanceId: hall.performanceId, wanted, gone }))) return null
  const { offers } = await viewCart(owner)
  return offers[0] ?? null
}

const indexesOf = (cart: { seats: { index: number }[] } | null | undefined) =>
  cart?.seats.map(({ index }) => index) ?? []

async function heldBy({ owner }: Fan): Promise<number[]> {
  return indexesOf((await viewCart(owner)).holds[0])
}

/** As waiting would: the fan's offer ends in `ms`, or has ended so long ago. */
async function endOfferIn({ cartId }: Fan, ms: number): Promise<void> {
  await pool.query(
    `WITH h AS (
       UPDATE hold SET offered_until = clock_timestamp() + make_interval(secs => $2) WHERE id = $1
       RETURNING performance_id, offer_id, offered_until
     ) UPDATE performance_seat s SET held_until = h.offered_until FROM h
       WHERE s.performance_id = h.performance_id AND s.hold_id = h.offer_id`,
    [holdIdOf(cartId, hall.performanceId), ms / 1000],
  )
}

const answer = ({ owner }: Fan, offerId: string, keep: boolean) =>
  answerOffer({ owner, performanceId: hall.performanceId, offerId, keep })

describe('two who lose the same seats', () => {
  it('control: looking for the nearest and writing then gives one block to both', async () => {
    const lost = lostSeats(2)
    const states = new Uint8Array(map.seatCount)
    for (const seat of lost) states[seat] = SEAT_STATE.held
    const [one, other] = [nearestBlock(map, states, lost), nearestBlock(map, states, lost)]
    expect(one).toEqual(other)
    const ids = [newId(), newId()]
    const written = await inTransaction(async (tx) => {
      const counts = []
      for (const id of ids)
        counts.push(
          await tx.$executeRaw`
            UPDATE performance_seat SET status = 'held', hold_id = ${id}::uuid, held_until = now() + interval '2 min',
              ticket_type_id = ${hall.ticketTypeIds[0]}::uuid, price_amount = 1
            WHERE performance_id = ${hall.performanceId}::uuid AND seat_index = ANY (${one}::int[])`,
        )
      await tx.$executeRaw`UPDATE performance_seat SET status = 'free', hold_id = NULL, held_until = NULL,
        ticket_type_id = NULL, price_amount = NULL WHERE hold_id = ${ids[1]}::uuid`
      return counts
    })
    expect(written).toEqual([2, 2])
  })

  it('are offered different ones, however many lose at once', async () => {
    const lost = lostSeats(2)
    expect(await hold(await newFan(), hall, lost)).toBe(true)
    const fans = await Promise.all(Array.from({ length: 8 }, newFan))
    const offers = await Promise.all(fans.map((fan) => lose(fan, lost)))
    const all = offers.flatMap(indexesOf)
    const made = offers.filter((offer) => offer !== null)
    expect(made.length).toBeGreaterThan(1)
    expect(new Set(all).size).toBe(2 * made.length)
    for (const offer of made) expect(offer.seats[1]?.index).toBe((offer.seats[0]?.index ?? 0) + 1)
    for (const fan of fans)
      for (const { id } of (await viewCart(fan.owner)).offers) await answer(fan, id, false)
    expect((await seatRows(hall, all)).map(({ status }) => status)).toEqual(all.map(() => 'free'))
  })
})

describe('what is offered', () => {
  it('is not the fan’s before it is kept: it is neither in the sum, nor checked out, nor sold', async () => {
    const fan = await newFan()
    const [[own], lost] = [freshSeats(1) as [number], lostSeats(1)]
    await hold(fan, hall, [own])
    const offer = await lose(fan, lost)
    const [seat] = indexesOf(offer) as [number]
    const cart = await viewCart(fan.owner)
    expect(indexesOf(cart.holds[0])).toEqual([own])
    expect(cart.totals[0]?.amount).toBe(cart.holds[0]?.seats[0]?.price.amount)
    const sale = { performanceId: hall.performanceId, seatIndex: seat, ticketId: newId() }
    const priceAmount = offer?.seats[0]?.price.amount ?? 0
    const sold = inTransaction((tx) => sellSeats(tx, fan.cartId, [{ ...sale, priceAmount }]))
    expect(await sold).toEqual([{ ...sale, priceAmount }])
    // Stripe cannot be reached here; the order is drawn all the same.
    await checkOutAs(fan)
    const { rows } = await pool.query(
      'SELECT l.seat_index FROM order_line l JOIN "order" o ON o.id = l.order_id WHERE o.cart_id = $1',
      [fan.cartId],
    )
    expect(rows).toEqual([{ seat_index: own }])
    expect(await answer(fan, offer?.id ?? '', true)).toBe(true)
    expect(await heldBy(fan)).toEqual([own, seat].sort((a, b) => a - b))
  })

  it('counts: with what is held it is ten at most, in however many tabs', async () => {
    for (let round = 0; round < 6; round += 1) {
      const fan = await fanWith(hall, freshSeats(5))
      const [lost, more] = [lostSeats(3), freshSeats(3)]
      const [offer, isHeld] = await Promise.all([lose(fan, lost), hold(fan, hall, more)])
      expect([offer !== null, isHeld].filter(Boolean)).toHaveLength(1)
      if (offer) expect(await hold(fan, hall, freshSeats(2))).toBe(true)
      expect(await hold(fan, hall, freshSeats(3))).toBe(false)
    }
  })

  it('ends with the hold it joins, and is one at a time: a new one replaces it', async () => {
    const fan = await fanWith(hall, freshSeats(1))
    await pool.query(
      `WITH h AS (UPDATE hold SET first_held_at = first_held_at - interval '9 minutes',
         expires_at = expires_at - interval '9 minutes' WHERE cart_id = $1 RETURNING id, expires_at)
       UPDATE performance_seat s SET held_until = h.expires_at FROM h WHERE s.hold_id = h.id`,
      [fan.cartId],
    )
    const first = await lose(fan, lostSeats(1))
    const [held] = (await viewCart(fan.owner)).holds
    expect(first?.expiresAt).toEqual(held?.expiresAt)
    const second = await lose(fan, lostSeats(2))
    // For all three that were lost, one after the other.
    expect(indexesOf(second)).toHaveLength(3)
    expect(second?.lost).toHaveLength(3)
    expect(await answer(fan, first?.id ?? '', true)).toBe(false)
    const [freed] = await seatRows(
      hall,
      indexesOf(first).filter((seat) => !indexesOf(second).includes(seat)),
    )
    expect(freed?.status ?? 'free').toBe('free')
  })

  it('is no more than others can have, and at the same price: none where there is none', async () => {
    const small = await createTestPerformance({ draft: blockDraft(1, 4) })
    const plan = (await findSeatMap(small.seatMapId)) as SeatMap
    const [fan, other] = (await Promise.all([newFan(), newFan()])) as [Fan, Fan]
    await hold(other, small, [0, 1])
    const lost = [0, 1, 2].map((seat) => ({ label: plan.label(seat) }))
    const request = { owner: fan.owner, performanceId: small.performanceId }
    expect(await offerSeats({ ...request, wanted: lost })).toBe(false)
    expect(await offerSeats({ ...request, wanted: [{ label: 'Z-9-9' }] })).toBe(false)
    expect(await offerSeats({ ...request, wanted: lost.slice(0, 2) })).toBe(true)
    expect(indexesOf((await viewCart(fan.owner)).offers[0])).toEqual([2, 3])
    const [before] = (await viewCart(fan.owner)).offers
    await answerOffer({ ...request, offerId: before?.id ?? '', keep: false })
    // Of two wanted one is gone: the other stays, and only the one is named.
    expect(await offerSeats({ ...request, wanted: lost.slice(1) })).toBe(true)
    const [offer] = (await viewCart(fan.owner)).offers
    expect([indexesOf(offer), offer?.lost.map(({ label }) => label)]).toEqual([[2, 3], [plan.label(1)]])
  })
})

describe('an offer that has ended', () => {
  it('cannot be kept, though nobody has swept it, and its seat is the next one’s', async () => {
    const [fan, other] = (await Promise.all([newFan(), newFan()])) as [Fan, Fan]
    const offer = await lose(fan, lostSeats(1))
    await endOfferIn(fan, -1)
    expect((await viewCart(fan.owner)).offers).toEqual([])
    expect(await answer(fan, offer?.id ?? '', true)).toBe(false)
    expect(await hold(other, hall, indexesOf(offer))).toBe(true)
    await sweepOffers()
    expect(await heldBy(other)).toEqual(indexesOf(offer))
    expect(await heldBy(fan)).toEqual([])
  })

  it('control: keeping it by its seats alone would take them back from the next one', async () => {
    const [fan, other] = (await Promise.all([newFan(), newFan()])) as [Fan, Fan]
    const offer = await lose(fan, lostSeats(1))
    await endOfferIn(fan, -1)
    await hold(other, hall, indexesOf(offer))
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      const { rowCount } = await client.query(
        `UPDATE performance_seat SET hold_id = $1 WHERE performance_id = $2 AND seat_index = ANY ($3)
         AND status = 'held'`,
        [holdIdOf(fan.cartId, hall.performanceId), hall.performanceId, indexesOf(offer)],
      )
      expect(rowCount).toBe(1)
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
    await sweepOffers()
  })

  it('as it is kept, the sweepers come and another claims: one of them has the seats', async () => {
    const won = { kept: 0, claimed: 0, nobody: 0 }
    for (let round = 0; round < ROUNDS; round += 1) {
      const fan = await newFan()
      const others = await Promise.all([newFan(), newFan()])
      const seats = freshSeats(2)
      const ticketTypeIds = seats.map(() => hall.ticketTypeIds[0] as string)
      const { cartId } = fan
      const made = await makeOffer({
        cartId,
        performanceId: hall.performanceId,
        seatIndexes: seats,
        lostIndexes: [],
        ticketTypeIds,
      })
      if (!made.made) throw new Error('no offer was made')
      await endOfferIn(fan, ENDS_IN_MS)
      const around = <T>(work: () => Promise<T>) => sleep(ENDS_IN_MS - 8 + Math.random() * 16).then(work)
      const [kept, ...claimed] = await Promise.all([
        around(() => acceptOffer(cartId, hall.performanceId, made.offerId)),
        ...others.map((other) => around(() => hold(other, hall, seats))),
        around(() => sweepOffers()).then(() => false),
      ])
      const claims = claimed.filter(Boolean).length
      expect(claims).toBeLessThanOrEqual(kept ? 0 : 1)
      expect(await heldBy(fan)).toEqual(kept ? seats : [])
      won[kept ? 'kept' : claims > 0 ? 'claimed' : 'nobody'] += 1
    }
    await sweepOffers()
    console.info(`at the end of an offer: ${JSON.stringify(won)}`)
  })

  it('is kept once, in two tabs at once', async () => {
    const fan = await newFan()
    const offer = await lose(fan, lostSeats(2))
    const kept = await Promise.all([1, 2, 3].map(() => answer(fan, offer?.id ?? '', true)))
    expect(kept.filter(Boolean)).toHaveLength(1)
    expect(await heldBy(fan)).toEqual(indexesOf(offer))
  })
})
