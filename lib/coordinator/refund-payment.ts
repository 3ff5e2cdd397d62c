import { findOverdueRefunds, findRefund } from '@/lib/commerce/refunds/queries'
import { markRefundRefused, recordRefund } from '@/lib/commerce/refunds/store'
import { refundPart } from '@/lib/commerce/stripe'
import { enqueue } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'

/**
 * Gives back the money of a refund that was decided, once however often it is called, and has the fan told. What Stripe
 * refuses for good is noted and logged: a person has to look. `unavailable`: nothing is known, try again.
 */
export async function refundPayment(refundId: string): Promise<Result<null, 'unavailable'>> {
  const refund = await findRefund(refundId)
  if (refund?.status !== 'due' || !refund.paymentIntentId) return ok(null)
  const { paymentIntentId, amount } = refund
  const refunded = await refundPart(paymentIntentId, { refundId, amount: amount.amount })
  if (!refunded.ok && refunded.code === 'unavailable') {
    log('warn', 'refund.not_done', { refundId, detail: refunded.detail })
    return refuse('unavailable', { detail: refunded.detail })
  }
  if (!refunded.ok) {
    log('error', 'refund.refused', { refundId, detail: refunded.detail })
    await markRefundRefused(refundId, refunded.detail ?? refunded.code)
    return ok(null)
  }
  const { status, failure } = refunded.value
  if (status === 'failed') log('error', 'refund.failed', { refundId, failure })
  await inTransaction(async (tx) => {
    const isNews = await recordRefund(tx, refundId, refunded.value)
    if (isNews && status === 'done') await enqueue(tx, 'send-refund-mail', { refundId })
  })
  return ok(null)
}

/** Catches up on refunds whose job was lost. */
export async function refundOverdue(): Promise<void> {
  for (const refundId of await findOverdueRefunds(20)) await refundPayment(refundId)
}
