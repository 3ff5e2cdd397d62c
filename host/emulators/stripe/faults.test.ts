import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cardFields, errorOf, type Harness, payBySession, saleParams, startHarness } from './testing'

let harness: Harness
let stripe: Stripe
beforeAll(async () => {
  harness = await startHarness({
    dataFile: join(mkdtempSync(join(tmpdir(), 'stripe-stand-in-')), 'data.json'),
  })
  stripe = harness.stripe
})
afterAll(() => harness.close())
beforeEach(async () => {
  await harness.control('DELETE', 'faults')
  harness.answerWith(200)
  harness.received.length = 0
})

const fault = (rule: object) => harness.control('POST', 'faults', [rule])
const hooksOf = (type: string) => harness.received.filter((hook) => hook.type === type)
const settle = () => new Promise((resolve) => setTimeout(resolve, 60))

describe('a fault on a request', () => {
  const capture = { method: 'POST', path: '/capture$' }

  test('that fails after the effect leaves the money taken, and the key replays the truth', async () => {
    const { intentId } = await payBySession(harness)
    await fault({ match: capture, effect: 'fail-after-effect', times: 2 })
    const options = { idempotencyKey: `lost-${intentId}` }
    expect((await errorOf(stripe.paymentIntents.capture(intentId, {}, options))).type).toBe(
      'StripeConnectionError',
    )
    expect((await stripe.paymentIntents.retrieve(intentId)).status).toBe('succeeded')
    const retried = await stripe.paymentIntents.capture(intentId, {}, options)
    expect(retried.status).toBe('succeeded')
    expect(retried.lastResponse.headers['idempotent-replayed']).toBe('true')
  })

  test('that is a 500 of the API itself is replayed as a 500, though the money was taken', async () => {
    const { intentId } = await payBySession(harness)
    await fault({ match: capture, effect: 'fail-after-effect', status: 500 })
    const options = { idempotencyKey: `broken-${intentId}` }
    for (const _ of [1, 2]) {
      const error = await errorOf(stripe.paymentIntents.capture(intentId, {}, options))
      expect(error).toMatchObject({ statusCode: 500, type: 'StripeAPIError' })
    }
    expect((await stripe.paymentIntents.retrieve(intentId)).status).toBe('succeeded')
  })

  test('that fails before the effect, or drops the request, changes nothing', async () => {
    const { intentId } = await payBySession(harness)
    const options = { idempotencyKey: `early-${intentId}` }
    await fault({ match: capture, effect: 'fail-before', status: 503 })
    expect((await errorOf(stripe.paymentIntents.capture(intentId, {}, options))).statusCode).toBe(503)
    await fault({ match: capture, effect: 'drop', times: 2 })
    expect((await errorOf(stripe.paymentIntents.capture(intentId, {}, options))).type).toBe(
      'StripeConnectionError',
    )
    expect((await stripe.paymentIntents.retrieve(intentId)).status).toBe('requires_capture')
    expect((await stripe.paymentIntents.capture(intentId, {}, options)).status).toBe('succeeded')
  })

  test('that never answers lets the client time out', async () => {
    const { intentId } = await payBySession(harness)
    await fault({ match: capture, effect: 'timeout', ms: 2000, times: 5 })
    const error = await errorOf(stripe.paymentIntents.capture(intentId, {}, { timeout: 100 }))
    expect(error.type).toBe('StripeConnectionError')
    expect((await stripe.paymentIntents.retrieve(intentId)).status).toBe('requires_capture')
  })

  test('that duplicates it works once under a key', async () => {
    const { intentId } = await payBySession(harness)
    await fault({ match: capture, effect: 'duplicate' })
    const intent = await stripe.paymentIntents.capture(intentId, {}, { idempotencyKey: `twice-${intentId}` })
    expect(intent.status).toBe('succeeded')
    expect(intent.lastResponse.headers['idempotent-replayed']).toBe('true')
  })

  test('that reorders it lets the next one overtake', async () => {
    const order: string[] = []
    await fault({ match: { method: 'POST', path: '^/v1/customers$' }, effect: 'reorder' })
    const late = stripe.customers.create({ name: 'first' }).then(() => order.push('first'))
    await settle()
    await stripe.customers.create({ name: 'second' }).then(() => order.push('second'))
    await late
    expect(order).toEqual(['second', 'first'])
  })

  test('can hit the hosted page', async () => {
    const session = await stripe.checkout.sessions.create(saleParams())
    await fault({ match: { path: '^/c/pay/' }, effect: 'fail-after-effect' })
    await expect(harness.submit(session.url ?? '', cardFields('4242424242424242'))).rejects.toThrow()
    expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('complete')
  })

  test('must make sense', async () => {
    for (const rule of [
      { match: {}, effect: 'explode' },
      { match: { path: '(' }, effect: 'drop' },
      { match: {}, effect: 'forge' },
    ]) {
      expect((await fault(rule)).status).toBe(400)
    }
  })
})

describe('webhooks', () => {
  const event = '^customer.created$'
  const happen = () => stripe.customers.create({ email: 'hook@example.com' })

  test('are signed so that the SDK verifies them, and retrievable', async () => {
    const customer = await happen()
    const hook = await harness.waitFor(() => hooksOf('customer.created')[0], 'the event')
    expect(hook.event).toMatchObject({
      api_version: '2026-10-28.endive',
      livemode: false,
      data: { object: { id: customer.id } },
    })
    await settle()
    expect(await stripe.events.retrieve(hook.id)).toMatchObject({ id: hook.id, pending_webhooks: 0 })
    const listed = await stripe.events.list({ type: 'customer.*', limit: 1 })
    expect(listed.data[0]?.id).toBe(hook.id)
  })

  test('are repeated until they are answered with a 2xx', async () => {
    harness.answerWith(500)
    await happen()
    await harness.waitFor(() => hooksOf('customer.created').length >= 3, 'three attempts')
    harness.answerWith(200)
    const count = hooksOf('customer.created').length
    await harness.waitFor(() => hooksOf('customer.created').length === count + 1, 'the last attempt')
    expect(new Set(hooksOf('customer.created').map((hook) => hook.id)).size).toBe(1)
    const [row] = (await (await harness.control('GET', 'events')).json()) as { delivery: { state: string } }[]
    expect(row?.delivery.state).toBe('delivered')
  })

  test('that were dropped come only when resent', async () => {
    await fault({ match: { event }, effect: 'drop' })
    await happen()
    await settle()
    expect(hooksOf('customer.created')).toEqual([])
    const [row] = (await (await harness.control('GET', 'events')).json()) as {
      id: string
      delivery: { state: string }
    }[]
    expect(row?.delivery.state).toBe('lost')
    await harness.control('POST', 'webhooks/resend', { eventId: row?.id })
    await harness.waitFor(() => hooksOf('customer.created').length === 1, 'the resent event')
  })

  test('come twice, or again after an answer that got lost', async () => {
    await fault({ match: { event }, effect: 'duplicate' })
    await happen()
    await harness.waitFor(() => hooksOf('customer.created').length === 2, 'the duplicate')
    await fault({ match: { event }, effect: 'fail-after-effect' })
    await happen()
    await harness.waitFor(() => hooksOf('customer.created').length === 4, 'the retry')
    expect(new Set(hooksOf('customer.created').map((hook) => hook.id)).size).toBe(2)
  })

  test('come late, or out of order', async () => {
    await fault({ match: { event }, effect: 'reorder' })
    const customer = await happen()
    await stripe.customers.update(customer.id, { name: 'Ada Example' })
    await harness.waitFor(() => harness.received.length === 2, 'both')
    expect(harness.received.map((hook) => hook.type)).toEqual(['customer.updated', 'customer.created'])
    await fault({ match: { event }, effect: 'delay', ms: 150 })
    await happen()
    await settle()
    expect(hooksOf('customer.created')).toHaveLength(1)
    await harness.waitFor(() => hooksOf('customer.created').length === 2, 'the late one')
  })

  test('that are forged do not verify, and the true one follows', async () => {
    await fault({ match: { event: '^payment_intent.amount_capturable_updated$' }, effect: 'forge' })
    await payBySession(harness)
    const hooks = await harness.waitFor(() => {
      const found = hooksOf('payment_intent.amount_capturable_updated')
      return found.length === 2 && found
    }, 'both')
    expect(hooks[0]?.event).toBeNull()
    expect(hooks[1]?.event?.data.object).toMatchObject({ amount: 9700 })
  })

  test('stay silent while they are off', async () => {
    await harness.control('POST', 'webhooks', { enabled: false })
    await happen()
    await harness.control('POST', 'webhooks', { enabled: true })
    await happen()
    await harness.waitFor(() => hooksOf('customer.created').length === 1, 'the second')
    await settle()
    expect(hooksOf('customer.created')).toHaveLength(1)
  })
})

describe('a restart', () => {
  test('keeps sessions, payments, saved answers, and what is still to be delivered', async () => {
    const { session, intentId } = await payBySession(harness)
    const options = { idempotencyKey: `before-${intentId}` }
    const captured = await stripe.paymentIntents.capture(intentId, {}, options)
    await settle()
    harness.answerWith(500)
    await stripe.customers.create({ email: 'restart@example.com' })
    await harness.waitFor(() => hooksOf('customer.created').length === 1, 'the first attempt')
    await harness.restart()
    harness.answerWith(200)
    const count = hooksOf('customer.created').length
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
    })
    expect(await stripe.paymentIntents.capture(intentId, {}, options)).toEqual(captured)
    expect((await stripe.refunds.create({ payment_intent: intentId })).amount).toBe(9700)
    await harness.waitFor(() => hooksOf('customer.created').length > count, 'the delivery after the restart')
  })
})
