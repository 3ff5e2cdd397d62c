import type { TicketDocument } from '@/lib/delivery/documents/types'
import { describeSeat } from '@/lib/delivery/words/rules'
import { findOrder } from '@/lib/reservations/orders/queries'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { findTicket, findTickets, findTicketsAhead } from '@/lib/reservations/tickets/queries'
import { overAt, overSince } from '@/lib/reservations/tickets/rules'
import type { TicketFacts } from '@/lib/reservations/tickets/types'
import { composeTickets } from './compose-documents'
import { describeSeats } from './describe-seats'

/** A ticket as its holder carries it: what is printed on it, and what can be done with it. */
export type PocketTicket = TicketDocument &
  Pick<
    TicketFacts,
    'orderId' | 'status' | 'passedOn' | 'offer' | 'transferable' | 'return' | 'isReturnable'
  > & {
    eventSlug: string
    imageUrl: string | null
    /** The seat in words. */
    words: string
    /** When the evening is over, and the ticket of no more use. */
    overAt: Date
  }

/** All valid tickets that are still ahead, for whose they are: by time, then seat. */
export async function viewTicketsAhead(access: OrderAccess, now = new Date()): Promise<PocketTicket[]> {
  return toPocket(await findTicketsAhead(access, overSince(now)))
}

/**
 * A ticket and those one swipes to from it: all valid ones for the same performance that `access` opens. Null for
 * whoever may not see it. One that is void or past stands alone.
 */
export async function viewTicket(
  access: OrderAccess,
  ticketId: string,
  now = new Date(),
): Promise<{ ticket: PocketTicket; all: PocketTicket[] } | null> {
  const [own, ahead] = await Promise.all([
    findTicket(ticketId, access),
    findTicketsAhead(access, overSince(now)),
  ])
  if (!own) return null
  const same = ahead.filter((one) => one.performanceId === own.performanceId)
  const all = await toPocket(same.some((one) => one.id === own.id) ? same : [own])
  const ticket = all.find((one) => one.ticketId === own.id)
  return ticket ? { ticket, all } : null
}

async function toPocket(tickets: TicketFacts[]): Promise<PocketTicket[]> {
  const printed = await composeTickets(tickets)
  return tickets.flatMap((ticket, i) => {
    const paper = printed[i]
    if (!paper) return []
    const { orderId, status, passedOn, offer, transferable, isReturnable } = ticket
    const { slug: eventSlug, imageUrl } = ticket.event
    const words = describeSeat(paper.seat)
    const facts = { orderId, status, passedOn, offer, transferable, isReturnable, eventSlug, imageUrl, words }
    return [{ ...paper, ...facts, return: ticket.return, overAt: overAt(ticket.startsAt) }]
  })
}

/** Tickets of an order that were passed on: which seats, and to whom. For whoever may see the order. */
export async function viewPassedOn(
  access: OrderAccess,
  orderId: string,
): Promise<{ ticketId: string; words: string; holder: string; email: string }[]> {
  if (!(await findOrder(orderId, access))) return []
  const gone = (await findTickets(orderId)).filter((ticket) => ticket.passedOn)
  const words = await describeSeats(gone)
  return gone.map((ticket) => ({
    ...{ ticketId: ticket.id, holder: ticket.holder, email: ticket.passedOn?.email ?? '' },
    words: words.get(ticket) ?? ticket.seat.label,
  }))
}
