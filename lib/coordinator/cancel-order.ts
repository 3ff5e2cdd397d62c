import { runInBackground } from '@/lib/platform/background'
import { enqueue } from '@/lib/platform/jobs'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { findOrder } from '@/lib/reservations/orders/queries'
import { isOpen } from '@/lib/reservations/orders/rules'
import { lockOrder, moveOrder } from '@/lib/reservations/orders/store'
import type { OrderAccess, OrderView } from '@/lib/reservations/orders/types'
import { releasePayment } from './release-payment'
import { viewOrder } from './view-order'

/**
 * Calls off an order before it is confirmed: its payment page is closed, its authorization let go. The seats stay in
 * the cart until their hold ends. An order that is cancelled already stays as it is; a confirmed one is `too_late`.
 */
export async function cancelOrder({
  access,
  orderId,
}: {
  access: OrderAccess
  orderId: string
}): Promise<Result<OrderView, 'not_found' | 'too_late'>> {
  if (!(await findOrder(orderId, access))) return refuse('not_found')
  const status = await inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order || !isOpen(order.status)) return order?.status
    await enqueue(tx, 'release-payment', { orderId })
    return moveOrder(tx, order, 'cancel', 'by_hand')
  })
  if (status !== 'cancelled') return refuse('too_late')
  runInBackground('release-payment', () => releasePayment(orderId))
  const order = await viewOrder(access, orderId)
  return order ? ok(order) : refuse('not_found')
}
