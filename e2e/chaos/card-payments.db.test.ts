import { describe, expect, it } from 'vitest'
import { cancelOrder } from '@/lib/coordinator/cancel-order'
import { checkOut } from '@/lib/coordinator/check-out'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { expireOrders } from '@/lib/coordinator/expire-orders'
import { findKeptCards } from '@/lib/coordinator/find-means'
import { reconcilePayments } from '@/lib/coordinator/reconcile-payments'
import { syncPayment } from '@/lib/coordinator/sync-payment'
import { viewOrderById } from '@/lib/coordinator/view-order'
import { prisma } from '@/lib/platform/db'
import { newReference } from '@/lib/platform/ids'
import { ensureCart } from '@/lib/reservations/carts/store'
import { endHoldIn, type Fan, fanWith, must } from '../fixtures/fans'
import { openHallWithOffice } from '../fixtures/hall-with-office'

type Member = { owner: { userId: string }; cartId: string; email: string }

const { hall, office, freshSeats } = openHallWithOffice()

async function newMember(): Promise<Member> {
  const email = `ada-${newReference(6).toLowerCase()}@example.com`
  const { id: userId } = await prisma.user.create({ data: { email, name: 'Ada Example' } })
  const owner = { userId }
  return { owner, email, cartId: await ensureCart(owner) }
}

const asFan = (member: Member) => member as unknown as Fan

async function checkOutWith(member: Member, card: { cardId?: string; locale?: string }) {
  await fanWith(hall, freshSeats(1), asFan(member))
  const { owner, email } = member
  return checkOut({ owner, email, name: 'Ada Example', ...card })
}

/** A member who paid once and let the card be kept. */
async function memberWithCard(number = '4242424242424242') {
  const member = await newMember()
  const { order, paymentUrl } = must(await checkOutWith(member, {}))
  expect(await office.payAndKeep(paymentUrl, number)).toBe(303)
  if (number.endsWith('3155')) await office.passChallenge(paymentUrl)
  expect(must(await confirmOrder({ access: member.owner, orderId: order.id })).status).toBe('paid')
  const [card] = must(await findKeptCards(member.owner.userId))
  return { ...member, cardId: card?.id ?? '' }
}

async function intentsOf(orderId: string) {
  const { data } = await office.stripe.paymentIntents.list({ limit: 100 })
  return data.filter((intent) => intent.metadata.order === orderId)
}

describe('Stripe’s page', () => {
  it('is in the language of the fan, and says seats and days in it', async () => {
    const { order } = must(await checkOutWith(await newMember(), { locale: 'de' }))
    const { data } = await office.stripe.checkout.sessions.list({ limit: 100 })
    const session = data.find((each) => each.client_reference_id === order.id)
    expect(session?.locale).toBe('de')
    const lines = await office.stripe.checkout.sessions.listLineItems(session?.id ?? '', {
      expand: ['data.price.product'],
    })
    expect(JSON.stringify(lines.data)).toMatch(/Reihe .*Platz /)
  })
})

describe('a kept card', () => {
  it('pays without Stripe’s page: authorized at once, taken when it is confirmed', async () => {
    const member = await memberWithCard()
    const { order, paymentUrl } = must(await checkOutWith(member, { cardId: member.cardId }))
    expect({ status: order.status, paymentUrl }).toEqual({ status: 'authorized', paymentUrl: null })
    expect(order.payment).toEqual({ brand: 'visa', last4: '4242' })
    expect(await intentsOf(order.id)).toMatchObject([{ status: 'requires_capture', amount_received: 0 }])
    const paid = must(await confirmOrder({ access: member.owner, orderId: order.id }))
    expect(paid.status).toBe('paid')
    expect(await intentsOf(order.id)).toMatchObject([{ status: 'succeeded', amount_received: 4500 }])
  })

  it('of somebody else, or of nobody, pays nothing', async () => {
    const [mine, theirs] = [await memberWithCard(), await memberWithCard()]
    for (const cardId of [theirs.cardId, 'pm_none', 'pm_card_visa']) {
      const refused = await checkOutWith(mine, { cardId })
      expect(refused).toMatchObject({ code: 'invalid', errors: [{ path: 'card' }] })
    }
  })

  it('that asks for 3-D Secure leads to the bank’s page and back, or the order ends without a charge', async () => {
    const member = await memberWithCard('4000002500003155')
    const passed = must(await checkOutWith(member, { cardId: member.cardId }))
    expect(passed.order.status).toBe('pending')
    expect(passed.paymentUrl).toContain('/3ds/')
    expect(await office.answer(passed.paymentUrl, 'complete')).toBe(303)
    must(await syncPayment(passed.order.id))
    expect(await viewOrderById(passed.order.id)).toMatchObject({ status: 'authorized' })
    must(await confirmOrder({ access: member.owner, orderId: passed.order.id }))

    const failed = must(await checkOutWith(member, { cardId: member.cardId }))
    await office.answer(failed.paymentUrl, 'fail')
    must(await syncPayment(failed.order.id))
    expect(await viewOrderById(failed.order.id)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'declined',
    })
  })

  it('that asks for 3-D Secure and gets no answer is let go when time runs out', async () => {
    const member = await memberWithCard('4000002500003155')
    const { order } = must(await checkOutWith(member, { cardId: member.cardId }))
    await endHoldIn(asFan(member), hall, -1)
    await expireOrders()
    expect(await viewOrderById(order.id)).toMatchObject({ status: 'cancelled' })
    expect(await intentsOf(order.id)).toMatchObject([{ status: 'canceled' }])
  })

  it('that the bank refuses ends the order without a charge; the seats stay held for another card', async () => {
    const member = await memberWithCard()
    const { customerId } = await prisma.stripeCustomer.findUniqueOrThrow({ where: member.owner })
    const empty = 'pm_card_chargeDeclinedInsufficientFunds'
    const { id: cardId } = await office.stripe.paymentMethods.attach(empty, { customer: customerId })
    await office.stripe.paymentMethods.update(cardId, { allow_redisplay: 'always' })
    const { order, paymentUrl } = must(await checkOutWith(member, { cardId }))
    expect(paymentUrl).toBeNull()
    expect(order).toMatchObject({ status: 'cancelled', cancelReason: 'declined' })
    expect(await intentsOf(order.id)).toMatchObject([{ status: 'canceled', amount_received: 0 }])
    const { owner, email } = member
    const again = must(await checkOut({ owner, email, name: 'Ada Example', cardId: member.cardId }))
    expect(again.order.status).toBe('authorized')
  })

  it('is let go where the order is called off', async () => {
    const member = await memberWithCard()
    const { order } = must(await checkOutWith(member, { cardId: member.cardId }))
    must(await cancelOrder({ access: member.owner, orderId: order.id }))
    await reconcilePayments(new Date(Date.now() + 60_000))
    expect(await intentsOf(order.id)).toMatchObject([{ status: 'canceled', amount_received: 0 }])
  })
})

describe('a kept card that is asked while Stripe fails', () => {
  const create = { method: 'POST', path: '/v1/payment_intents$' }

  it('keeps the order where Stripe was away, and asks once', async () => {
    const member = await memberWithCard()
    await office.fault({ match: create, effect: 'fail-before', status: 429, times: 1 })
    expect(await checkOutWith(member, { cardId: member.cardId })).toMatchObject({ code: 'unavailable' })
    const { owner, email, cardId } = member
    const { order } = must(await checkOut({ owner, email, name: 'Ada Example', cardId }))
    expect(order.status).toBe('authorized')
    expect(await intentsOf(order.id)).toHaveLength(1)
  })

  it('finds the authorization whose answer was lost', async () => {
    const member = await memberWithCard()
    await office.fault({ match: create, effect: 'fail-after-effect', status: 429, times: 1 })
    expect(await checkOutWith(member, { cardId: member.cardId })).toMatchObject({ code: 'unavailable' })
    await reconcilePayments(new Date(Date.now() + 60_000))
    const [order] = await prisma.order.findMany({ where: { email: member.email }, orderBy: { id: 'desc' } })
    expect(order?.status).toBe('authorized')
    expect(await intentsOf(order?.id ?? '')).toHaveLength(1)
  })

  it('lets go of the authorization whose answer was lost, where the order has ended', async () => {
    const member = await memberWithCard()
    await office.fault({ match: create, effect: 'fail-after-effect', status: 429, times: 1 })
    await checkOutWith(member, { cardId: member.cardId })
    const [order] = await prisma.order.findMany({ where: { email: member.email }, orderBy: { id: 'desc' } })
    must(await cancelOrder({ access: member.owner, orderId: order?.id ?? '' }))
    await reconcilePayments(new Date(Date.now() + 60_000))
    expect(await intentsOf(order?.id ?? '')).toMatchObject([{ status: 'canceled' }])
  })
})
