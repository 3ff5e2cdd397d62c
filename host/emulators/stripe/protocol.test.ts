import Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { errorOf, type Harness, payBySession, saleParams, startHarness } from './testing'

let harness: Harness
let stripe: Stripe
beforeAll(async () => {
  harness = await startHarness()
  stripe = harness.stripe
})
afterAll(() => harness.close())
beforeEach(async () => {
  await harness.control('DELETE', 'faults')
})

describe('authentication', () => {
  test('wants a test key', async () => {
    const { port } = harness.emulator
    const clientOf = (key: string) =>
      new Stripe(key, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 })
    for (const key of ['pk_test_1', 'sk_live_1234567890', 'nonsense']) {
      expect((await errorOf(clientOf(key).balance.retrieve())).type).toBe('StripeAuthenticationError')
    }
    const basic = await fetch(`http://127.0.0.1:${port}/v1/balance`, {
      headers: { authorization: `Basic ${btoa('sk_test_1:')}` },
    })
    expect(basic.status).toBe(200)
    expect((await fetch(`http://127.0.0.1:${port}/v1/balance`)).status).toBe(401)
  })
})

describe('validation', () => {
  test('names the parameter that is missing, unknown or malformed', async () => {
    const create = (params: object) =>
      errorOf(stripe.checkout.sessions.create(params as Stripe.Checkout.SessionCreateParams))
    expect(await create({ ...saleParams(), success_url: undefined })).toMatchObject({
      code: 'parameter_missing',
      param: 'success_url',
    })
    expect(await create({ ...saleParams(), colour: 'red' })).toMatchObject({
      code: 'parameter_unknown',
      param: 'colour',
    })
    const priced = (unit_amount: unknown, currency = 'eur') => ({
      ...saleParams(),
      line_items: [{ quantity: 1, price_data: { currency, unit_amount, product_data: { name: 'Seat' } } }],
    })
    expect(await create(priced('12.5'))).toMatchObject({
      code: 'parameter_invalid_integer',
      param: 'line_items[0][price_data][unit_amount]',
    })
    expect(await create(priced(-1))).toMatchObject({ param: 'line_items[0][price_data][unit_amount]' })
    expect(await create(priced(1000, 'xyz'))).toMatchObject({ param: 'line_items[0][price_data][currency]' })
    expect(await create(priced(49))).toMatchObject({ code: 'amount_too_small' })
  })

  test('says what does not exist', async () => {
    const error = await errorOf(stripe.paymentIntents.retrieve('pi_none'))
    expect(error).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      message: "No such payment_intent: 'pi_none'",
    })
    expect(error.requestId).toMatch(/^req_/)
    expect((await errorOf(stripe.invoices.list())).message).toContain('Unrecognized request URL')
  })

  test('refuses to expand what cannot be', async () => {
    const { intentId } = await payBySession(harness)
    expect((await errorOf(stripe.paymentIntents.retrieve(intentId, { expand: ['status'] }))).param).toBe(
      'expand',
    )
  })
})

describe('lists', () => {
  test('come newest first in pages that the SDK walks through', async () => {
    const created: string[] = []
    for (let count = 0; count < 5; count += 1)
      created.unshift((await stripe.customers.create({ email: 'list@example.com' })).id)
    const walked: string[] = []
    for await (const customer of stripe.customers.list({ email: 'list@example.com', limit: 2 }))
      walked.push(customer.id)
    expect(walked).toEqual(created)
    const before = await stripe.customers.list({
      email: 'list@example.com',
      limit: 2,
      ending_before: created[3],
    })
    expect(before.data.map((row) => row.id)).toEqual([created[1], created[2]])
  })

  test('expand inside their data', async () => {
    const { session } = await payBySession(harness)
    const page = await stripe.checkout.sessions.list({
      limit: 1,
      expand: ['data.payment_intent.latest_charge'],
    })
    expect(page.data[0]).toMatchObject({
      id: session.id,
      payment_intent: { latest_charge: { object: 'charge' } },
    })
  })
})

describe('metadata', () => {
  test('is merged by an update and unset by an empty value', async () => {
    const { id } = await stripe.customers.create({ metadata: { a: '1', b: '2' } })
    expect((await stripe.customers.update(id, { metadata: { b: '', c: '3' } })).metadata).toEqual({
      a: '1',
      c: '3',
    })
  })

  test('cannot reach an object prototype', async () => {
    const response = await fetch(`http://127.0.0.1:${harness.emulator.port}/v1/customers`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_1' },
      body: new URLSearchParams('metadata[__proto__][polluted]=yes&__proto__[polluted]=yes'),
    })
    expect(response.status).toBe(400)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('idempotency keys', () => {
  test('replay the first answer, refuse another use, and work once', async () => {
    const { intentId } = await payBySession(harness)
    const options = { idempotencyKey: `capture-${intentId}` }
    const first = await stripe.paymentIntents.capture(intentId, {}, options)
    const again = await stripe.paymentIntents.capture(intentId, {}, options)
    expect(again).toEqual(first)
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true')
    expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined()
    const other = await errorOf(stripe.paymentIntents.capture(intentId, { amount_to_capture: 1 }, options))
    expect(other).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 })
    const elsewhere = await errorOf(stripe.paymentIntents.cancel(intentId, {}, options))
    expect(elsewhere.type).toBe('StripeIdempotencyError')
  })

  test('keep a failure of the work, not a failure of validation', async () => {
    const decline = { amount: 1000, currency: 'eur', confirm: true, payment_method: 'pm_card_chargeDeclined' }
    const before = (await stripe.charges.list({ limit: 100 })).data.length
    const failures = [1, 2].map(() =>
      errorOf(stripe.paymentIntents.create(decline, { idempotencyKey: 'declined' })),
    )
    for (const failure of failures) expect((await failure).code).toBe('card_declined')
    expect((await stripe.charges.list({ limit: 100 })).data.length).toBe(before + 1)
    const retried = { idempotencyKey: 'corrected' }
    await errorOf(stripe.paymentIntents.create({ ...decline, currency: 'xyz' }, retried))
    const corrected = await stripe.paymentIntents.create({ amount: 1000, currency: 'eur' }, retried)
    expect(corrected.status).toBe('requires_payment_method')
  })

  test('answer 409 while the first request is in progress', async () => {
    await harness.control('POST', 'faults', [
      { match: { path: '^/v1/customers$', method: 'POST' }, effect: 'delay', ms: 150 },
    ])
    const options = { idempotencyKey: 'slow' }
    const slow = stripe.customers.create({ email: 'slow@example.com' }, options)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await errorOf(stripe.customers.create({ email: 'slow@example.com' }, options))).toMatchObject({
      statusCode: 409,
      code: 'idempotency_key_in_use',
    })
    const { id } = await slow
    expect((await stripe.customers.create({ email: 'slow@example.com' }, options)).id).toBe(id)
  })
})
