import { admitTicket } from '@/lib/coordinator/admit-ticket'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { refundOrder } from '@/lib/coordinator/refund-order'
import { refundPayment } from '@/lib/coordinator/refund-payment'
import { returnTicket } from '@/lib/coordinator/return-ticket'
import { syncPayment } from '@/lib/coordinator/sync-payment'
import { takeCalledSeats } from '@/lib/coordinator/take-called-seats'
import { viewTicket } from '@/lib/coordinator/view-tickets'
import { prisma } from '@/lib/platform/db'
import type { WaitingView } from '@/lib/reservations/waiting-list/types'
import { blockDraft, createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { finishBackground } from '../../fixtures/background'
import { checkOutAs, type Fan, must, newFan } from '../../fixtures/fans'
import type { StripeBooks } from '../../fixtures/stripe-books'
import { join } from './line'
import { payAt, startAuthorized, type TestSale } from './till'

/** A ticket, and how its owner asks for it. */
export type Asked = { access: { guestId: string }; ticketId: string }
export type SoldOut = { hall: TestPerformance; sale: TestSale; tickets: Asked[]; ticket: Asked }

/** A house of `count` seats, all sold: in one order, and its tickets in the order of their seats. */
export async function soldOut(books: StripeBooks, count: number): Promise<SoldOut> {
  const hall = await createTestPerformance({ draft: blockDraft(1, count) })
  const seats = Array.from({ length: count }, (_, seat) => seat)
  const sale = await startAuthorized(books, hall, seats)
  must(await confirmOrder(sale.request))
  await finishBackground()
  const where = { orderId: sale.orderId }
  const rows = await prisma.ticket.findMany({ where, orderBy: { seatIndex: 'asc' } })
  const tickets = rows.map(({ id }) => ({ access: sale.fan.owner, ticketId: id }))
  return { hall, sale, tickets, ticket: tickets[0] as Asked }
}

/** The only ticket is returned, and somebody who waited is called with it. */
export async function returnedAndCalled(books: StripeBooks): Promise<SoldOut & { entry: WaitingView }> {
  const house = await soldOut(books, 1)
  const entry = await join(house.hall)
  must(await returnTicket(house.ticket))
  await finishBackground()
  return { ...house, entry }
}

/** Takes the seats somebody was called with, checks out and pays; to be confirmed. */
export async function startBuying(books: StripeBooks, entry: { key: string }, fan?: Fan) {
  const buyer = fan ?? (await newFan())
  must(await takeCalledSeats({ owner: buyer.owner, key: entry.key }))
  const { order } = must(await checkOutAs(buyer))
  await payAt(books, order.id)
  must(await syncPayment(order.id))
  return { fan: buyer, orderId: order.id, request: { access: buyer.owner, orderId: order.id } }
}

export const ticketRow = ({ ticketId }: Asked) => prisma.ticket.findUniqueOrThrow({ where: { id: ticketId } })

export async function orderStatus(id: string) {
  return (await prisma.order.findUniqueOrThrow({ where: { id } })).status
}

/** A ticket as its owner sees it. */
export async function ticketOf({ access, ticketId }: Asked) {
  return (await viewTicket(access, ticketId))?.ticket
}

/** What became of a ticket's returns, the first first. */
export async function returnsOf({ ticketId }: Asked) {
  const rows = await prisma.ticketReturn.findMany({ where: { ticketId }, orderBy: { createdAt: 'asc' } })
  return rows.map(({ status }) => status)
}

/** Its owner is at the door. */
export async function scan({ organizerId, performanceId }: TestPerformance, asked: Asked) {
  const code = (await ticketOf(asked))?.code ?? ''
  return admitTicket({ organizerId, performanceId, input: { code } })
}

/** What the jobs of refunds do: the money goes back at Stripe. */
export async function runRefunds(): Promise<void> {
  const due = await prisma.refund.findMany({ where: { status: 'due' }, select: { id: true } })
  for (const { id } of due) must(await refundPayment(id))
}

/** Everything given back at Stripe for an order, minor units. */
export function givenBack(books: StripeBooks, orderId: string): number {
  const { intents, refunds } = books.store.tables
  const own = [...intents.values()].filter(({ metadata }) => metadata.order === orderId).map(({ id }) => id)
  return [...refunds.values()]
    .filter((one) => own.includes(one.payment_intent))
    .reduce((sum, { amount }) => sum + amount, 0)
}

/** The organizer gives back all tickets of an order. */
export const refundAll = ({ organizerId }: TestPerformance, orderId: string) =>
  refundOrder({ organizerId, orderId, tickets: 'all' })
