import { drawRefund } from '@/lib/commerce/refunds/store'
import { runInBackground } from '@/lib/platform/background'
import { enqueue } from '@/lib/platform/jobs'
import { type Money, sumMoney } from '@/lib/platform/money'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction, type Tx } from '@/lib/platform/transaction'
import { nextStatus } from '@/lib/reservations/orders/rules'
import { lockOrder, moveOrder } from '@/lib/reservations/orders/store'
import type { OrderStatus } from '@/lib/reservations/orders/types'
import { pickRefundable } from '@/lib/reservations/tickets/rules'
import { countValidTickets, lockSoldTickets, returnTickets } from '@/lib/reservations/tickets/store'
import { findLastAccepted } from '@/lib/reservations/transfers/store'
import { seatsCameBack } from './call-next-in-line'
import { refundPayment } from './refund-payment'

export type RefundAsked = {
  organizerId: string
  orderId: string
  /** Ids, or every ticket of the organizer's in the order that is still valid. */
  tickets: string[] | 'all'
  reason?: string
}

/** What was given back. `refundId` is null where the tickets had cost nothing. */
export type RefundView = {
  refundId: string | null
  orderId: string
  status: OrderStatus
  amount: Money
  tickets: string[]
}

type Refusals = 'not_found' | 'unknown_ticket' | 'void' | 'not_authorized'

/**
 * Takes tickets of an order back and gives back what was paid for them: they are void, their seats on sale again, and
 * the money is on its way, all decided in one transaction; Stripe is asked after it. An organizer refunds their own
 * tickets only. Refusals: `not_found`, `unknown_ticket` for ids that are not of theirs in this order, `void` for tickets
 * taken back before, `not_authorized` while the money is not taken yet.
 */
export async function refundOrder(asked: RefundAsked): Promise<Result<RefundView, Refusals>> {
  const refunded = await inTransaction((tx) => refundLocked(tx, asked))
  if (!refunded.ok) return refunded
  const { performanceIds, ...view } = refunded.value
  for (const performanceId of performanceIds) seatsCameBack(performanceId)
  const { refundId } = view
  if (refundId) runInBackground('refund-payment', () => refundPayment(refundId))
  return ok(view)
}

async function refundLocked(
  tx: Tx,
  { organizerId, orderId, tickets, reason }: RefundAsked,
): Promise<Result<RefundView & { performanceIds: string[] }, Refusals>> {
  const order = await lockOrder(tx, orderId)
  const own = order ? await lockSoldTickets(tx, orderId, organizerId) : []
  if (!order || own.length === 0) return refuse('not_found')
  if (!nextStatus(order.status, 'refund_part')) {
    return order.status === 'refunded' ? refuse('void') : refuse('not_authorized')
  }
  const picked = pickRefundable(own, tickets)
  if (!picked.ok) return picked
  const ticketIds = picked.value.map(({ id }) => id)
  const amount = sumMoney(
    picked.value.map((ticket) => ticket.priceAmount),
    order.total.currency,
  )
  const refundId =
    amount.amount > 0
      ? await drawRefund(tx, { orderId, amount: amount.amount, reason: reason ?? null })
      : null
  if (refundId) await enqueue(tx, 'refund-payment', { refundId })
  const performanceIds = await returnTickets(tx, orderId, { ticketIds, refundId })
  // The money is the buyer's, and so is its mail: whoever a ticket was passed on to hears that it is void.
  for (const transferId of await findLastAccepted(tx, ticketIds)) {
    await enqueue(tx, 'send-transfer-mail', { transferId, kind: 'void' })
  }
  const isLast = (await countValidTickets(tx, orderId)) === 0
  const status = await moveOrder(tx, order, isLast ? 'refund_all' : 'refund_part')
  return ok({ refundId, orderId, status, amount, tickets: ticketIds, performanceIds })
}
