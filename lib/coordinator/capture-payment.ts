import { findPayment } from '@/lib/commerce/payments/queries'
import { readIntent } from '@/lib/commerce/payments/rules'
import { capture } from '@/lib/commerce/stripe'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { findOrderStatus } from '@/lib/reservations/orders/queries'
import { settlePayment } from './settle-payment'

/**
 * Takes the money of an order whose seats are the fan's, once however often it is called. Where the authorization is
 * gone the seats go back and the order is cancelled. For an order in any other state it does nothing. `unavailable`:
 * nothing is known, try again.
 */
export async function capturePayment(orderId: string): Promise<Result<null, 'unavailable'>> {
  // Checked here, right before: a confirmed order stays confirmed until its money is taken or known to be gone.
  if ((await findOrderStatus(orderId)) !== 'confirmed') return ok(null)
  const payment = await findPayment(orderId)
  if (!payment?.paymentIntentId) return ok(null)
  const taken = await capture(payment.paymentIntentId, { idempotencyKey: `capture-${orderId}` })
  if (!taken.ok) {
    log('warn', 'payment.not_captured', { orderId, detail: taken.detail })
    return refuse('unavailable', { detail: taken.detail, retryAfterSeconds: taken.retryAfterSeconds })
  }
  const next = await settlePayment(orderId, readIntent(taken.value, payment.total, true))
  return next ? refuse('unavailable', { detail: 'The payment is still authorized only' }) : ok(null)
}
