import Stripe from 'stripe'
import { beforeEach, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/webhooks/stripe/route'
import { readNotice } from '@/lib/commerce/stripe'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { followNotice } from '@/lib/coordinator/take-stripe-event'
import { viewOrder } from '@/lib/coordinator/view-order'
import { prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import { startPaying } from '../concurrency/testing/till'
import { eventually } from '../fixtures/box-office'
import { must } from '../fixtures/fans'
import { openHallWithOffice } from '../fixtures/hall-with-office'

const { hall, office, freshSeats } = openHallWithOffice()
beforeEach(() => office.deliverWebhooks(true))

async function startSale() {
  const { fan, orderId, url } = await startPaying(hall, freshSeats(1))
  const statusIs = (status: string) =>
    eventually(async () => (await viewOrder(fan.owner, orderId))?.status === status)
  return { orderId, url, access: fan.owner, statusIs }
}

/** What became of the order's events of one type at the stand-in. */
async function eventsOf(orderId: string, type: string) {
  const payment = await prisma.payment.findUniqueOrThrow({ where: { orderId } })
  const ids = [payment.checkoutSessionId, payment.paymentIntentId]
  return (await office.events()).filter((event) => event.type === type && ids.includes(event.data.object.id))
}

function post(payload: string, headers: Record<string, string> = {}) {
  return POST(new Request('http://localhost/api/webhooks/stripe', { method: 'POST', body: payload, headers }))
}

function sign(
  payload: string,
  timestamp = Math.floor(Date.now() / 1000),
  secret = env.STRIPE_WEBHOOK_SECRET,
) {
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp })
  return { 'stripe-signature': signature }
}

function madeUp(id: string, orderId: string) {
  const object = {
    object: 'checkout.session',
    id: 'cs_test_made_up',
    client_reference_id: orderId,
    payment_status: 'paid',
  }
  return JSON.stringify({ id, object: 'event', type: 'checkout.session.completed', data: { object } })
}

describe('a webhook', () => {
  it('alone is enough: the order is authorized without the fan coming back', async () => {
    const { orderId, url, statusIs } = await startSale()
    await office.pay(url)
    await statusIs('authorized')
    await eventually(
      async () => (await eventsOf(orderId, 'checkout.session.completed'))[0]?.delivery?.state === 'delivered',
    )
  })

  it('that comes twice takes effect once', async () => {
    const { orderId, url, statusIs } = await startSale()
    await office.fault({ match: { event: 'checkout.session.completed' }, effect: 'duplicate' })
    await office.pay(url)
    await statusIs('authorized')
    const [event] = await eventsOf(orderId, 'checkout.session.completed')
    await office.resend(event?.id ?? '')
    await eventually(async () => (await prisma.stripeEvent.count({ where: { id: event?.id } })) === 1)
    const { authorizedAt } = await prisma.order.findUniqueOrThrow({ where: { id: orderId } })
    expect(authorizedAt).not.toBeNull()
  })

  it('twice at the very same moment is recorded once and answered well', async () => {
    const { orderId } = await startSale()
    const payload = madeUp(`evt_${newId()}`, orderId)
    const answers = await Promise.all([1, 2, 3, 4].map(() => post(payload, sign(payload))))
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200])
  })

  it('that comes late, and out of order, does not turn a paid order back', async () => {
    await office.deliverWebhooks(false)
    const { orderId, url, access } = await startSale()
    await office.pay(url, '4000000000000002')
    await office.pay(url)
    expect(must(await confirmOrder({ access, orderId })).status).toBe('paid')
    await office.deliverWebhooks(true)
    const late = [
      ...[
        'payment_intent.succeeded',
        'checkout.session.completed',
        'payment_intent.amount_capturable_updated',
      ],
      'payment_intent.payment_failed',
    ]
    for (const type of late) {
      const [event] = await eventsOf(orderId, type)
      await office.resend(event?.id ?? '')
      await eventually(() => prisma.stripeEvent.findUnique({ where: { id: event?.id ?? '' } }))
    }
    expect((await viewOrder(access, orderId))?.status).toBe('paid')
  })

  it('that cannot be looked into right now is asked for again, and takes effect then', async () => {
    await office.deliverWebhooks(false)
    const { orderId, url, access } = await startSale()
    await office.pay(url)
    const [event] = (await office.events()).filter(({ type }) => type === 'checkout.session.completed')
    const { delivery: _, ...sent } = event ?? {}
    const payload = JSON.stringify(sent)
    const away = { match: { method: 'GET', path: '/checkout/sessions/' }, effect: 'fail-before', status: 503 }
    await office.fault({ ...away, times: 2 })
    expect((await post(payload, sign(payload))).status).toBe(503)
    expect(await prisma.stripeEvent.count({ where: { id: event?.id } })).toBe(0)
    expect((await viewOrder(access, orderId))?.status).toBe('pending')
    expect((await post(payload, sign(payload))).status).toBe(200)
    expect((await viewOrder(access, orderId))?.status).toBe('authorized')
  })

  it('about somebody else’s payment, or of a kind we do not know, is fine and changes nothing', async () => {
    for (const type of ['checkout.session.completed', 'radar.early_fraud_warning.created']) {
      const object = { id: 'cs_elsewhere', object: 'checkout.session', client_reference_id: newId() }
      const payload = JSON.stringify({ id: `evt_${newId()}`, object: 'event', type, data: { object } })
      expect((await post(payload, sign(payload))).status).toBe(200)
    }
  })
})

describe('a forged webhook', () => {
  it('is refused: another secret, none, or an old signature', async () => {
    const { orderId, access } = await startSale()
    const payload = madeUp('evt_forged', orderId)
    const now = Math.floor(Date.now() / 1000)
    const forged = [
      sign(payload, now, 'whsec_forged'),
      {},
      { 'stripe-signature': 't=1,v1=00' },
      sign(payload, now - 600),
    ]
    for (const headers of forged)
      expect((await post(payload, headers as Record<string, string>)).status).toBe(400)
    const altered = payload.replace('evt_forged', 'evt_altered')
    expect((await post(altered, sign(payload))).status).toBe(400)
    expect(await prisma.stripeEvent.count({ where: { id: { in: ['evt_forged', 'evt_altered'] } } })).toBe(0)
    expect((await viewOrder(access, orderId))?.status).toBe('pending')
  })

  it('beside a real one does not get in its way', async () => {
    const { url, statusIs } = await startSale()
    await office.fault({ match: { event: 'checkout.session.completed' }, effect: 'forge' })
    await office.pay(url)
    await statusIs('authorized')
    expect(await prisma.stripeEvent.count({ where: { id: { endsWith: 'forged' } } })).toBe(0)
  })

  it('control: unverified, a made-up event would take the id of a real one, which then counts as a repeat', async () => {
    await office.deliverWebhooks(false)
    const { orderId, url } = await startSale()
    await office.pay(url)
    const [real] = (await office.events()).filter(({ type }) => type === 'checkout.session.completed')
    const payload = madeUp(real?.id ?? '', newId())
    expect((await post(payload)).status).toBe(400)
    must(await followNotice(readNotice(JSON.parse(payload))))
    expect(await prisma.stripeEvent.count({ where: { id: real?.id } })).toBe(1)
    await office.deliverWebhooks(true)
    await office.resend(real?.id ?? '')
    await eventually(
      async () => (await eventsOf(orderId, 'checkout.session.completed'))[0]?.delivery?.state === 'delivered',
    )
    expect((await prisma.order.findUniqueOrThrow({ where: { id: orderId } })).status).toBe('pending')
  })

  it('of any shape is a 400 and never a 5xx', async () => {
    const bodies = [
      '',
      'null',
      '[]',
      '{',
      '{"id":1}',
      '\u0000',
      '"evt"',
      '{"data":{"object":null}}',
      'a=b',
      '🎟'.repeat(1000),
    ]
    for (const body of bodies) {
      expect((await post(body)).status, body.slice(0, 20)).toBe(400)
      const signed = await post(body, sign(body))
      expect([200, 400], body.slice(0, 20)).toContain(signed.status)
    }
    expect((await post('x'.repeat(600_000))).status).toBe(413)
  })
})
