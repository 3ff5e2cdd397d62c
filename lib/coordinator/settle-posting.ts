import { drawRefund } from '@/lib/commerce/refunds/store'
import { enqueue } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import { ok, type Result } from '@/lib/platform/result'
import { inTransaction, type Tx } from '@/lib/platform/transaction'
import { lockOrder, moveOrder } from '@/lib/reservations/orders/store'
import type { LockedOrder } from '@/lib/reservations/orders/types'
import { movePosting } from '@/lib/reservations/postings/store'
import type { PostingStatus } from '@/lib/reservations/postings/types'

type Said = { status: PostingStatus; letterId?: string; expectedOn?: string | null; failure?: string | null }

/**
 * Keeps what is true of a letter. One that will not arrive costs nothing: in the same transaction its fee is decided to
 * go back, and the mail that says so becomes due. Old news changes nothing.
 */
export async function settlePosting(orderId: string, said: Said): Promise<Result<null, never>> {
  const moved = await inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) return null
    const status = await movePosting(tx, orderId, said)
    if (status === 'failed') {
      await refundPostage(tx, order)
      await enqueue(tx, 'send-order-mail', { orderId, kind: 'post_failed' })
    }
    return status
  })
  if (moved === 'failed') log('warn', 'post.failed', { orderId, failure: said.failure })
  return ok(null)
}

/** The tickets stay valid. An order that was given back whole has nothing left to give. */
async function refundPostage(tx: Tx, order: LockedOrder): Promise<void> {
  const { id: orderId, postageAmount: amount, status } = order
  if (amount === 0 || (status !== 'paid' && status !== 'partially_refunded')) return
  const refundId = await drawRefund(tx, { orderId, amount, reason: 'postage' })
  await moveOrder(tx, order, 'refund_part')
  await enqueue(tx, 'refund-payment', { refundId })
}
