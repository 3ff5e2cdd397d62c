import { beforeAll, describe, expect, it, vi } from 'vitest'
import { cancelOrder } from '@/lib/coordinator/cancel-order'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { expireOrders } from '@/lib/coordinator/expire-orders'
import { reconcilePayments } from '@/lib/coordinator/reconcile-payments'
import { syncPayment } from '@/lib/coordinator/sync-payment'
import { takeStripeEvent } from '@/lib/coordinator/take-stripe-event'
import { prisma } from '@/lib/platform/db'
import { sweepHolds } from '@/lib/reservations/releases/store'
import {
  endOf,
  moneyOf,
  payAt,
  type SoldSeats,
  startAuthorized,
  startPaid,
} from '../concurrency/testing/till'
import { finishBackground } from '../fixtures/background'
import { checkOutAs, endHoldIn, fanWith, hold, must, newFan } from '../fixtures/fans'
import { openHallWithBooks } from '../fixtures/hall-with-books'

vi.mock('@/lib/platform/background', () => import('../fixtures/background'))

const PRICE = 4500

const { hall, books, freshSeats } = openHallWithBooks()
beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))

/** How Stripe is away; `isDone`: it does what it was asked, and the answer gets lost. */
type Absence = { isDone: boolean; begin: () => Promise<void> | void; end: () => Promise<void> | void }

const mend = () => books.mend()
const ABSENCES: Record<string, Absence> = {
  'refuses connections': { isDone: false, begin: () => books.goAway(), end: () => books.comeBack() },
  'answers 500': {
    ...{ isDone: false, begin: () => books.breakAll({ effect: 'fail-before', status: 500 }), end: mend },
  },
  'cuts connections': { isDone: false, begin: () => books.breakAll({ effect: 'drop' }), end: mend },
  'cuts connections once it has done its work': {
    ...{ isDone: true, begin: () => books.breakAll({ effect: 'fail-after-effect' }), end: mend },
  },
  'is behind a gateway that loses its answers': {
    ...{ isDone: true, begin: () => books.breakAll({ effect: 'fail-after-effect', status: 503 }), end: mend },
  },
}

async function during<T>({ begin, end }: Absence, work: () => Promise<T>): Promise<T> {
  await begin()
  try {
    const answer = await work()
    await finishBackground()
    return answer
  } finally {
    await end()
  }
}

async function reconcile(): Promise<void> {
  await reconcilePayments(new Date(Date.now() + 60_000))
  await finishBackground()
}

async function expectPaid(sale: SoldSeats): Promise<void> {
  const count = sale.seats.length
  expect(await endOf(hall, sale)).toMatchObject({ status: 'paid', seatsSold: count, tickets: count })
  const { taken, captures, refunds } = moneyOf(books, sale.orderId)
  expect({ taken, captures, refunds }).toEqual({ taken: count * PRICE, captures: 1, refunds: 0 })
}

async function expectNothingTaken(sale: SoldSeats): Promise<void> {
  expect(await endOf(hall, sale)).toMatchObject({ status: 'cancelled', seatsSold: 0, tickets: 0 })
  const { taken, captures, authorized, openPages } = moneyOf(books, sale.orderId)
  expect({ taken, captures, authorized, openPages }).toEqual({
    taken: 0,
    captures: 0,
    authorized: 0,
    openPages: 0,
  })
}

describe.each(Object.entries(ABSENCES))('while Stripe %s', (_, absence) => {
  it('check-out says so and keeps the seats, and goes on with the same order and one page', async () => {
    const seats = freshSeats(2)
    const fan = await fanWith(hall, seats)
    expect(await during(absence, () => checkOutAs(fan))).toMatchObject({ ok: false, code: 'unavailable' })
    const drawn = await prisma.order.findFirstOrThrow({ where: { cartId: fan.cartId } })
    const { order, paymentUrl } = must(await checkOutAs(fan))
    expect([order.id, order.status]).toEqual([drawn.id, 'pending'])
    expect(paymentUrl).not.toBeNull()
    expect(moneyOf(books, order.id).openPages).toBe(1)
    expect(await payAt(books, order.id)).toBe(303)
    must(await confirmOrder({ access: fan.owner, orderId: order.id }))
    await expectPaid({ seats, orderId: order.id })
  })

  it('an order whose card is not known to be accepted cannot be confirmed yet, and keeps its seats', async () => {
    const sale = await startPaid(books, hall, freshSeats(2))
    const early = await during(absence, () => confirmOrder(sale.request))
    expect(early).toMatchObject({ ok: false, code: 'not_authorized' })
    expect((await endOf(hall, sale)).rows.map((row) => row.status)).toEqual(['held', 'held'])
    must(await confirmOrder(sale.request))
    await expectPaid(sale)
  })

  it('a confirmed order has its seats at once, and the money is taken once, when it can be', async () => {
    const sale = await startAuthorized(books, hall, freshSeats(2))
    const confirmed = must(await during(absence, () => confirmOrder(sale.request)))
    expect(confirmed.status).toBe('confirmed')
    expect(await endOf(hall, sale)).toMatchObject({ seatsSold: 2, tickets: 2 })
    expect(moneyOf(books, sale.orderId).captures).toBe(absence.isDone ? 1 : 0)
    await reconcile()
    await expectPaid(sale)
  })

  it('a cancelled order is cancelled at once, and the card is let go when it can be', async () => {
    const sale = await startAuthorized(books, hall, freshSeats(2))
    const cancelled = must(await during(absence, () => cancelOrder(sale.request)))
    expect(cancelled.status).toBe('cancelled')
    await reconcile()
    await expectNothingTaken(sale)
  })

  it('an order whose time is over ends, its seats are free, and its card is let go when it can be', async () => {
    const sale = await startAuthorized(books, hall, freshSeats(1))
    await endHoldIn(sale.fan, hall, -1)
    await during(absence, () => expireOrders())
    await sweepHolds()
    expect((await endOf(hall, sale)).status).toBe('cancelled')
    expect(await hold(await newFan(), hall, sale.seats)).toBe(true)
    await reconcile()
    await expectNothingTaken(sale)
  })

  it('a webhook is asked for again, and heard then', async () => {
    const sale = await startPaid(books, hall, freshSeats(1))
    const completed = [...books.store.tables.events.values()].find(
      ({ type, data }) =>
        type === 'checkout.session.completed' && data.object.client_reference_id === sale.orderId,
    )
    const eventId = completed?.id ?? ''
    const early = await during(absence, () => takeStripeEvent(books.webhookOf(eventId)))
    expect(early).toMatchObject({ ok: false, code: 'unavailable' })
    must(await takeStripeEvent(books.webhookOf(eventId)))
    expect((await endOf(hall, sale)).status).toBe('authorized')
    must(await cancelOrder(sale.request))
  })
})

it('a capture that Stripe does not answer keeps nobody waiting: the seats are theirs, and the money is taken behind the page', async () => {
  const { request, ...sale } = await startAuthorized(books, hall, freshSeats(1))
  // Longer than anybody waits for a page; then Stripe is asked once more.
  books.faults.add([{ match: { path: '/capture$' }, effect: 'timeout', ms: 6_500, times: 1 }])
  expect(must(await confirmOrder(request)).status).toBe('confirmed')
  expect(await endOf(hall, sale)).toMatchObject({ status: 'paid', seatsSold: 1 })
  expect(moneyOf(books, sale.orderId)).toMatchObject({ taken: PRICE, captures: 1 })
})

describe('while Stripe is away for long', () => {
  it('an authorization that dies meanwhile gives the confirmed seats back, and nothing is taken', async () => {
    const sale = await startAuthorized(books, hall, freshSeats(2))
    const absence = ABSENCES['answers 500'] as Absence
    expect(must(await during(absence, () => confirmOrder(sale.request))).status).toBe('confirmed')
    const { paymentIntentId } = await prisma.payment.findUniqueOrThrow({ where: { orderId: sale.orderId } })
    await books.ask(`/v1/payment_intents/${paymentIntentId}/cancel`)
    await reconcile()
    await expectNothingTaken(sale)
    expect(await hold(await newFan(), hall, sale.seats)).toBe(true)
  })

  it('confirming does not wait for ever: the fan has the seats though the capture is never answered', async () => {
    const sale = await startAuthorized(books, hall, freshSeats(1))
    books.breakAll({ effect: 'timeout' })
    expect(must(await confirmOrder(sale.request)).status).toBe('confirmed')
    books.mend()
    await reconcile()
    await expectPaid(sale)
  }, 60_000)
})

describe('where each step fails twice before it works', () => {
  it('a fan who tries again each time gets the tickets and pays once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const seats = freshSeats(2)
      const fan = await fanWith(hall, seats)
      const { order } = await insist(() => checkOutAs(fan))
      expect(await payAt(books, order.id)).toBe(303)
      await insist(() => syncPayment(order.id))
      await insist(() => confirmOrder({ access: fan.owner, orderId: order.id }))
      await reconcile()
      await expectPaid({ seats, orderId: order.id })
    }
  })
})

/** Tries until it is not refused; what fails before does so in a way of its own each time. */
async function insist<T>(
  work: () => Promise<{ ok: true; value: T } | { ok: false; code: string }>,
): Promise<T> {
  const absences = Object.values(ABSENCES).sort(() => Math.random() - 0.5)
  for (const absence of absences.slice(0, 2)) {
    const answer = await during(absence, work)
    if (answer.ok) return answer.value
    expect(['unavailable', 'not_authorized']).toContain(answer.code)
  }
  const answer = await work()
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}
