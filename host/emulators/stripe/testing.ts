import { createServer } from 'node:http'
import Stripe from 'stripe'
import { type StripeEmulator, type StripeEmulatorOptions, startStripeEmulator } from './start'

export type ReceivedHook = { type: string; id: string; event: Stripe.Event | null }

export type Harness = {
  stripe: Stripe
  emulator: StripeEmulator
  /** Everything that reached the webhook endpoint, in order; `event` is null where the signature was wrong. */
  received: ReceivedHook[]
  /** What the endpoint answers from now on. */
  answerWith(status: number): void
  clock: { nowMs: number | null }
  waitFor<T>(look: () => T | undefined | false, what: string): Promise<T>
  control(method: string, door: string, body?: unknown): Promise<Response>
  /** Posts a form of a hosted page, without following where it leads. */
  submit(url: string, fields: Record<string, string>): Promise<Response>
  restart(): Promise<void>
  close(): Promise<void>
}

export const WEBHOOK_SECRET = 'whsec_for_tests'

/** The emulator, the official SDK pointed at it, and a webhook endpoint that verifies signatures as the app does. */
export async function startHarness(overrides: Partial<StripeEmulatorOptions> = {}): Promise<Harness> {
  const received: ReceivedHook[] = []
  const answer = { status: 200 }
  const clock: Harness['clock'] = { nowMs: null }
  const hookDoor = await listenForHooks(received, answer)
  const start = (port: number) =>
    startStripeEmulator({
      port,
      webhookUrl: hookDoor.url,
      webhookSecret: WEBHOOK_SECRET,
      webhookRetryMs: 20,
      nowMs: () => clock.nowMs ?? Date.now(),
      ...overrides,
    })
  const harness = { emulator: await start(0) }
  const { port } = harness.emulator
  const base = `http://127.0.0.1:${port}`
  const stripe = new Stripe('sk_test_local', {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  })

  return Object.assign(harness, {
    stripe,
    received,
    clock,
    answerWith: (status: number) => {
      answer.status = status
    },
    waitFor,
    control: (method: string, door: string, body?: unknown) =>
      fetch(`${base}/_emulator/${door}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    submit: (url: string, fields: Record<string, string>) =>
      fetch(new URL(new URL(url).pathname, base), {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
      }),
    restart: async () => {
      await harness.emulator.close()
      harness.emulator = await start(port)
    },
    close: async () => {
      await harness.emulator.close()
      await hookDoor.close()
    },
  })
}

async function listenForHooks(received: ReceivedHook[], answer: { status: number }) {
  const server = createServer(async (request, response) => {
    let payload = ''
    for await (const chunk of request) payload += chunk
    const claimed = JSON.parse(payload) as { id: string; type: string }
    received.push({
      id: claimed.id,
      type: claimed.type,
      event: verify(payload, request.headers['stripe-signature']),
    })
    response.writeHead(answer.status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { url: `http://127.0.0.1:${port}/hooks`, close }
}

function verify(payload: string, signature: string | string[] | undefined): Stripe.Event | null {
  try {
    return Stripe.webhooks.constructEvent(payload, signature ?? '', WEBHOOK_SECRET)
  } catch {
    return null
  }
}

async function waitFor<T>(look: () => T | undefined | false, what: string): Promise<T> {
  const deadline = Date.now() + 5000
  while (Date.now() < deadline) {
    const found = look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`Waited in vain for ${what}`)
}

/** Parameters of an ordinary sale: two tickets, authorized now and captured later. */
export function saleParams(overrides: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  return {
    mode: 'payment',
    customer_email: 'ada@example.com',
    line_items: [
      {
        quantity: 2,
        price_data: {
          currency: 'eur',
          unit_amount: 4850,
          product_data: { name: 'The Paper Lanterns', description: 'Stalls, row F, seats 11 and 12' },
        },
      },
    ],
    success_url: 'http://shop.example/done?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://shop.example/cart',
    payment_intent_data: { capture_method: 'manual', metadata: { order: 'ord_1' }, transfer_group: 'ord_1' },
    metadata: { order: 'ord_1' },
    ...overrides,
  } satisfies Stripe.Checkout.SessionCreateParams
}

/** A card as a buyer would type it. */
export function cardFields(number: string, overrides: Record<string, string> = {}): Record<string, string> {
  const expiry = `12 / ${String((new Date().getFullYear() + 1) % 100).padStart(2, '0')}`
  return { email: 'ada@example.com', number, expiry, cvc: '123', name: 'Ada Example', ...overrides }
}

/** A session paid with a card on its hosted page, and the id of its PaymentIntent. */
export async function payBySession(
  { stripe, submit }: Harness,
  number = '4242 4242 4242 4242',
  overrides: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<{ session: Stripe.Checkout.Session; intentId: string }> {
  const created = await stripe.checkout.sessions.create(saleParams(overrides))
  const response = await submit(created.url ?? '', cardFields(number))
  if (response.status !== 303) throw new Error(`The payment page answered ${response.status}`)
  const session = await stripe.checkout.sessions.retrieve(created.id)
  return { session, intentId: String(session.payment_intent) }
}

/** What a promise was rejected with, as the SDK's error. Fails when it was not rejected. */
export async function errorOf(promise: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error
    throw error
  }
  throw new Error('Expected the call to fail')
}
