import { enqueue } from '@/lib/platform/jobs'
import type { Tx } from '@/lib/platform/transaction'
import type { LockedOrder } from '@/lib/reservations/orders/types'
import { openPosting } from '@/lib/reservations/postings/store'

/** An order was paid, in this transaction: its tickets go out by mail, and by post where that was chosen. */
export async function beginDelivery(tx: Tx, { id, delivery }: LockedOrder): Promise<void> {
  await enqueue(tx, 'send-order-mail', { orderId: id, kind: 'confirmation' })
  if (delivery !== 'post') return
  await openPosting(tx, id)
  await enqueue(tx, 'post-tickets', { orderId: id })
}
