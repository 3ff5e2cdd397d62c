import { findPayment } from '@/lib/commerce/payments/queries'
import { recordRefund } from '@/lib/commerce/payments/store'
import { refundPart } from '@/lib/commerce/stripe'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { findOrderById } from '@/lib/reservations/orders/queries'
import { lockOrder, moveOrder } from '@/lib/reservations/orders/store'
import { findPosting } from '@/lib/reservations/postings/queries'
import { markFeeRefunded } from '@/lib/reservations/postings/store'

/**
 * Gives back what a letter cost that will not arrive, once however often it is called. For any other letter it does
 * nothing; the tickets stay valid. `unavailable`: nothing is known, try again.
 */
export async function refundPostage(orderId: string): Promise<Result<null, 'unavailable'>> {
  const posting = await findPosting(orderId)
  if (posting?.status !== 'failed' || posting.feeRefundedAt) return ok(null)
  const [order, payment] = await Promise.all([findOrderById(orderId), findPayment(orderId)])
  const amount = order?.postage.amount ?? 0
  const isAllBack = order?.status === 'refunded'
  if (amount === 0 || isAllBack || !payment?.paymentIntentId) {
    await inTransaction((tx) => markFeeRefunded(tx, orderId))
    return ok(null)
  }
  const refunded = await refundPart(payment.paymentIntentId, { amount, purpose: `postage-${orderId}` })
  if (!refunded.ok) {
    log('error', 'post.fee_not_refunded', { orderId, detail: refunded.detail })
    return refuse('unavailable', { detail: refunded.detail })
  }
  await inTransaction(async (tx) => {
    const locked = await lockOrder(tx, orderId)
    if (!locked) return
    const isNew = await recordRefund(tx, orderId, { ...refunded.value, reason: 'postage' })
    if (isNew) await moveOrder(tx, locked, 'refund_part')
    await markFeeRefunded(tx, orderId)
  })
  return ok(null)
}
