import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { answerOffer } from '@/lib/coordinator/answer-offer'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { expireOrders } from '@/lib/coordinator/expire-orders'
import { offerForOrder } from '@/lib/coordinator/offer-for-order'
import { swapSeats } from '@/lib/coordinator/swap-seats'
import { viewCart } from '@/lib/coordinator/view-cart'
import { viewOrderById } from '@/lib/coordinator/view-order'
import type { OrderView } from '@/lib/reservations/orders/types'
import type { CartOffer } from '@/lib/reservations/types'
import { blockDraft, createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { checkOutAs, endHoldIn, findContradictions, hold, must, newFan } from '../fixtures/fans'

// What the maps hear is another test's matter.
vi.mock('@/lib/platform/background', () => ({ runInBackground: () => {} }))

let hall: TestPerformance

beforeAll(async () => {
  // An order for nothing needs no card: what is lost when it is confirmed is lost the same way.
  hall = await createTestPerformance({ draft: blockDraft(6, 20), amounts: [0] })
})
afterEach(async () => expect(await findContradictions()).toEqual([]))

/** A fan who is about to confirm, and whose time runs out; somebody else takes one of the seats. */
async function losesOne(seats: number[], taken: number) {
  const fan = await newFan()
  await hold(fan, hall, seats)
  const { order } = must(await checkOutAs(fan))
  await endHoldIn(fan, hall, -1)
  const rival = await newFan()
  expect(await hold(rival, hall, [taken])).toBe(true)
  const request = { owner: fan.owner, access: fan.owner, orderId: order.id }
  return { fan, request, order }
}

it('whose seats are lost when the order is confirmed has the nearest held by then, each beside the one it stands for', async () => {
  const { fan, request } = await losesOne([4, 5], 4)
  expect(await confirmOrder(request)).toMatchObject({ code: 'seats_lost' })
  expect(await offerForOrder(request)).toBe(true)
  const { offers, holds } = await viewCart(fan.owner)
  expect(holds).toEqual([])
  const offer = offers[0] as CartOffer
  expect(offer.seats).toHaveLength(2)
  expect(offer.expiresAt.getTime() - Date.now()).toBeGreaterThan(100_000)
  const order = (await viewOrderById(request.orderId)) as OrderView
  const swaps = await swapSeats(order, offer)
  expect(swaps.map(({ wanted }) => wanted)).toEqual(['A, row 1, seat 5', 'A, row 1, seat 6'])
  expect(swaps[0]?.kind).toBe('gone')
  const words = swaps.map(({ instead }) => instead.words)
  expect(new Set(words).size).toBe(2)
  expect(words).not.toContain('A, row 1, seat 5')
  for (const { wanted, kind, instead } of swaps) expect(kind === 'same').toBe(instead.words === wanted)

  const answer = { owner: fan.owner, performanceId: hall.performanceId, offerId: offer.id }
  expect(await answerOffer({ ...answer, keep: true })).toBe(true)
  expect(must(await checkOutAs(fan)).order.lines.map((line) => line.seat.label)).toEqual(
    offer.seats.map(({ label }) => label),
  )
})

it('has them held though the round that ends overdue orders was quicker than the click', async () => {
  const { fan, request } = await losesOne([44, 45], 45)
  await expireOrders()
  expect(await confirmOrder(request)).toMatchObject({ ok: false })
  expect(await viewOrderById(request.orderId)).toMatchObject({ status: 'cancelled', cancelReason: 'expired' })
  expect(await offerForOrder(request)).toBe(true)
  expect((await viewCart(fan.owner)).offers).toMatchObject([{ seats: [{}, {}], lost: [{ label: 'A-3-6' }] }])
})

it('nothing is held for an order that is nobody’s to see, still open, or given up by hand', async () => {
  const { request, order } = await losesOne([80, 81], 80)
  expect(await offerForOrder(request)).toBe(false)
  const stranger = await newFan()
  await confirmOrder(request)
  const theirs = { owner: stranger.owner, access: stranger.owner, orderId: order.id }
  expect(await offerForOrder(theirs)).toBe(false)
  expect((await viewCart(stranger.owner)).offers).toEqual([])
})
