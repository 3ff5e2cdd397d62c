import { findNoticedOrderId } from '@/lib/commerce/payments/queries'
import type { StripeNotice } from '@/lib/commerce/payments/types'
import { verifyWebhook } from '@/lib/commerce/stripe'
import { isKnownEvent } from '@/lib/commerce/stripe-events/queries'
import { recordStripeEvent } from '@/lib/commerce/stripe-events/store'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { syncPayment } from './sync-payment'

/**
 * Takes a webhook: `malformed` unless Stripe signed it within the last five minutes, `unavailable` where it has to come
 * again. A repeat, an unknown type or somebody else's payment is fine and changes nothing.
 */
export async function takeStripeEvent({
  payload,
  signature,
}: {
  payload: string
  signature: string | null
}): Promise<Result<null, 'malformed' | 'unavailable'>> {
  const notice = verifyWebhook(payload, signature)
  return notice ? followNotice(notice) : refuse('malformed')
}

/**
 * Does what an event calls for: asks Stripe about the order it points at. Only for events that were verified: a made-up
 * one could take the id of one to come, which would then count as a repeat.
 */
export async function followNotice(notice: StripeNotice): Promise<Result<null, 'unavailable'>> {
  if (await isKnownEvent(notice.id)) return ok(null)
  const orderId = await findNoticedOrderId(notice)
  const synced = orderId ? await syncPayment(orderId, notice) : ok(null)
  if (!synced.ok) return synced
  // What had no effect is known from now on, too.
  await inTransaction((tx) => recordStripeEvent(tx, notice))
  return ok(null)
}
