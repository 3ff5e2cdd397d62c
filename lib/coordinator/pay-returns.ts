import { drawRefund } from '@/lib/commerce/refunds/store'
import { enqueue } from '@/lib/platform/jobs'
import type { Tx } from '@/lib/platform/transaction'
import { moveOrder } from '@/lib/reservations/orders/store'
import { type ReturnsForSale, sellReturns } from '@/lib/reservations/returns/store'
import { countValidTickets } from '@/lib/reservations/tickets/store'

/**
 * The seats of returned tickets are sold to somebody else, in this transaction: the tickets are void, and what was paid
 * for them goes back to who bought them, one refund an order. The money moves by the job; nobody waits for it.
 */
export async function payReturns(tx: Tx, { orders, tickets }: ReturnsForSale): Promise<void> {
  for (const order of orders) {
    const own = tickets.filter(({ orderId }) => orderId === order.id)
    if (own.length === 0) continue
    const amount = own.reduce((sum, { priceAmount }) => sum + priceAmount, 0)
    const refundId = await drawRefund(tx, { orderId: order.id, amount, reason: null })
    await enqueue(tx, 'refund-payment', { refundId })
    await sellReturns(tx, own, refundId)
    const isLast = (await countValidTickets(tx, order.id)) === 0
    await moveOrder(tx, order, isLast ? 'refund_all' : 'refund_part')
    for (const { returnId } of own) await enqueue(tx, 'send-return-mail', { returnId, kind: 'sold' })
  }
}
