import { findPayment, findPayments } from '@/lib/commerce/payments/queries'
import type { PaymentView } from '@/lib/commerce/payments/types'
import type { Page, PageWish } from '@/lib/platform/page'
import { findOrder, findOrderById, findOrders, findOrdersAhead } from '@/lib/reservations/orders/queries'
import { nextStart } from '@/lib/reservations/orders/rules'
import type { OrderAccess, OrderFacts, OrderView } from '@/lib/reservations/orders/types'
import { findTickets } from '@/lib/reservations/tickets/queries'
import { overSince } from '@/lib/reservations/tickets/rules'
import type { TicketFacts, TicketView } from '@/lib/reservations/tickets/types'
import { signTicket } from './compose-documents'

/** An order as it stands, for whoever may see it; null for anyone else. */
export async function viewOrder(access: OrderAccess, orderId: string): Promise<OrderView | null> {
  const order = await findOrder(orderId, access)
  return order && withPayment(order)
}

/** The same where nobody in particular asks: inside commands that have checked already. */
export async function viewOrderById(orderId: string): Promise<OrderView | null> {
  const order = await findOrderById(orderId)
  return order && withPayment(order)
}

/** The caller's own orders, the newest first. */
export async function viewOrders(access: OrderAccess, page: PageWish = {}): Promise<Page<OrderView>> {
  const { items, nextCursor } = await findOrders(access, page)
  const payments = await findPayments(items.map(({ id }) => id))
  return { items: items.map((order) => toView(order, payments.get(order.id))), nextCursor }
}

/** The caller's orders with something ahead, what comes first first; and the others, page by page, the newest first. */
export async function viewOrdersByTime(
  access: OrderAccess,
  page: PageWish = {},
): Promise<{ ahead: OrderView[]; over: Page<OrderView> }> {
  const since = overSince(new Date())
  const [ahead, over] = await Promise.all([
    page.cursor ? [] : findOrdersAhead(access, since),
    findOrders(access, page, since),
  ])
  const payments = await findPayments([...ahead, ...over.items].map(({ id }) => id))
  const viewOf = (order: OrderFacts) => toView(order, payments.get(order.id))
  return {
    ahead: ahead.map(viewOf).sort((a, b) => nextStart(a, since) - nextStart(b, since)),
    over: { ...over, items: over.items.map(viewOf) },
  }
}

/** A ticket among those of its order: also whether it is returned, or can be. */
export type OrderTicket = TicketView & Pick<TicketFacts, 'return' | 'isReturnable' | 'isSoldOn'>

/**
 * The tickets of an order with their signed codes, for whoever may see the order; null for anyone else. What was passed
 * on is not among them: its code is its new owner's alone.
 */
export async function viewTickets(access: OrderAccess, orderId: string): Promise<OrderTicket[] | null> {
  if (!(await findOrder(orderId, access))) return null
  const own = (await findTickets(orderId)).filter((ticket) => !ticket.passedOn)
  return own.map((ticket) => {
    const { id, status, performanceId, seat, holder, isReturnable, isSoldOn } = ticket
    const facts = { id, status, performanceId, seat, holder, isReturnable, isSoldOn, return: ticket.return }
    return { ...facts, code: signTicket(ticket) }
  })
}

async function withPayment(order: OrderFacts): Promise<OrderView> {
  return toView(order, (await findPayment(order.id)) ?? undefined)
}

/** An order that costs nothing has no payment. */
function toView({ accessToken: _, cartId: __, ...order }: OrderFacts, payment?: PaymentView): OrderView {
  const card = payment?.brand && payment.last4 ? { brand: payment.brand, last4: payment.last4 } : null
  return { ...order, payment: card }
}
