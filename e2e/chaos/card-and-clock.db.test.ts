import { describe, expect, it } from 'vitest'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { expireOrders } from '@/lib/coordinator/expire-orders'
import { releasePayment } from '@/lib/coordinator/release-payment'
import { syncPayment } from '@/lib/coordinator/sync-payment'
import { viewOrder } from '@/lib/coordinator/view-order'
import { prisma } from '@/lib/platform/db'
import { sweepHolds } from '@/lib/reservations/releases/store'
import { startPaying } from '../concurrency/testing/till'
import { checkOutAs, endHoldIn, must, seatRows } from '../fixtures/fans'
import { openHallWithOffice } from '../fixtures/hall-with-office'

const { hall, office, freshSeats, intentOf } = openHallWithOffice()

const startSale = (count = 2) => startPaying(hall, freshSeats(count))

async function sessionOf(orderId: string) {
  const payment = await prisma.payment.findUniqueOrThrow({ where: { orderId } })
  return office.stripe.checkout.sessions.retrieve(payment.checkoutSessionId ?? '')
}

describe('a card', () => {
  it('with too little on it can be followed by another, and only that one is charged', async () => {
    const { fan, orderId, url } = await startSale()
    expect(await office.pay(url, '4000000000009995')).toBe(422)
    await syncPayment(orderId)
    expect(await viewOrder(fan.owner, orderId)).toMatchObject({ status: 'pending', payment: null })
    const { lastDecline } = await prisma.payment.findUniqueOrThrow({ where: { orderId } })
    expect(lastDecline).toBe('insufficient_funds')
    expect(await office.pay(url)).toBe(303)
    expect(must(await confirmOrder({ access: fan.owner, orderId }))).toMatchObject({
      ...{ status: 'paid', payment: { last4: '4242' } },
    })
    expect(await intentOf(orderId)).toMatchObject({ amount_received: 9000 })
  })

  it('that is declined leaves the order waiting for another, and says so when time is up', async () => {
    const { fan, seats, orderId, url } = await startSale()
    expect(await office.pay(url, '4000000000000002')).toBe(422)
    await syncPayment(orderId)
    expect(await viewOrder(fan.owner, orderId)).toMatchObject({ status: 'pending' })
    await endHoldIn(fan, hall, -10)
    await expireOrders()
    expect(await viewOrder(fan.owner, orderId)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'declined',
    })
    expect((await sessionOf(orderId)).status).toBe('expired')
    expect(await office.pay(url)).toBe(410)
    await sweepHolds()
    expect((await seatRows(hall, seats)).map((row) => row.status)).toEqual(['free', 'free'])
  })

  it('that is accepted after a declined one pays', async () => {
    const { fan, orderId, url } = await startSale()
    await office.pay(url, '4000000000009995')
    await syncPayment(orderId)
    expect(await office.pay(url, '5555555555554444')).toBe(303)
    const paid = must(await confirmOrder({ access: fan.owner, orderId }))
    expect(paid).toMatchObject({ status: 'paid', payment: { brand: 'mastercard', last4: '4444' } })
  })
})

describe('time', () => {
  it('that runs out at Stripe closes the page: nobody can pay for seats that are gone', async () => {
    const { fan, orderId, url } = await startSale()
    await endHoldIn(fan, hall, -10)
    await expireOrders()
    expect(await viewOrder(fan.owner, orderId)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'expired',
    })
    expect(await office.pay(url)).toBe(410)
    await sweepHolds()
  })

  it('that Stripe itself calls closes the order with its page', async () => {
    const { fan, seats, orderId } = await startSale()
    await office.stripe.checkout.sessions.expire((await sessionOf(orderId)).id)
    await syncPayment(orderId)
    expect(await viewOrder(fan.owner, orderId)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'expired',
    })
    expect((await seatRows(hall, seats)).map((row) => row.status)).toEqual(['held', 'held'])
    const { order, paymentUrl } = must(await checkOutAs(fan))
    expect(order.id).not.toBe(orderId)
    expect(await office.pay(paymentUrl)).toBe(303)
  })

  it('that runs out on the verify page lets the authorization go, and says so by mail', async () => {
    const { fan, orderId, url } = await startSale()
    await office.pay(url)
    await syncPayment(orderId)
    await endHoldIn(fan, hall, -10)
    expect(await confirmOrder({ access: fan.owner, orderId })).toMatchObject({ code: 'seats_lost' })
    must(await releasePayment(orderId))
    expect((await intentOf(orderId)).status).toBe('canceled')
    await sweepHolds()
  })

  it('that runs out right after the card was accepted, unheard of, charges nothing', async () => {
    const { fan, orderId, url } = await startSale()
    await office.pay(url)
    await endHoldIn(fan, hall, -10)
    await expireOrders()
    expect(await viewOrder(fan.owner, orderId)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'expired',
    })
    expect(await intentOf(orderId)).toMatchObject({ status: 'canceled', amount_received: 0 })
    await sweepHolds()
  })

  it('is extended once by paying: the order ends with its hold, within thirty minutes of the first seat', async () => {
    const { fan, orderId } = await startSale()
    const { expiresAt } = await prisma.order.findUniqueOrThrow({ where: { id: orderId } })
    const held = await prisma.hold.findFirstOrThrow({ where: { cartId: fan.cartId } })
    expect(held.expiresAt).toEqual(expiresAt)
    const minutes = (expiresAt.getTime() - held.firstHeldAt.getTime()) / 60_000
    expect(minutes).toBeGreaterThan(14.9)
    must(await checkOutAs(fan))
    expect((await prisma.hold.findFirstOrThrow({ where: { cartId: fan.cartId } })).expiresAt).toEqual(
      expiresAt,
    )
  })
})
