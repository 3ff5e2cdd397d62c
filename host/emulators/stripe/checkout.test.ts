import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cardFields, errorOf, type Harness, payBySession, saleParams, startHarness } from './testing'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())
beforeEach(() => {
  harness.received.length = 0
  harness.clock.nowMs = null
})

describe('a Checkout Session', () => {
  test('opens with the sum of its items and no payment yet', async () => {
    const session = await harness.stripe.checkout.sessions.create(saleParams())
    expect(session).toMatchObject({
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      amount_total: 9700,
      currency: 'eur',
      customer_email: 'ada@example.com',
      payment_intent: null,
      metadata: { order: 'ord_1' },
      livemode: false,
    })
    expect(session.url).toBe(`${harness.emulator.url}/c/pay/${session.id}`)
  })

  test('is authorized, not charged, by a good card, and leads back with its id', async () => {
    const { stripe, submit, waitFor, received } = harness
    const created = await stripe.checkout.sessions.create(saleParams())
    const response = await submit(created.url ?? '', cardFields('4242424242424242'))
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`http://shop.example/done?session=${created.id}`)

    const session = await stripe.checkout.sessions.retrieve(created.id, {
      expand: [
        'payment_intent.latest_charge',
        'payment_intent.payment_method',
        'line_items.data.price.product',
      ],
    })
    expect(session).toMatchObject({ status: 'complete', payment_status: 'unpaid', url: null })
    expect(session.customer_details).toMatchObject({ email: 'ada@example.com', name: 'Ada Example' })
    expect(session.payment_intent).toMatchObject({
      status: 'requires_capture',
      amount: 9700,
      amount_capturable: 9700,
      amount_received: 0,
      capture_method: 'manual',
      transfer_group: 'ord_1',
      metadata: { order: 'ord_1' },
      payment_method: { card: { brand: 'visa', last4: '4242' } },
      latest_charge: {
        captured: false,
        paid: true,
        payment_method_details: { card: { brand: 'visa', last4: '4242' } },
      },
    })
    expect(session.line_items?.data[0]).toMatchObject({
      description: 'The Paper Lanterns',
      quantity: 2,
      amount_total: 9700,
      price: { product: { description: 'Stalls, row F, seats 11 and 12' } },
    })
    await waitFor(
      () => received.some((hook) => hook.type === 'checkout.session.completed'),
      'the completed event',
    )
    const types = received.map((hook) => hook.type)
    expect(types).toContain('payment_intent.amount_capturable_updated')
    expect(types).not.toContain('payment_intent.succeeded')
    expect(received.every((hook) => hook.event)).toBe(true)
  })

  test('takes Mastercard and American Express too', async () => {
    for (const [number, brand, cvc] of [
      ['5555555555554444', 'mastercard', '123'],
      ['378282246310005', 'amex', '1234'],
    ]) {
      const created = await harness.stripe.checkout.sessions.create(saleParams())
      const response = await harness.submit(
        created.url ?? '',
        cardFields(String(number), { cvc: String(cvc) }),
      )
      expect(response.status).toBe(303)
      const session = await harness.stripe.checkout.sessions.retrieve(created.id, {
        expand: ['payment_intent.payment_method'],
      })
      expect(session.payment_intent).toMatchObject({ payment_method: { card: { brand } } })
    }
  })

  test('survives a declined card and takes the next one on the same PaymentIntent', async () => {
    const { stripe, submit } = harness
    const created = await stripe.checkout.sessions.create(saleParams())
    const declined = await submit(created.url ?? '', cardFields('4000000000000002'))
    expect(declined.status).toBe(422)
    expect(await declined.text()).toContain('Your card was declined. You have not been charged.')
    const failed = await stripe.checkout.sessions.retrieve(created.id, { expand: ['payment_intent'] })
    expect(failed.status).toBe('open')
    expect(failed.payment_intent).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', decline_code: 'generic_decline' },
    })
    const poor = await submit(created.url ?? '', cardFields('4000 0000 0000 9995'))
    expect(await poor.text()).toContain('insufficient funds')

    await submit(created.url ?? '', cardFields('4242424242424242'))
    const paid = await stripe.checkout.sessions.retrieve(created.id, { expand: ['payment_intent'] })
    expect(paid.payment_intent).toMatchObject({
      id: (failed.payment_intent as { id: string }).id,
      status: 'requires_capture',
      last_payment_error: null,
    })
  })

  test('names every wrong field and tries no card', async () => {
    const { stripe, submit } = harness
    const created = await stripe.checkout.sessions.create(saleParams({ customer_email: undefined }))
    const wrong = { email: 'ada', number: '4242 4242 4242 4241', expiry: '01/20', cvc: '12', name: '<b>' }
    const page = await (await submit(created.url ?? '', wrong)).text()
    expect(page).toContain('Enter an email address')
    expect(page).toContain('Your card number is invalid.')
    expect(page).toContain('expiration date is in the past.')
    expect(page).toContain('Enter the 3-digit security code.')
    expect(page).not.toContain('<b>')
    expect((await stripe.checkout.sessions.retrieve(created.id)).payment_intent).toBeNull()
  })

  test('shows what is bought and a total in the way of its currency, with markup in names escaped', async () => {
    const product_data = { name: '<script>alert(1)</script>', description: 'Row 3 & seat 4' }
    const line_items = [{ quantity: 3, price_data: { currency: 'jpy', unit_amount: 4800, product_data } }]
    const created = await harness.stripe.checkout.sessions.create(saleParams({ line_items }))
    const page = await (await fetch(created.url ?? '')).text()
    expect(page).toContain('¥14,400')
    expect(page).toContain('Row 3 &#38; seat 4')
    expect(page).not.toContain('<script>alert')
    expect(page).toContain('href="http://shop.example/cart"')
  })

  test('keeps the email that the shop gave', async () => {
    const { stripe, submit } = harness
    const created = await stripe.checkout.sessions.create(saleParams())
    await submit(created.url ?? '', cardFields('4242424242424242', { email: 'eve@example.com' }))
    const session = await stripe.checkout.sessions.retrieve(created.id)
    expect(session.customer_details?.email).toBe('ada@example.com')
  })

  test('authorizes once when the form is sent twice', async () => {
    const { stripe, submit } = harness
    const created = await stripe.checkout.sessions.create(saleParams())
    const answers = await Promise.all(
      [1, 2].map(() => submit(created.url ?? '', cardFields('4242424242424242'))),
    )
    expect(answers.map((answer) => answer.status)).toEqual([303, 303])
    const session = await stripe.checkout.sessions.retrieve(created.id)
    const charges = await stripe.charges.list({ payment_intent: String(session.payment_intent) })
    expect(charges.data).toHaveLength(1)
  })

  test('shows a page for each of its ends', async () => {
    const { stripe } = harness
    const { session } = await payBySession(harness)
    const done = await fetch(`${harness.emulator.url}/c/pay/${session.id}`)
    expect(await done.text()).toContain('has gone through already')
    const given = await stripe.checkout.sessions.create(saleParams())
    await stripe.checkout.sessions.expire(given.id)
    const expired = await fetch(`${harness.emulator.url}/c/pay/${given.id}`)
    expect(expired.status).toBe(410)
    expect(await expired.text()).toContain('http://shop.example/cart')
    expect((await fetch(`${harness.emulator.url}/c/pay/cs_test_none`)).status).toBe(404)
  })
})

describe('3-D Secure', () => {
  test('authorizes after the challenge is completed, not before', async () => {
    const { stripe, submit, received, waitFor } = harness
    const created = await stripe.checkout.sessions.create(saleParams())
    const asked = await submit(created.url ?? '', cardFields('4000002500003155'))
    const challengeUrl = asked.headers.get('location') ?? ''
    expect(challengeUrl).toContain('/challenge')
    const waiting = await stripe.checkout.sessions.retrieve(created.id, { expand: ['payment_intent'] })
    expect(waiting.payment_intent).toMatchObject({ status: 'requires_action', amount_capturable: 0 })
    const passed = await submit(challengeUrl, { outcome: 'complete' })
    expect(passed.headers.get('location')).toContain('http://shop.example/done')
    const session = await stripe.checkout.sessions.retrieve(created.id, { expand: ['payment_intent'] })
    expect(session.payment_intent).toMatchObject({ status: 'requires_capture' })
    await waitFor(
      () => received.some((hook) => hook.type === 'payment_intent.requires_action'),
      'requires_action',
    )
  })

  test('asks for another card when the challenge is failed', async () => {
    const { stripe, submit } = harness
    const created = await stripe.checkout.sessions.create(saleParams())
    const asked = await submit(created.url ?? '', cardFields('4000002500003155'))
    const failed = await submit(asked.headers.get('location') ?? '', { outcome: 'fail' })
    expect(await failed.text()).toContain('could not confirm that it is you')
    const session = await stripe.checkout.sessions.retrieve(created.id, { expand: ['payment_intent'] })
    expect(session.status).toBe('open')
    expect(session.payment_intent).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    })
  })

  test('authorizes nothing once the session has expired under it', async () => {
    const { stripe, submit } = harness
    const created = await stripe.checkout.sessions.create(saleParams())
    const asked = await submit(created.url ?? '', cardFields('4000002500003155'))
    await stripe.checkout.sessions.expire(created.id)
    const late = await submit(asked.headers.get('location') ?? '', { outcome: 'complete' })
    expect(late.status).toBe(410)
    const session = await stripe.checkout.sessions.retrieve(created.id, { expand: ['payment_intent'] })
    expect(session).toMatchObject({ status: 'expired', payment_intent: { status: 'canceled' } })
  })
})

describe('expiry', () => {
  test('must be between 30 minutes and 24 hours away', async () => {
    const now = Math.floor(Date.now() / 1000)
    const create = (expires_at: number) => harness.stripe.checkout.sessions.create(saleParams({ expires_at }))
    const early = await errorOf(create(now + 29 * 60))
    expect(early).toMatchObject({ type: 'StripeInvalidRequestError', param: 'expires_at', statusCode: 400 })
    expect((await errorOf(create(now + 25 * 3600))).param).toBe('expires_at')
    expect((await create(now + 31 * 60)).expires_at).toBe(now + 31 * 60)
  })

  test('comes by itself, is announced, and refuses the card after it', async () => {
    const { stripe, submit, received, waitFor, clock } = harness
    const expires_at = Math.floor(Date.now() / 1000) + 31 * 60
    const created = await stripe.checkout.sessions.create(saleParams({ expires_at }))
    clock.nowMs = expires_at * 1000
    expect((await submit(created.url ?? '', cardFields('4242424242424242'))).status).toBe(410)
    expect((await stripe.checkout.sessions.retrieve(created.id)).status).toBe('expired')
    await waitFor(
      () => received.find((hook) => hook.type === 'checkout.session.expired'),
      'the expired event',
    )
  })

  test('on demand works once, and never for a paid session', async () => {
    const { stripe } = harness
    const open = await stripe.checkout.sessions.create(saleParams())
    expect((await stripe.checkout.sessions.expire(open.id)).status).toBe('expired')
    expect((await errorOf(stripe.checkout.sessions.expire(open.id))).statusCode).toBe(400)
    const { session } = await payBySession(harness)
    expect((await errorOf(stripe.checkout.sessions.expire(session.id))).message).toContain('complete')
  })
})
