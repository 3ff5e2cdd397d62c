import { recordReading } from '@/lib/commerce/payments/store'
import type { PaymentReading, StripeNotice } from '@/lib/commerce/payments/types'
import { recordStripeEvent } from '@/lib/commerce/stripe-events/store'
import { enqueue } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import { inTransaction, type Tx } from '@/lib/platform/transaction'
import { decideSettlement, isCancellationMailed, type Settlement } from '@/lib/reservations/orders/rules'
import { lockOrder, moveOrder } from '@/lib/reservations/orders/store'
import type { LockedOrder } from '@/lib/reservations/orders/types'
import { returnTickets } from '@/lib/reservations/tickets/store'
import { beginDelivery } from './begin-delivery'
import { seatsCameBack } from './call-next-in-line'

/**
 * Brings an order in line with what Stripe says of its money, in one transaction: the payment's record, the order's
 * status, its seats where they go back, the mail that is due and the webhook event that told. Whoever comes second
 * with the same truth changes nothing. Returns what is to be asked of Stripe next.
 */
export async function settlePayment(
  orderId: string,
  reading: PaymentReading,
  notice?: StripeNotice,
): Promise<Settlement['next']> {
  if (reading.isMismatched) log('error', 'payment.mismatched', { orderId, ...reading })
  const settled = await inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) return null
    if (notice && !(await recordStripeEvent(tx, notice))) return null
    const settlement = decideSettlement(order.status, reading)
    if (settlement.isRecorded) await recordReading(tx, orderId, reading)
    return { next: settlement.next, performanceIds: await applySettlement(tx, order, settlement) }
  })
  for (const performanceId of settled?.performanceIds ?? []) seatsCameBack(performanceId)
  return settled?.next ?? null
}

async function applySettlement(tx: Tx, order: LockedOrder, { event, reason }: Settlement): Promise<string[]> {
  if (!event) return []
  const status = await moveOrder(tx, order, event, reason)
  if (status === 'paid') await beginDelivery(tx, order)
  if (reason && isCancellationMailed(order, reason)) {
    await enqueue(tx, 'send-order-mail', { orderId: order.id, kind: 'cancelled' })
  }
  return event === 'undo' ? returnTickets(tx, order.id) : []
}
