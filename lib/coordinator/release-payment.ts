import { findCardPayment } from '@/lib/commerce/cards/stripe'
import { findPayment } from '@/lib/commerce/payments/queries'
import { readCheckout, readIntent } from '@/lib/commerce/payments/rules'
import type { CheckoutTruth, IntentTruth, PaymentReading, PaymentView } from '@/lib/commerce/payments/types'
import { cancelAuthorization, expireCheckout, fetchPayment, refundAll } from '@/lib/commerce/stripe'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { findOrderStatus } from '@/lib/reservations/orders/queries'
import { settlePayment } from './settle-payment'

const NOTHING_OPENED: CheckoutTruth = {
  ...{ sessionId: '', orderId: null, url: null },
  ...{ status: 'expired', intent: null },
}

/**
 * Makes sure that a cancelled order costs nothing: closes its payment page, lets the authorization go, and gives back
 * what was taken nevertheless. For an order in any other state it does nothing. `unavailable`: try again.
 */
export async function releasePayment(orderId: string): Promise<Result<null, 'unavailable'>> {
  if ((await findOrderStatus(orderId)) !== 'cancelled') return ok(null)
  const payment = await findPayment(orderId)
  if (!payment || payment.status === 'cancelled') return ok(null)
  const released = await releaseAtStripe(payment)
  if (!released.ok) {
    log('warn', 'payment.not_released', { orderId, detail: released.detail })
    return released
  }
  const next = await settlePayment(orderId, released.value)
  return next ? refuse('unavailable', { detail: 'The authorization is still there' }) : ok(null)
}

async function releaseAtStripe(payment: PaymentView): Promise<Result<PaymentReading, 'unavailable'>> {
  if (payment.paymentMethodId) return releaseCardPayment(payment)
  const closed = payment.checkoutSessionId
    ? await expireCheckout(payment.checkoutSessionId)
    : ok(NOTHING_OPENED)
  if (!closed.ok && closed.code === 'unavailable') return refuse('unavailable', { detail: closed.detail })
  // A session Stripe does not know (any more) can charge nobody.
  const truth = closed.ok ? closed.value : NOTHING_OPENED
  if (!truth.intent) return ok(readCheckout(truth, payment.total))
  const undone = await undo(truth.intent, payment.orderId)
  if (!undone.ok) return refuse('unavailable', { detail: undone.detail })
  return ok(readIntent(undone.value, payment.total, true))
}

/** A kept card that was asked without an answer is looked for at Stripe. */
async function releaseCardPayment(payment: PaymentView): Promise<Result<PaymentReading, 'unavailable'>> {
  const { orderId, customerId, paymentIntentId: id, total } = payment
  const found = await (id ? fetchPayment(id) : findCardPayment(customerId ?? '', orderId))
  if (!found.ok && found.code === 'unavailable') return refuse('unavailable', { detail: found.detail })
  if (!found.ok || !found.value) return ok(readCheckout(NOTHING_OPENED, total))
  const undone = await undo(found.value, orderId)
  if (!undone.ok) return refuse('unavailable', { detail: undone.detail })
  return ok(readIntent(undone.value, total, true))
}

function undo(intent: IntentTruth, orderId: string) {
  if (intent.status === 'canceled') return ok(intent)
  if (intent.status !== 'succeeded') return cancelAuthorization(intent.id)
  if (intent.isRefunded) return ok(intent)
  log('error', 'payment.taken_without_seats', { orderId })
  return refundAll(intent.id, { idempotencyKey: `give-back-${orderId}` })
}
