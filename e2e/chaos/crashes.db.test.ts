import { describe, expect, it } from 'vitest'
import { cancelOrder } from '@/lib/coordinator/cancel-order'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { reconcilePayments } from '@/lib/coordinator/reconcile-payments'
import { releasePayment } from '@/lib/coordinator/release-payment'
import { sendOrderMail } from '@/lib/coordinator/send-order-mail'
import { syncPayment } from '@/lib/coordinator/sync-payment'
import { viewOrder } from '@/lib/coordinator/view-order'
import { prisma } from '@/lib/platform/db'
import { startPaying } from '../concurrency/testing/till'
import { eventually } from '../fixtures/box-office'
import { checkOutAs, fanWith, findContradictions, hold, must, newFan, seatRows } from '../fixtures/fans'
import { openHallWithOffice } from '../fixtures/hall-with-office'

const { hall, office, freshSeats } = openHallWithOffice()

const CAPTURE = { method: 'POST', path: '/capture$' }
const CANCEL = { method: 'POST', path: '/(cancel|expire)$' }

/** An order whose card was accepted at Stripe; nobody told us yet. */
async function startPaid() {
  const { fan, seats, orderId, url } = await startPaying(hall, freshSeats(2))
  expect(await office.pay(url)).toBe(303)
  const { checkoutSessionId } = await prisma.payment.findUniqueOrThrow({ where: { orderId } })
  const session = await office.stripe.checkout.sessions.retrieve(checkoutSessionId ?? '')
  const intentId = String(session.payment_intent)
  const view = async () => must({ ok: true, value: await viewOrder(fan.owner, orderId) })
  const intent = () => office.stripe.paymentIntents.retrieve(intentId)
  return { fan, seats, orderId, intentId, view, intent, access: fan.owner }
}

/** The reconciler, a minute later. */
const reconcile = () => reconcilePayments(new Date(Date.now() + 60_000))

describe('the reconciler', () => {
  it('hears of a card that was accepted, when the fan closed the window and no webhook came', async () => {
    const { view } = await startPaid()
    expect(await view()).toMatchObject({ status: 'pending' })
    await reconcile()
    expect(await view()).toMatchObject({ status: 'authorized', payment: { last4: '4242' } })
  })

  it('leaves alone what was asked about just now', async () => {
    const { view } = await startPaid()
    await reconcilePayments()
    expect(await view()).toMatchObject({ status: 'pending' })
  })

  it('takes the money of an order that was confirmed before the crash', async () => {
    const { orderId, access, view, intent } = await startPaid()
    await office.fault({ match: CAPTURE, effect: 'fail-before', status: 503, times: 2 })
    expect(must(await confirmOrder({ access, orderId })).status).toBe('confirmed')
    expect((await intent()).status).toBe('requires_capture')
    expect(await findContradictions()).toEqual([])
    await reconcile()
    expect(await view()).toMatchObject({ status: 'paid' })
    expect(await intent()).toMatchObject({ status: 'succeeded', amount_received: 9000 })
  })

  it('marks an order paid whose money was taken right before the crash, and takes nothing again', async () => {
    const { orderId, access, view, intentId } = await startPaid()
    await office.fault({ match: CAPTURE, effect: 'fail-after-effect', times: 2 })
    expect(must(await confirmOrder({ access, orderId })).status).toBe('confirmed')
    await reconcile()
    expect(await view()).toMatchObject({ status: 'paid' })
    const events = await office.events()
    const taken = events.filter(
      ({ type, data }) => type === 'payment_intent.succeeded' && data.object.id === intentId,
    )
    expect(taken).toHaveLength(1)
  })

  it('lets the card of a cancelled order go when Stripe was away before', async () => {
    const { orderId, access, intent } = await startPaid()
    await syncPayment(orderId)
    await office.fault({ match: CANCEL, effect: 'fail-before', status: 503, times: 4 })
    must(await cancelOrder({ access, orderId }))
    expect(await releasePayment(orderId)).toMatchObject({ code: 'unavailable' })
    expect((await intent()).status).toBe('requires_capture')
    await office.stripe.balance.retrieve()
    await eventually(async () => {
      await reconcile()
      return (await intent()).status === 'canceled'
    })
    expect((await prisma.payment.findUniqueOrThrow({ where: { orderId } })).status).toBe('cancelled')
  })

  it('may run many times at once', async () => {
    const { orderId, access, view, intent } = await startPaid()
    await office.fault({ match: CAPTURE, effect: 'fail-before', status: 503, times: 2 })
    must(await confirmOrder({ access, orderId }))
    await Promise.all([reconcile(), reconcile(), reconcile(), confirmOrder({ access, orderId })])
    expect(await view()).toMatchObject({ status: 'paid' })
    expect((await intent()).amount_received).toBe(9000)
  })
})

describe('a failure of Stripe', () => {
  it('that it repeats under the key, though the money was taken, does not stop the order', async () => {
    const { orderId, access } = await startPaid()
    await office.fault({ match: CAPTURE, effect: 'fail-after-effect', status: 500 })
    expect(must(await confirmOrder({ access, orderId })).status).toBe('paid')
  })

  it('while it opens the page, after it was opened, leaves one page for the order', async () => {
    const fan = await fanWith(hall, freshSeats(1))
    await office.fault({ match: { path: '/checkout/sessions$' }, effect: 'fail-after-effect', times: 2 })
    expect(await checkOutAs(fan)).toMatchObject({ code: 'unavailable' })
    const { order, paymentUrl } = must(await checkOutAs(fan))
    const { data } = await office.stripe.checkout.sessions.list({ limit: 100 })
    const mine = data.filter((session) => session.client_reference_id === order.id)
    expect(mine.map((session) => session.url)).toEqual([paymentUrl])
  })
})

describe('an authorization', () => {
  it('that is gone when the fan confirms gives the seats back and charges nothing', async () => {
    const { fan, seats, orderId, access, intentId, view } = await startPaid()
    await syncPayment(orderId)
    await office.stripe.paymentIntents.cancel(intentId)
    expect(await confirmOrder({ access, orderId })).toMatchObject({ code: 'not_authorized' })
    expect(await view()).toMatchObject({ status: 'cancelled', cancelReason: 'declined' })
    expect((await seatRows(hall, seats)).map((row) => row.status)).toEqual(['free', 'free'])
    const tickets = await prisma.ticket.findMany({ where: { orderId } })
    expect(tickets.map((ticket) => ticket.status)).toEqual(['void', 'void'])
    must(await sendOrderMail({ orderId, kind: 'cancelled' }))
    expect((await office.mails(fan.email))[0]?.html).toContain('declined')
    expect(await hold(await newFan(), hall, seats)).toBe(true)
  })

  it('that Stripe let go before the fan came back ends the order', async () => {
    const { orderId, intentId, view } = await startPaid()
    await syncPayment(orderId)
    await office.stripe.paymentIntents.cancel(intentId)
    await syncPayment(orderId)
    expect(await view()).toMatchObject({ status: 'cancelled', cancelReason: 'declined' })
  })

  it('that somebody captured by hand without the seats being sold is given back', async () => {
    const { orderId, intentId, view } = await startPaid()
    await office.stripe.paymentIntents.capture(intentId)
    await syncPayment(orderId)
    expect(await view()).toMatchObject({ status: 'cancelled' })
    const { latest_charge } = await office.stripe.paymentIntents.retrieve(intentId, {
      expand: ['latest_charge'],
    })
    expect(latest_charge).toMatchObject({ refunded: true, amount_refunded: 9000 })
  })
})
