import { enqueue } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import { ok, type Result } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { movePosting } from '@/lib/reservations/postings/store'
import type { PostingStatus } from '@/lib/reservations/postings/types'

type Said = { status: PostingStatus; letterId?: string; expectedOn?: string | null; failure?: string | null }

/**
 * Keeps what is true of a letter. One that will not arrive costs nothing: in the same transaction the refund of its fee
 * and the mail that says so become due. Old news changes nothing.
 */
export async function settlePosting(orderId: string, said: Said): Promise<Result<null, never>> {
  const moved = await inTransaction(async (tx) => {
    const status = await movePosting(tx, orderId, said)
    if (status === 'failed') {
      await enqueue(tx, 'refund-postage', { orderId })
      await enqueue(tx, 'send-order-mail', { orderId, kind: 'post_failed' })
    }
    return status
  })
  if (moved === 'failed') log('warn', 'post.failed', { orderId, failure: said.failure })
  return ok(null)
}
