import { expect } from '@playwright/test'
import { readPayment, withLock } from './database'

const base = process.env.STRIPE_API_BASE as string

type Intent = { status: string; amount: number; amount_received: number; amount_capturable: number }

type StripeEvent = {
  id: string
  type: string
  data: { object: { id: string } }
  delivery: { state: string; attempts: number; lastStatus: number | null } | null
}

/** What Stripe says of an order's money, whatever we know of it; null where no card was ever tried. */
export async function readMoney(orderId: string): Promise<Intent | null> {
  const { sessionId } = await readPayment(orderId)
  if (!sessionId) return null
  const session = await askStripe<{ payment_intent: string | null }>(`checkout/sessions/${sessionId}`)
  return session.payment_intent ? askStripe<Intent>(`payment_intents/${session.payment_intent}`) : null
}

async function askStripe<T>(path: string): Promise<T> {
  const headers = { authorization: `Bearer ${process.env.STRIPE_SECRET_KEY}` }
  const response = await fetch(`${base}/v1/${path}`, { headers })
  if (!response.ok) throw new Error(`Stripe answered ${response.status} to ${path}`)
  return (await response.json()) as T
}

/** The whole amount was taken, once. */
export async function expectCaptured(orderId: string, amount: number): Promise<void> {
  await expect
    .poll(() => readMoney(orderId), { timeout: 15_000 })
    .toMatchObject({ status: 'succeeded', amount, amount_received: amount })
}

/** Nothing was taken, and nothing is reserved any more. */
export async function expectReleased(orderId: string): Promise<void> {
  await expect
    .poll(() => readMoney(orderId), { timeout: 15_000 })
    .toMatchObject({ status: 'canceled', amount_received: 0, amount_capturable: 0 })
}

/** Has Stripe fail when the money of this order is to be taken, both times it is asked at first. */
export async function failCapture(orderId: string): Promise<void> {
  const { intentId } = await readPayment(orderId)
  const match = { path: `/payment_intents/${intentId}/capture$` }
  await control('faults', [{ match, effect: 'fail-before', times: 2 }])
}

/** Every event about an order's payment page or its intent, newest first. */
export async function readEvents(orderId: string, type: string): Promise<StripeEvent[]> {
  const { sessionId, intentId } = await readPayment(orderId)
  const events = (await (await fetch(`${base}/_emulator/events`)).json()) as StripeEvent[]
  return events.filter((event) => event.type === type && [sessionId, intentId].includes(event.data.object.id))
}

/** Sends an event once more, as Stripe does when it is not sure. */
export function repeatEvent(eventId: string): Promise<unknown> {
  return control('webhooks/resend', { eventId })
}

/** Runs something while Stripe sends no webhook at all. */
export function withoutWebhooks<T>(work: () => Promise<T>): Promise<T> {
  return withLock('e2e-webhooks', false, async () => {
    await control('webhooks', { enabled: false })
    return work().finally(() => control('webhooks', { enabled: true }))
  })
}

/** Runs something that counts on webhooks, while nobody has switched them off. */
export function withWebhooks<T>(work: () => Promise<T>): Promise<T> {
  return withLock('e2e-webhooks', true, work)
}

async function control(door: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${base}/_emulator/${door}`, { method: 'POST', body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${door} answered ${response.status}`)
  return response.json()
}
