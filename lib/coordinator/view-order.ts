import { findPayment } from '@/lib/commerce/payments/queries'
import { findOrder, findOrderById, findOrders } from '@/lib/reservations/orders/queries'
import type { OrderAccess, OrderFacts, OrderView } from '@/lib/reservations/orders/types'
import { findTickets } from '@/lib/reservations/tickets/queries'
import type { TicketView } from '@/lib/reservations/tickets/types'
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
export async function viewOrders(
  access: OrderAccess,
  page: { cursor?: string; limit?: number } = {},
): Promise<{ items: OrderView[]; nextCursor: string | null }> {
  const { items, nextCursor } = await findOrders(access, page)
  return { items: await Promise.all(items.map(withPayment)), nextCursor }
}

/** The tickets of an order with their signed codes, for whoever may see the order; null for anyone else. */
export async function viewTickets(access: OrderAccess, orderId: string): Promise<TicketView[] | null> {
  if (!(await findOrder(orderId, access))) return null
  return (await findTickets(orderId)).map((ticket) => {
    const { id, status, performanceId, seat, holder } = ticket
    return { id, status, performanceId, seat, holder, code: signTicket(ticket) }
  })
}

async function withPayment({ accessToken: _, cartId: __, ...order }: OrderFacts): Promise<OrderView> {
  const payment = order.total.amount > 0 ? await findPayment(order.id) : null
  const card = payment?.brand && payment.last4 ? { brand: payment.brand, last4: payment.last4 } : null
  return { ...order, payment: card }
}
