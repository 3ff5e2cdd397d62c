import type Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { errorOf, type Harness, payBySession, startHarness } from './testing'

let harness: Harness
let stripe: Stripe
beforeAll(async () => {
  harness = await startHarness()
  stripe = harness.stripe
})
afterAll(() => harness.close())
beforeEach(() => {
  harness.received.length = 0
})

const hookTypes = () => harness.received.map((hook) => hook.type)

describe('capture', () => {
  test('takes the money once, marks the session paid, and tells', async () => {
    const { session, intentId } = await payBySession(harness)
    const intent = await stripe.paymentIntents.capture(
      intentId,
      {},
      { idempotencyKey: `capture-${intentId}` },
    )
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 9700, amount_capturable: 0 })
    const charge = await stripe.charges.retrieve(String(intent.latest_charge), {
      expand: ['balance_transaction'],
    })
    expect(charge).toMatchObject({
      captured: true,
      amount_captured: 9700,
      balance_transaction: { amount: 9700 },
    })
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid')
    await harness.waitFor(() => hookTypes().includes('payment_intent.succeeded'), 'succeeded')
    expect(hookTypes()).toContain('charge.captured')

    const again = await errorOf(stripe.paymentIntents.capture(intentId))
    expect(again).toMatchObject({ code: 'payment_intent_unexpected_state', statusCode: 400 })
    expect(again.payment_intent?.status).toBe('succeeded')
  })

  test('may take a part, never more than was authorized', async () => {
    const { intentId } = await payBySession(harness)
    const tooMuch = await errorOf(stripe.paymentIntents.capture(intentId, { amount_to_capture: 9701 }))
    expect(tooMuch).toMatchObject({ code: 'amount_too_large', param: 'amount_to_capture' })
    const intent = await stripe.paymentIntents.capture(intentId, { amount_to_capture: 4850 })
    expect(intent).toMatchObject({ status: 'succeeded', amount: 9700, amount_received: 4850 })
  })
})

describe('cancel', () => {
  test('lets an authorization go and can be done once', async () => {
    const { intentId } = await payBySession(harness)
    const intent = await stripe.paymentIntents.cancel(intentId, { cancellation_reason: 'abandoned' })
    expect(intent).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'abandoned',
      amount_capturable: 0,
    })
    await harness.waitFor(() => hookTypes().includes('payment_intent.canceled'), 'canceled')
    expect((await errorOf(stripe.paymentIntents.capture(intentId))).code).toBe(
      'payment_intent_unexpected_state',
    )
    expect((await errorOf(stripe.paymentIntents.cancel(intentId))).code).toBe(
      'payment_intent_unexpected_state',
    )
  })

  test('of captured money fails', async () => {
    const { intentId } = await payBySession(harness)
    await stripe.paymentIntents.capture(intentId)
    const error = await errorOf(stripe.paymentIntents.cancel(intentId))
    expect(error).toMatchObject({
      code: 'payment_intent_unexpected_state',
      type: 'StripeInvalidRequestError',
    })
    expect(error.message).toContain('has a status of succeeded')
  })
})

describe('refunds', () => {
  test('give back parts up to what was captured and no more', async () => {
    const { intentId } = await payBySession(harness)
    expect((await errorOf(stripe.refunds.create({ payment_intent: intentId }))).message).toContain(
      'does not have a successful charge',
    )
    await stripe.paymentIntents.capture(intentId)
    const first = await stripe.refunds.create({
      payment_intent: intentId,
      amount: 4850,
      metadata: { ticket: 't1' },
    })
    expect(first).toMatchObject({
      status: 'succeeded',
      amount: 4850,
      currency: 'eur',
      metadata: { ticket: 't1' },
    })
    const over = await errorOf(stripe.refunds.create({ payment_intent: intentId, amount: 4851 }))
    expect(over).toMatchObject({ param: 'amount', statusCode: 400 })
    expect(over.message).toContain('€48.51')
    const rest = await stripe.refunds.create({ payment_intent: intentId })
    expect(rest.amount).toBe(4850)
    const charge = await stripe.charges.retrieve(String(rest.charge), { expand: ['refunds'] })
    expect(charge).toMatchObject({ refunded: true, amount_refunded: 9700 })
    expect(charge.refunds?.data.map((refund) => refund.id)).toEqual([rest.id, first.id])
    expect((await errorOf(stripe.refunds.create({ payment_intent: intentId }))).code).toBe(
      'charge_already_refunded',
    )
    await harness.waitFor(
      () => hookTypes().filter((type) => type === 'charge.refunded').length === 2,
      'two refunds',
    )
    expect(hookTypes()).toContain('refund.created')
  })
})

describe('PaymentIntents through the API', () => {
  test('confirm with a test card, and decline with 402', async () => {
    const good = await stripe.paymentIntents.create({
      amount: 1200,
      currency: 'usd',
      payment_method: 'pm_card_visa',
      confirm: true,
    })
    expect(good.status).toBe('succeeded')
    const bad = await errorOf(
      stripe.paymentIntents.create({
        amount: 1200,
        currency: 'usd',
        payment_method: 'pm_card_chargeDeclined',
        confirm: true,
      }),
    )
    expect(bad).toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      code: 'card_declined',
      decline_code: 'generic_decline',
    })
    expect(bad.payment_intent?.status).toBe('requires_payment_method')
  })

  test('send a challenge to its page and back to the return address', async () => {
    const intent = await stripe.paymentIntents.create({
      amount: 1200,
      currency: 'usd',
      capture_method: 'manual',
      payment_method: 'pm_card_authenticationRequired',
      confirm: true,
      return_url: 'http://shop.example/back',
    })
    expect(intent.status).toBe('requires_action')
    const back = await harness.submit(intent.next_action?.redirect_to_url?.url ?? '', { outcome: 'complete' })
    expect(back.headers.get('location')).toContain('redirect_status=succeeded')
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_capture')
  })
})

describe('customers', () => {
  test('keep a card that was set up for later, until it is detached', async () => {
    const customer = await stripe.customers.create({ email: 'ada@example.com', name: 'Ada Example' })
    await payBySession(harness, '5555555555554444', {
      customer: customer.id,
      customer_email: undefined,
      payment_intent_data: { capture_method: 'manual', setup_future_usage: 'on_session' },
    })
    const cards = await stripe.customers.listPaymentMethods(customer.id, { type: 'card' })
    expect(cards.data).toMatchObject([
      { card: { brand: 'mastercard', last4: '4444' }, customer: customer.id },
    ])
    await stripe.paymentMethods.detach(cards.data[0]?.id ?? '')
    expect((await stripe.customers.listPaymentMethods(customer.id)).data).toEqual([])
    expect((await stripe.customers.retrieve(customer.id)).deleted).toBeUndefined()
  })
})

describe('a dispute', () => {
  test('opens when the card that disputes is captured, and blocks refunds', async () => {
    const { intentId } = await payBySession(harness, '4000000000000259')
    expect((await stripe.disputes.list({ payment_intent: intentId })).data).toEqual([])
    await stripe.paymentIntents.capture(intentId)
    await harness.waitFor(() => hookTypes().includes('charge.dispute.created'), 'the dispute')
    const [dispute] = (await stripe.disputes.list({ payment_intent: intentId })).data
    expect(dispute).toMatchObject({ amount: 9700, reason: 'fraudulent', status: 'needs_response' })
    expect((await errorOf(stripe.refunds.create({ payment_intent: intentId }))).code).toBe('charge_disputed')
    const won = await stripe.disputes.update(dispute?.id ?? '', {
      evidence: { uncategorized_text: 'winning_evidence' },
    })
    expect(won.status).toBe('won')
  })
})
