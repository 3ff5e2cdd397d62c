import { randomUUID } from 'node:crypto'
import Stripe from 'stripe'
import { env } from '@/lib/platform/env'
import type { ErrorCode } from '@/lib/platform/errors'
import { ok, type Refusal, type Result, refuse } from '@/lib/platform/result'
import type { CheckoutRequest, CheckoutTruth, IntentTruth, StripeNotice } from './payments/types'
import type { RefundTruth } from './refunds/types'

/**
 * The only file that knows Stripe's SDK. No call throws for what Stripe may answer: `unavailable` when a later try may
 * succeed (network, limits, a key being rotated), `invalid` when this request never will. Where a request no longer
 * fits the state of its object (captured or cancelled before), the answer is the object as it is now.
 */

export type StripeResult<T> = Result<T, 'unavailable' | 'invalid'>

const TIMEOUT_MS = 8_000
const RETRY_AFTER_SECONDS = 10
/** Stripe's code where an amount is below the smallest it takes. */
const TOO_SMALL = 'amount_too_small'
const SESSION_PARTS = ['payment_intent.latest_charge', 'payment_intent.payment_method']
const INTENT_PARTS = ['latest_charge', 'payment_method']

const SESSION_STATUSES = ['open', 'complete', 'expired'] as const
const INTENT_STATUSES = [
  ...(['requires_payment_method', 'requires_confirmation', 'requires_action', 'processing'] as const),
  ...(['requires_capture', 'canceled', 'succeeded'] as const),
]

let client: Stripe | undefined

/** For this room's other files that speak to Stripe. */
export function stripe(): Stripe {
  client ??= new Stripe(env.STRIPE_SECRET_KEY, {
    ...addressOf(env.STRIPE_API_BASE),
    maxNetworkRetries: 1,
    timeout: TIMEOUT_MS,
    telemetry: false,
  })
  return client
}

function addressOf(base: string | undefined) {
  if (!base) return {}
  const { hostname, port, protocol } = new URL(base)
  return {
    host: hostname,
    protocol: protocol === 'http:' ? 'http' : 'https',
    ...(port ? { port } : {}),
  } as const
}

/**
 * Opens the page on which an order is paid; the card is only authorized there. The same order gives the same session,
 * however often it is asked.
 */
export function createCheckout(order: CheckoutRequest): Promise<StripeResult<CheckoutTruth>> {
  const metadata = { order: order.orderId }
  const params: Stripe.Checkout.SessionCreateParams = {
    mode: 'payment',
    client_reference_id: order.orderId,
    locale: order.locale,
    ...describeBuyer(order),
    line_items: order.lines.map(({ name, description, unitAmount, quantity }) => ({
      quantity,
      price_data: {
        currency: order.currency.toLowerCase(),
        unit_amount: unitAmount,
        product_data: { name, description },
      },
    })),
    success_url: order.successUrl,
    cancel_url: order.cancelUrl,
    expires_at: Math.floor(order.expiresAt.getTime() / 1000),
    metadata,
    payment_intent_data: {
      capture_method: 'manual',
      description: order.reference,
      metadata,
      transfer_group: order.orderId,
    },
  }
  return attempt(async () => {
    // Another key with a customer, and in another language: both can change between two tries.
    const { orderId, locale, customerId } = order
    const key = ['checkout', orderId, locale, ...(customerId ? [customerId] : [])].join('-')
    const session = await once(key, (idempotencyKey) =>
      stripe().checkout.sessions.create(params, { idempotencyKey }),
    )
    return readSession(session)
  })
}

/** Members are asked whether the card is to be kept, and are shown those that are. */
function describeBuyer({ customerId, email }: CheckoutRequest): Partial<Stripe.Checkout.SessionCreateParams> {
  if (!customerId) return { customer_email: email }
  return { customer: customerId, saved_payment_method_options: { payment_method_save: 'enabled' } }
}

/** The session as it is now, with its payment and card. */
export function fetchCheckout(sessionId: string): Promise<StripeResult<CheckoutTruth>> {
  return attempt(async () =>
    readSession(await stripe().checkout.sessions.retrieve(sessionId, { expand: SESSION_PARTS })),
  )
}

/** Closes the payment page. One that was paid, or is closed already, stays as it is. Answers what is true then. */
export async function expireCheckout(sessionId: string): Promise<StripeResult<CheckoutTruth>> {
  const expired = await attempt(() => stripe().checkout.sessions.expire(sessionId))
  return !expired.ok && expired.code === 'unavailable' ? expired : fetchCheckout(sessionId)
}

/** The payment as it is now, with its card. */
export function fetchPayment(intentId: string): Promise<StripeResult<IntentTruth>> {
  return attempt(async () =>
    readIntent(await stripe().paymentIntents.retrieve(intentId, { expand: INTENT_PARTS })),
  )
}

/** Takes the whole authorized amount, once however often it is asked under one key. Answers what is true then. */
export async function capture(
  intentId: string,
  { idempotencyKey }: { idempotencyKey: string },
): Promise<StripeResult<IntentTruth>> {
  const captured = await attempt(() =>
    once(idempotencyKey, (key) => stripe().paymentIntents.capture(intentId, {}, { idempotencyKey: key })),
  )
  return !captured.ok && captured.code === 'unavailable' ? captured : fetchPayment(intentId)
}

/** Lets an authorization go; one that was captured stays. Answers what is true then. */
export async function cancelAuthorization(intentId: string): Promise<StripeResult<IntentTruth>> {
  const cancelled = await attempt(() => stripe().paymentIntents.cancel(intentId))
  return !cancelled.ok && cancelled.code === 'unavailable' ? cancelled : fetchPayment(intentId)
}

/** Gives back all that was taken. Answers what is true then. */
export async function refundAll(
  intentId: string,
  { idempotencyKey }: { idempotencyKey: string },
): Promise<StripeResult<IntentTruth>> {
  const refunded = await attempt(() =>
    once(idempotencyKey, (key) =>
      stripe().refunds.create({ payment_intent: intentId }, { idempotencyKey: key }),
    ),
  )
  return !refunded.ok && refunded.code === 'unavailable' ? refunded : fetchPayment(intentId)
}

/**
 * Gives back a part of what was taken, once however often it is asked for one `refundId`. Stripe's key alone would not
 * do: it forgets after a day, and after a failure of its own nobody knows whether the money went. So each time it is
 * asked first which refunds there are.
 */
export function refundPart(
  intentId: string,
  { refundId, amount }: { refundId: string; amount: number },
): Promise<StripeResult<RefundTruth>> {
  const params = { payment_intent: intentId, amount, metadata: { refund: refundId } }
  return attempt(async () => {
    const refund = await once(
      `refund-${refundId}`,
      async (idempotencyKey) =>
        (await findRefund(intentId, refundId)) ?? stripe().refunds.create(params, { idempotencyKey }),
    )
    return readRefund(refund)
  })
}

async function findRefund(intentId: string, refundId: string): Promise<Stripe.Refund | null> {
  for await (const refund of stripe().refunds.list({ payment_intent: intentId, limit: 100 })) {
    if (refund.metadata?.refund === refundId) return refund
  }
  return null
}

/** The event of a webhook whose signature is Stripe's and not older than five minutes; null for anything else. */
export function verifyWebhook(payload: string, signature: string | null): StripeNotice | null {
  try {
    return readNotice(stripe().webhooks.constructEvent(payload, signature ?? '', env.STRIPE_WEBHOOK_SECRET))
  } catch {
    return null
  }
}

/** Where an event leads; of its object only the ids are read. */
export function readNotice(event: Stripe.Event): StripeNotice {
  const object = event.data.object as unknown as Record<string, unknown>
  const metadata = (object.metadata ?? {}) as Record<string, unknown>
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const id = text(object.id)
  return {
    id: event.id,
    type: event.type,
    orderId: text(object.client_reference_id) ?? text(metadata.order),
    checkoutSessionId: object.object === 'checkout.session' ? id : null,
    paymentIntentId: object.object === 'payment_intent' ? id : text(object.payment_intent),
  }
}

/**
 * Sends a request under its key. Stripe keeps a failure of its own under the key too and repeats it for a day, though
 * the work may be undone: then, and only then, it goes again under a new one. Every request here is guarded by the
 * state of its object as well, so that cannot do anything twice.
 */
export async function once<T>(key: string, send: (key: string) => Promise<T>): Promise<T> {
  try {
    return await send(key)
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeAPIError)) throw error
    if (error.headers?.['idempotent-replayed'] !== 'true') throw error
    return send(`${key}-${randomUUID()}`)
  }
}

function readRefund({ id, status, failure_reason: reason }: Stripe.Refund): RefundTruth {
  const isFailed = status === 'failed' || status === 'canceled'
  return { id, status: isFailed ? 'failed' : 'done', failure: isFailed ? (reason ?? status) : null }
}

/** True of a refusal because the amount is less than Stripe takes in its currency. */
export function isTooSmall<C extends ErrorCode>(refusal: Refusal<C>): refusal is Refusal<C & 'invalid'> {
  return refusal.errors?.some(({ message }) => message === TOO_SMALL) ?? false
}

/** A call whose failures are `unavailable` or `invalid`, as this file's first comment says. */
export async function attempt<T>(work: () => Promise<T>): Promise<StripeResult<T>> {
  try {
    return ok(await work())
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    const detail = `Stripe: ${error.type}: ${error.message}`
    const { StripeInvalidRequestError, StripeCardError, StripeIdempotencyError } = Stripe.errors
    const isPermanent = [StripeInvalidRequestError, StripeCardError, StripeIdempotencyError].some(
      (kind) => error instanceof kind,
    )
    if (error.code === TOO_SMALL) {
      return refuse('invalid', { detail, errors: [{ path: 'amount', message: TOO_SMALL }] })
    }
    if (isPermanent) return refuse('invalid', { detail })
    return refuse('unavailable', { detail, retryAfterSeconds: RETRY_AFTER_SECONDS })
  }
}

function readSession(session: Stripe.Checkout.Session): CheckoutTruth {
  const { payment_intent: intent } = session
  return {
    sessionId: session.id,
    orderId: session.client_reference_id,
    url: session.url,
    status: SESSION_STATUSES.find((status) => status === session.status) ?? 'open',
    intent: intent && typeof intent === 'object' ? readIntent(intent) : null,
  }
}

function readIntent(intent: Stripe.PaymentIntent): IntentTruth {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  const method = typeof intent.payment_method === 'object' ? intent.payment_method : null
  const card = charge?.paid ? charge.payment_method_details?.card : method?.card
  const error = intent.last_payment_error
  return {
    id: intent.id,
    orderId: intent.metadata.order ?? null,
    nextUrl: intent.next_action?.redirect_to_url?.url ?? null,
    // A status younger than this file means that we do not know: wait.
    status: INTENT_STATUSES.find((status) => status === intent.status) ?? 'processing',
    amount: intent.amount,
    currency: intent.currency.toUpperCase(),
    amountReceived: intent.amount_received,
    isRefunded: charge?.refunded ?? false,
    brand: card?.brand ?? null,
    last4: card?.last4 ?? null,
    lastDecline: error ? (error.decline_code ?? error.code ?? 'card_declined') : null,
  }
}
