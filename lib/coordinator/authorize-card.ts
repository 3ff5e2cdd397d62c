import { authorizeCard } from '@/lib/commerce/cards/stripe'
import { readCardPayment } from '@/lib/commerce/payments/rules'
import { rememberCardPayment } from '@/lib/commerce/payments/store'
import type { IntentTruth, PaymentView } from '@/lib/commerce/payments/types'
import { cancelAuthorization, isTooSmall } from '@/lib/commerce/stripe'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import type { OrderFacts } from '@/lib/reservations/orders/types'
import { settlePayment } from './settle-payment'

/**
 * Has an order authorized on the card its fan keeps, and makes the order say what came of it. Answers the bank's own
 * page where it asks for one first, else null: the order then is authorized, or cancelled because the bank said no.
 * `invalid`: it is less than Stripe takes.
 */
export async function authorizeKeptCard(
  order: OrderFacts,
  payment: PaymentView,
): Promise<Result<string | null, 'unavailable' | 'invalid'>> {
  const { id: orderId, reference, total } = order
  const { customerId, paymentMethodId: cardId } = payment
  if (!customerId || !cardId) return ok(null)
  const answered = await authorizeCard({
    ...{ orderId, reference, customerId, cardId, amount: total.amount, currency: total.currency },
    returnUrl: `${env.APP_URL}/orders/${orderId}/verify`,
  })
  if (!answered.ok && isTooSmall(answered)) return answered
  if (!answered.ok) {
    log(answered.code === 'invalid' ? 'error' : 'warn', 'card.not_asked', {
      orderId,
      detail: answered.detail,
    })
    return refuse('unavailable', { retryAfterSeconds: answered.retryAfterSeconds })
  }
  const intent = answered.value
  if (!(await rememberCardPayment(orderId, intent))) {
    await cancelAuthorization(intent.id)
    return ok(null)
  }
  await settlePayment(orderId, readCardPayment(await closeDeclined(intent), total))
  return ok(intent.nextUrl)
}

/** Nobody can try another card on this payment. */
async function closeDeclined(intent: IntentTruth): Promise<IntentTruth> {
  if (intent.status !== 'requires_payment_method') return intent
  const closed = await cancelAuthorization(intent.id)
  return closed.ok ? { ...closed.value, lastDecline: intent.lastDecline } : intent
}
