import { beforeAll, describe, expect, it } from 'vitest'
import { pool, prisma } from '@/lib/platform/db'
import { newId, newReference } from '@/lib/platform/ids'
import { holdIdOf } from '@/lib/reservations/holds/rules'
import type { CartOwner } from '@/lib/reservations/types'
import { blockDraft, createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { INVARIANTS } from '@/prisma/verify/invariants'
import { answerOffer } from './answer-offer'
import { checkOut } from './check-out'
import { holdSeats } from './hold-seats'
import { joinCart } from './join-cart'
import { offerSeats } from './offer-seats'
import { releaseSeats } from './release-seats'
import { must } from './testing/house'
import { viewCart } from './view-cart'

let hall: TestPerformance
let other: TestPerformance

beforeAll(async () => {
  hall = await createTestPerformance({ draft: blockDraft(16, 25) })
  other = await createTestPerformance({ draft: blockDraft(4, 10) })
})

async function makeUser(): Promise<string> {
  const email = `${newReference(10).toLowerCase()}@example.com`
  return (await prisma.user.create({ data: { email, name: 'Ada' } })).id
}

async function hold(owner: CartOwner, seats: string[], { performanceId } = hall) {
  return must(await holdSeats({ owner, performanceId, wish: { seats } }))
}

const row = (name: number, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `A-${name}-${from + i}`)

async function labelsOf(owner: CartOwner, { performanceId } = hall): Promise<string[]> {
  const { holds } = await viewCart(owner)
  return holds.find((one) => one.performanceId === performanceId)?.seats.map((seat) => seat.label) ?? []
}

/** What `npm run verify` would find about seats and holds. */
async function violations(): Promise<string[]> {
  const checked = [
    'one-owner',
    'held-by-hold',
    'hold-has-seats',
    'hold-limits',
    'offer-has-seats',
    'offer-limits',
  ]
  const found = INVARIANTS.filter(({ name }) => checked.includes(name)).map(async ({ name, sql }) => {
    const { rowCount } = await pool.query(sql)
    return rowCount ? [name] : []
  })
  expect(found).toHaveLength(checked.length)
  return (await Promise.all(found)).flat()
}

/** What is offered in place of these. */
async function offer(owner: CartOwner, lost: string[]) {
  const { performanceId } = hall
  const wanted = lost.map((label) => ({ label }))
  expect(await offerSeats({ owner, performanceId, wanted, gone: lost })).toBe(true)
  return (await viewCart(owner)).offers[0]
}

describe('a guest to whom seats are offered', () => {
  it('keeps the offer in the account, whether that holds seats there or none', async () => {
    for (const held of [[], row(13, 20, 21)]) {
      const [guestId, userId] = [newId(), await makeUser()]
      if (held.length > 0) await hold({ userId }, held)
      const before = await offer({ guestId }, row(13, 3, 4))
      expect(await joinCart({ guestId, userId })).toEqual({ freedCount: 0 })
      expect((await viewCart({ userId })).offers).toEqual([before])
      expect((await viewCart({ guestId })).offers).toEqual([])
      expect(await violations()).toEqual([])
      const request = { owner: { userId }, performanceId: hall.performanceId, offerId: before?.id ?? '' }
      expect(await answerOffer({ ...request, keep: true })).toBe(true)
      expect(await labelsOf({ userId })).toHaveLength(held.length + 2)
      await releaseSeats({ owner: { userId }, performanceId: hall.performanceId })
    }
  })

  it('loses it where the account has an offer of its own, or no room: those seats are free again', async () => {
    const [guestId, userId] = [newId(), await makeUser()]
    const own = await offer({ userId }, row(13, 3, 4))
    await offer({ guestId }, row(13, 10, 12))
    expect(await joinCart({ guestId, userId })).toEqual({ freedCount: 3 })
    expect((await viewCart({ userId })).offers).toEqual([own])
    const [second, full] = [newId(), await makeUser()]
    await hold({ userId: full }, row(16, 1, 9))
    await offer({ guestId: second }, row(13, 10, 11))
    expect(await joinCart({ guestId: second, userId: full })).toEqual({ freedCount: 2 })
    expect(await violations()).toEqual([])
  })
})

describe('a guest who signs in', () => {
  it('keeps cart, holds and their time, where the account has no cart', async () => {
    const [guestId, userId] = [newId(), await makeUser()]
    const before = await hold({ guestId }, row(1, 1, 3))
    expect(await joinCart({ guestId, userId })).toEqual({ freedCount: 0 })
    const after = await viewCart({ userId })
    expect(after).toEqual(before.cart)
    expect((await viewCart({ guestId })).holds).toEqual([])
    expect(await violations()).toEqual([])
  })

  it('finds their seats in the cart the account had, at every performance', async () => {
    const [guestId, userId] = [newId(), await makeUser()]
    await hold({ userId }, row(2, 1, 2))
    const { hold: mine } = await hold({ guestId }, row(2, 5, 6))
    const { hold: elsewhere } = await hold({ guestId }, row(1, 1, 2), other)
    expect(await joinCart({ guestId, userId })).toEqual({ freedCount: 0 })
    expect(await labelsOf({ userId })).toEqual([...row(2, 1, 2), ...row(2, 5, 6)])
    const cart = await viewCart({ userId })
    expect(cart.holds.find((one) => one.performanceId === other.performanceId)).toMatchObject(elsewhere)
    const merged = cart.holds.find((one) => one.performanceId === hall.performanceId)
    expect(merged?.expiresAt.getTime()).toBeLessThanOrEqual(mine.expiresAt.getTime())
    expect((await viewCart({ guestId })).holds).toEqual([])
    expect(await violations()).toEqual([])
  })

  it('never has more than ten seats: what does not fit is free for others, and the maps hear of it', async () => {
    const [guestId, userId] = [newId(), await makeUser()]
    await hold({ userId }, row(3, 1, 6))
    await hold({ guestId }, row(3, 10, 16))
    await pool.query('DELETE FROM seat_change')
    expect(await joinCart({ guestId, userId })).toEqual({ freedCount: 3 })
    expect(await labelsOf({ userId })).toEqual([...row(3, 1, 3), ...row(3, 10, 16)])
    const { rows } = await pool.query(
      `SELECT unnest(seat_indexes) AS seat FROM seat_change UNION
       SELECT (pair->>0)::int FROM seat_batch, jsonb_array_elements(seats) AS pair WHERE (pair->>1)::int = 0`,
    )
    expect(rows.map(({ seat }) => seat)).toEqual(expect.arrayContaining([53, 54, 55]))
    await hold({ guestId: newId() }, row(3, 4, 6))
    expect(await violations()).toEqual([])
  })

  it('gets no time back from a hold of the account that has ended, and its seats do not stay behind', async () => {
    const [guestId, userId] = [newId(), await makeUser()]
    await hold({ userId }, row(4, 1, 2))
    await endHoldOf({ userId })
    const { hold: mine } = await hold({ guestId }, row(4, 5, 6))
    expect(await joinCart({ guestId, userId })).toEqual({ freedCount: 2 })
    const { holds } = await viewCart({ userId })
    expect(holds).toMatchObject([
      { expiresAt: mine.expiresAt, seats: [{ label: 'A-4-5' }, { label: 'A-4-6' }] },
    ])
    expect(await violations()).toEqual([])
  })

  it('does not take along what has ended', async () => {
    const [guestId, userId] = [newId(), await makeUser()]
    await hold({ userId }, row(5, 1, 1))
    await hold({ guestId }, row(5, 5, 6))
    await endHoldOf({ guestId })
    await hold({ guestId: newId() }, row(5, 5, 5))
    await joinCart({ guestId, userId })
    expect(await labelsOf({ userId })).toEqual(['A-5-1'])
    expect(await violations()).toEqual([])
  })

  it('may do so twice at once', async () => {
    const [guestId, userId] = [newId(), await makeUser()]
    await hold({ userId }, row(6, 1, 2))
    await hold({ guestId }, row(6, 5, 8))
    await Promise.all([joinCart({ guestId, userId }), joinCart({ guestId, userId })])
    expect(await labelsOf({ userId })).toEqual([...row(6, 1, 2), ...row(6, 5, 8)])
    expect(await violations()).toEqual([])
  })

  it('may hold seats in another tab meanwhile: none of them ends up with two owners or none', async () => {
    for (let round = 0; round < 12; round += 1) {
      const [guestId, userId] = [newId(), await makeUser()]
      if (round % 2) await hold({ userId }, [`A-7-${round + 1}`])
      await hold({ guestId }, [`A-8-${round + 1}`])
      const tabs = [guestId, newId()].map((id) =>
        holdSeats({
          owner: { guestId: id },
          performanceId: hall.performanceId,
          wish: { seats: [`A-9-${round + 1}`] },
        }),
      )
      await Promise.all([joinCart({ guestId, userId }), ...tabs])
      expect(await labelsOf({ userId })).toContain(`A-8-${round + 1}`)
      expect(await violations()).toEqual([])
    }
  })
})

describe('orders', () => {
  it('follow the guest into the account, and one that is being paid finds its seats there', async () => {
    const [guestId, userId] = [newId(), await makeUser()]
    await hold({ userId }, row(10, 1, 2))
    const orderId = await drawOrder(guestId, row(10, 5, 6))
    await joinCart({ guestId, userId })
    const order = await prisma.order.findUniqueOrThrow({ where: { id: orderId }, include: { cart: true } })
    expect(order).toMatchObject({ userId, guestId, cart: { userId } })
    const seats = await prisma.performanceSeat.findMany({
      where: { performanceId: hall.performanceId, seatIndex: { in: [229, 230] } },
    })
    const holdId = holdIdOf(order.cartId as string, hall.performanceId)
    expect(seats.map((seat) => seat.holdId)).toEqual([holdId, holdId])
  })

  it('of someone else stay theirs', async () => {
    const [guestId, stranger, userId] = [newId(), newId(), await makeUser()]
    const orderId = await drawOrder(stranger, row(10, 10, 11))
    await joinCart({ guestId, userId })
    expect(await prisma.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ userId: null })
    expect(await labelsOf({ guestId: stranger })).toEqual(row(10, 10, 11))
  })
})

/** An open order of the guest. Stripe is not there in this test, which check-out survives: the order is kept. */
async function drawOrder(guestId: string, labels: string[]): Promise<string> {
  await hold({ guestId }, labels)
  const details = { email: 'ada@example.com', name: 'Ada', delivery: 'email' }
  expect(await checkOut({ owner: { guestId }, ...details })).toMatchObject({ ok: false, code: 'unavailable' })
  return (await prisma.order.findFirstOrThrow({ where: { guestId } })).id
}

/** Moves the owner's holds into the past, as time would. */
async function endHoldOf(owner: CartOwner): Promise<void> {
  const { id } = await prisma.cart.findUniqueOrThrow({ where: owner as { userId: string } })
  await pool.query(
    `WITH h AS (
       UPDATE hold SET first_held_at = clock_timestamp() - interval '11 minutes',
         expires_at = clock_timestamp() - interval '1 minute' WHERE cart_id = $1 RETURNING id, performance_id, expires_at
     ) UPDATE performance_seat s SET held_until = h.expires_at FROM h
       WHERE s.performance_id = h.performance_id AND s.hold_id = h.id`,
    [id],
  )
}
