import { findPayment } from '@/lib/commerce/payments/queries'
import { enqueue } from '@/lib/platform/jobs'
import { inTransaction } from '@/lib/platform/transaction'
import { isCancellationMailed, isOpen } from '@/lib/reservations/orders/rules'
import { lockOrder, moveOrder } from '@/lib/reservations/orders/store'
import { releasePayment } from './release-payment'
import { syncPayment } from './sync-payment'

/**
 * Ends an order that was not confirmed while its seats were held: nothing can be paid any more and nothing is taken.
 * `declined` where the bank's last word was no, else `expired`. False where its time is not over, or it was quicker.
 */
export async function expireOrder(orderId: string): Promise<boolean> {
  // For the bank's last word. Where Stripe cannot be asked the order ends all the same.
  await syncPayment(orderId)
  const wasDeclined = Boolean((await findPayment(orderId))?.lastDecline)
  const isEnded = await inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order || !isOpen(order.status) || order.expiresAt > new Date()) return false
    const reason = wasDeclined && order.status === 'pending' ? 'declined' : 'expired'
    await moveOrder(tx, order, 'cancel', reason)
    await enqueue(tx, 'release-payment', { orderId })
    if (isCancellationMailed(order, reason))
      await enqueue(tx, 'send-order-mail', { orderId, kind: 'cancelled' })
    return true
  })
  if (isEnded) await releasePayment(orderId)
  return isEnded
}
