import { setTimeout as sleep } from 'node:timers/promises'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { expireOrders } from '@/lib/coordinator/expire-orders'
import { reconcilePayments } from '@/lib/coordinator/reconcile-payments'
import { syncPayment } from '@/lib/coordinator/sync-payment'
import { prisma } from '@/lib/platform/db'
import type { TestPerformance } from '@/prisma/testing'
import { finishBackground } from '../../fixtures/background'
import { checkOutAs, endHoldIn, type Fan, fanWith, must, seatRows } from '../../fixtures/fans'
import type { StripeBooks } from '../../fixtures/stripe-books'

/** An order and everything a test asks about it; `url` is Stripe's page for it, null where nothing is to be paid. */
export type TestSale = {
  fan: Fan
  seats: number[]
  orderId: string
  url: string | null
  request: { access: Fan['owner']; orderId: string }
}

/** What is asked about after the sale. */
export type SoldSeats = Pick<TestSale, 'orderId' | 'seats'>

/** A fan holds seats and checks out. */
export async function startPaying(hall: TestPerformance, seats: number[], fan?: Fan): Promise<TestSale> {
  const buyer = await fanWith(hall, seats, fan)
  const { order, paymentUrl: url } = must(await checkOutAs(buyer))
  return { fan: buyer, seats, orderId: order.id, url, request: { access: buyer.owner, orderId: order.id } }
}

/** The same, the card accepted at Stripe; nobody has told us yet. */
export async function startPaid(books: StripeBooks, hall: TestPerformance, seats: number[], fan?: Fan) {
  const sale = await startPaying(hall, seats, fan)
  await payAt(books, sale.orderId)
  return sale
}

/** The same, and we know. */
export async function startAuthorized(books: StripeBooks, hall: TestPerformance, seats: number[], fan?: Fan) {
  const sale = await startPaid(books, hall, seats, fan)
  must(await syncPayment(sale.orderId))
  return sale
}

/** The same, confirmed and paid; `ticketIds` go by seat. */
export async function sellTickets(books: StripeBooks, hall: TestPerformance, seats: number[]) {
  const sale = await startAuthorized(books, hall, seats)
  must(await confirmOrder(sale.request))
  await finishBackground()
  const { orderId } = sale
  const tickets = await prisma.ticket.findMany({ where: { orderId }, orderBy: { seatIndex: 'asc' } })
  return { ...sale, ticketIds: tickets.map(({ id }) => id) }
}

/** Enters a good card on the order's page. Returns the status: 303 where it was accepted. */
export async function payAt(books: StripeBooks, orderId: string): Promise<number> {
  const sessions = [...books.store.tables.sessions.values()]
  const session = sessions.find((one) => one.client_reference_id === orderId)
  return books.pay(session?.id ?? '', '4242424242424242')
}

/** What Stripe's books say of an order: minor units taken and given back, how often, and what is still possible. */
export function moneyOf(books: StripeBooks, orderId: string) {
  const { sessions, intents, refunds, events } = books.store.tables
  const own = [...intents.values()].filter((intent) => intent.metadata.order === orderId)
  const ids = new Set(own.map((intent) => intent.id))
  const captures = [...events.values()].filter(
    ({ type, data }) => type === 'payment_intent.succeeded' && ids.has(String(data.object.id)),
  )
  return {
    taken: own.reduce((sum, intent) => sum + intent.amount_received, 0),
    captures: captures.length,
    refunds: [...refunds.values()].filter((refund) => ids.has(refund.payment_intent)).length,
    authorized: own.filter((intent) => intent.status === 'requires_capture').length,
    openPages: [...sessions.values()].filter(
      (one) => one.client_reference_id === orderId && one.status === 'open',
    ).length,
  }
}

/** Where an order and its seats ended, once nothing runs any more: its status, the seats', its valid tickets. */
export async function endOf(hall: TestPerformance, { orderId, seats }: SoldSeats) {
  await finishBackground()
  const order = await prisma.order.findUniqueOrThrow({ where: { id: orderId } })
  const rows = await seatRows(hall, seats)
  const tickets = await prisma.ticket.findMany({ where: { orderId, status: 'valid' } })
  const ticketIds = new Set(tickets.map((ticket) => ticket.id))
  const own = rows.filter((row) => row.status === 'sold' && ticketIds.has(row.ticketId ?? ''))
  return { status: order.status, seatsSold: own.length, tickets: tickets.length, rows }
}

/** Everybody's time is over, and what is left between two steps is finished. */
export async function endAllSales(hall: TestPerformance, fans: Fan[]): Promise<void> {
  await finishBackground()
  for (const fan of fans) await endHoldIn(fan, hall, -1)
  while ((await expireOrders()) > 0);
  while ((await reconcilePayments(new Date(Date.now() + 60_000))) > 0) await finishBackground()
}

/** Calls at about `ms` from now, a little before or after. */
export async function around<T>(ms: number, call: () => Promise<T>, spreadMs = 16): Promise<T> {
  await sleep(Math.max(0, ms + (Math.random() - 0.5) * spreadMs))
  return call()
}
