import { describe, expect, it, vi } from 'vitest'
import { cancelOrder } from '@/lib/coordinator/cancel-order'
import { capturePayment } from '@/lib/coordinator/capture-payment'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { reconcilePayments } from '@/lib/coordinator/reconcile-payments'
import { releaseSeats } from '@/lib/coordinator/release-seats'
import { syncPayment } from '@/lib/coordinator/sync-payment'
import { takeStripeEvent } from '@/lib/coordinator/take-stripe-event'
import { prisma } from '@/lib/platform/db'
import { decideConfirm } from '@/lib/reservations/orders/rules'
import { finishBackground } from '../fixtures/background'
import { checkOutAs, fanWith, must } from '../fixtures/fans'
import { openHallWithBooks } from '../fixtures/hall-with-books'
import { endOf, moneyOf, startAuthorized, startPaid, type TestSale } from './testing/till'

vi.mock('@/lib/platform/background', () => import('../fixtures/background'))

const PRICE = 4500
const ROUNDS = 8

const { hall, books, freshSeats } = openHallWithBooks()

function times<T>(count: number, call: () => Promise<T>): Promise<T>[] {
  return Array.from({ length: count }, call)
}

/** Paid with tickets, or cancelled without; Stripe's books agree, and nothing is left open. */
async function expectOneEnd(sale: TestSale): Promise<'paid' | 'cancelled'> {
  const { status, seatsSold, tickets } = await endOf(hall, sale)
  const { taken, captures, refunds, authorized, openPages } = moneyOf(books, sale.orderId)
  const count = sale.seats.length
  const isPaid = status === 'paid'
  expect(['paid', 'cancelled']).toContain(status)
  expect({ seatsSold, tickets, taken, captures }).toEqual(
    isPaid
      ? { seatsSold: count, tickets: count, taken: count * PRICE, captures: 1 }
      : { seatsSold: 0, tickets: 0, taken: 0, captures: 0 },
  )
  expect({ refunds, authorized, openPages }).toEqual({ refunds: 0, authorized: 0, openPages: 0 })
  return isPaid ? 'paid' : 'cancelled'
}

describe('one order, confirmed by ten callers at once', () => {
  it('control: without the order’s lock several set out to issue the tickets', async () => {
    const { orderId } = await startAuthorized(books, hall, freshSeats(1))
    const decisions = await Promise.all(
      times(10, async () => {
        const order = await prisma.order.findUniqueOrThrow({ where: { id: orderId } })
        return decideConfirm({ ...order, total: { amount: order.totalAmount, currency: order.currency } })
      }),
    )
    expect(decisions.filter((decision) => decision === 'sell').length).toBeGreaterThan(1)
  })

  it('is sold once: one capture, one set of tickets, and all hear that it is paid', async () => {
    for (const start of [startAuthorized, startPaid]) {
      const sale = await start(books, hall, freshSeats(3))
      const answers = await Promise.all(times(10, () => confirmOrder(sale.request)))
      await finishBackground()
      for (const answer of answers) expect(['confirmed', 'paid']).toContain(must(answer).status)
      expect(must(await confirmOrder(sale.request)).status).toBe('paid')
      expect(await expectOneEnd(sale)).toBe('paid')
    }
  })

  it('while webhooks, the way back and the reconciler hear of the card too, is sold once', async () => {
    const sale = await startPaid(books, hall, freshSeats(2))
    const events = [...books.store.tables.events.values()].filter(
      ({ type, data }) =>
        type === 'checkout.session.completed' && data.object.client_reference_id === sale.orderId,
    )
    const { id } = events[0] as { id: string }
    const answers = await Promise.all([
      ...times(5, () => takeStripeEvent(books.webhookOf(id))),
      ...times(5, () => syncPayment(sale.orderId)),
      ...times(2, () => reconcilePayments(new Date(Date.now() + 60_000))),
    ])
    expect(answers.filter((answer) => typeof answer === 'object' && !answer.ok)).toEqual([])
    expect(await prisma.stripeEvent.count({ where: { id } })).toBe(1)
    await Promise.all([
      ...times(5, () => confirmOrder(sale.request)),
      ...times(5, () => capturePayment(sale.orderId)),
      ...times(3, () => takeStripeEvent(books.webhookOf(id))),
      ...times(2, () => reconcilePayments(new Date(Date.now() + 60_000))),
    ])
    expect(await expectOneEnd(sale)).toBe('paid')
  })
})

describe('one order, confirmed and at the same moment', () => {
  it('cancelled, five times each: ends in one of the two', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const sale = await startAuthorized(books, hall, freshSeats(2))
      const cancelled = times(round % 2 ? 5 : 1, () => cancelOrder(sale.request))
      const confirmed = times(5, () => confirmOrder(sale.request))
      const answers = await Promise.all([Promise.all(confirmed), Promise.all(cancelled)])
      const end = await expectOneEnd(sale)
      for (const answer of answers[0]) expect(answer.ok).toBe(end === 'paid')
      for (const answer of answers[1]) expect(answer.ok).toBe(end === 'cancelled')
    }
  })

  it('let go in another tab: all its seats are sold, or none and nothing is charged', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const sale = await startAuthorized(books, hall, freshSeats(3))
      const { performanceId } = hall
      const [confirmed] = await Promise.all([
        confirmOrder(sale.request),
        releaseSeats({
          owner: sale.fan.owner,
          performanceId,
          ...(round % 2 ? {} : { label: labelOf(sale) }),
        }),
      ])
      const end = await expectOneEnd(sale)
      expect(confirmed.ok).toBe(end === 'paid')
      if (!confirmed.ok) {
        expect(confirmed).toMatchObject({
          code: 'seats_lost',
          seats: expect.arrayContaining([labelOf(sale)]),
        })
      }
    }
  })

  it('replaced by another check-out of the cart: one of the two orders is left', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const sale = await startAuthorized(books, hall, freshSeats(2))
      const [confirmed, again] = await Promise.all([
        confirmOrder(sale.request),
        checkOutAs(sale.fan, { email: 'grace@example.com' }),
      ])
      expect(await expectOneEnd(sale)).toBe(confirmed.ok ? 'paid' : 'cancelled')
      expect(confirmed.ok && again.ok).toBe(false)
      expect(await openOrdersOf(sale.fan.cartId)).toHaveLength(again.ok ? 1 : 0)
    }
  })
})

describe('two orders of one cart over the same seats', () => {
  it('confirmed at once, three times each: one gets the seats, the other’s card is let go', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [first, second] = await startTwins(freshSeats(2))
      const calls = [first, second].flatMap((sale) => times(3, () => confirmOrder(sale.request)))
      const answers = await Promise.all(calls)
      const ends = [await expectOneEnd(first), await expectOneEnd(second)]
      expect(ends.sort()).toEqual(['cancelled', 'paid'])
      expect(answers.filter((answer) => answer.ok)).toHaveLength(3)
      for (const answer of answers) if (!answer.ok) expect(answer.code).toBe('seats_lost')
    }
  })
})

describe('one cart, checked out eight times at once', () => {
  it('has one order, and one page on which it can be paid', async () => {
    for (let round = 0; round < 4; round += 1) {
      const fan = await fanWith(hall, freshSeats(2))
      const emails = round % 2 ? [fan.email] : [fan.email, 'grace@example.com']
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, i) => checkOutAs(fan, { email: emails[i % emails.length] as string })),
      )
      await finishBackground()
      for (const answer of answers) must(answer)
      const open = await openOrdersOf(fan.cartId)
      expect(open).toHaveLength(1)
      const orders = await prisma.order.findMany({ where: { cartId: fan.cartId } })
      const pages = orders.filter(({ id }) => moneyOf(books, id).openPages > 0)
      expect(pages.map(({ id }) => id)).toEqual(open)
      expect(moneyOf(books, open[0] as string).openPages).toBe(1)
      if (emails.length === 1) expect(orders).toHaveLength(1)
    }
  })
})

/** A second order over the seats of the first, which check-out did not see. Both cards are accepted. */
async function startTwins(seats: number[]): Promise<[TestSale, TestSale]> {
  const first = await startAuthorized(books, hall, seats)
  const { cartId } = first.fan
  await prisma.order.update({ where: { id: first.orderId }, data: { cartId: null } })
  const second = await startAuthorized(books, hall, seats, first.fan)
  await prisma.order.update({ where: { id: first.orderId }, data: { cartId } })
  expect(second.orderId).not.toBe(first.orderId)
  return [first, second]
}

async function openOrdersOf(cartId: string): Promise<string[]> {
  const open = await prisma.order.findMany({ where: { cartId, status: { in: ['pending', 'authorized'] } } })
  return open.map((order) => order.id)
}

/** Of the sale's first seat. */
function labelOf({ seats: [seat = 0] }: TestSale): string {
  return `A-${Math.floor(seat / 40) + 1}-${(seat % 40) + 1}`
}
