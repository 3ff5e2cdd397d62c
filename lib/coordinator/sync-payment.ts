import { findCardPayment } from '@/lib/commerce/cards/stripe'
import { findPayment } from '@/lib/commerce/payments/queries'
import { readCardPayment, readCheckout } from '@/lib/commerce/payments/rules'
import { markAsked, rememberCardPayment, rememberCheckout } from '@/lib/commerce/payments/store'
import type { PaymentView, StripeNotice } from '@/lib/commerce/payments/types'
import { fetchCheckout, fetchPayment } from '@/lib/commerce/stripe'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { capturePayment } from './capture-payment'
import { releasePayment } from './release-payment'
import { settlePayment } from './settle-payment'

type Synced = Promise<Result<null, 'unavailable'>>

/**
 * Asks Stripe what is true of an order's money, and makes the order say the same: after the fan came back, when a
 * webhook says that something happened (`notice`, taken note of with its effect), and when nobody said anything. Goes
 * on to capture or release what waits for it. `unavailable`: Stripe could not be asked, nothing changed.
 */
export async function syncPayment(
  orderId: string,
  notice?: StripeNotice,
): Promise<Result<null, 'unavailable'>> {
  const payment = await findPayment(orderId)
  if (payment?.paymentMethodId) return syncCardPayment(payment, notice)
  const sessionId = payment?.checkoutSessionId ?? notice?.checkoutSessionId
  if (!payment || !sessionId) return ok(null)
  const fetched = await fetchCheckout(sessionId)
  await markAsked(orderId)
  if (!fetched.ok) {
    log('warn', 'payment.not_fetched', { orderId, sessionId, detail: fetched.detail })
    if (fetched.code !== 'unavailable') return ok(null)
    return refuse('unavailable', { detail: fetched.detail, retryAfterSeconds: fetched.retryAfterSeconds })
  }
  const truth = fetched.value
  if (truth.orderId !== orderId) {
    log('error', 'payment.session_of_another_order', { orderId, sessionId })
    return ok(null)
  }
  // The event can be here before the call that opened the session has come back.
  if (!payment.checkoutSessionId) await rememberCheckout(orderId, truth)
  return goOn(orderId, await settlePayment(orderId, readCheckout(truth, payment.total), notice))
}

/** The same where a kept card pays. A payment nobody has heard of is looked for: its answer can have been lost. */
async function syncCardPayment(payment: PaymentView, notice?: StripeNotice): Synced {
  const { orderId, customerId, total } = payment
  const intentId = payment.paymentIntentId ?? notice?.paymentIntentId
  const fetched = intentId ? await fetchPayment(intentId) : await findCardPayment(customerId ?? '', orderId)
  await markAsked(orderId)
  if (!fetched.ok) {
    log('warn', 'payment.not_fetched', { orderId, intentId, detail: fetched.detail })
    if (fetched.code !== 'unavailable') return ok(null)
    return refuse('unavailable', { detail: fetched.detail, retryAfterSeconds: fetched.retryAfterSeconds })
  }
  const intent = fetched.value
  if (intent?.orderId !== orderId) return ok(null)
  if (!payment.paymentIntentId) await rememberCardPayment(orderId, intent)
  return goOn(orderId, await settlePayment(orderId, readCardPayment(intent, total), notice))
}

async function goOn(orderId: string, next: 'capture' | 'release' | null): Synced {
  if (next === 'capture') await capturePayment(orderId)
  if (next === 'release') await releasePayment(orderId)
  return ok(null)
}
