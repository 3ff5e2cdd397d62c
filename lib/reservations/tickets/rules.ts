import { ok, type Result, refuse } from '@/lib/platform/result'
import type { LockedOrder } from '../orders/types'
import type { Sale } from '../sales/types'
import type { SoldTicket, TicketFacts } from './types'

/** A ticket is at hand until the evening is over: people come late, and to be let in again. */
const EVENING_MS = 8 * 3_600_000

/** A ticket of an order that admits, and is still its buyer's to show. */
export function isAtHand(ticket: Pick<TicketFacts, 'status' | 'passedOn'>): boolean {
  return ticket.status === 'valid' && !ticket.passedOn
}

/** Performances that began before this moment are over. */
export function overSince(now: Date): Date {
  return new Date(now.getTime() - EVENING_MS)
}

/** When a performance that begins then is over. */
export function overAt(startsAt: Date): Date {
  return new Date(startsAt.getTime() + EVENING_MS)
}

/** The seats an order sells, each as the ticket of that id. */
export function toSales(order: LockedOrder, ticketIds: Map<string, string>): Sale[] {
  return order.lines.map(({ id, performanceId, seatIndex, priceAmount, discountAmount }) => ({
    // A seat is held at its full price.
    ...{ performanceId, seatIndex, priceAmount: priceAmount + discountAmount },
    ticketId: ticketIds.get(id) ?? '',
  }))
}

/**
 * Which of the tickets sold are given back: those asked for, each once, or all that are still valid. Refuses as
 * `unknown_ticket` what is not among them, as `void` what was taken back before, or where nothing is left to take.
 */
export function pickRefundable(
  sold: SoldTicket[],
  asked: string[] | 'all',
): Result<SoldTicket[], 'unknown_ticket' | 'void'> {
  const wanted = new Set(asked === 'all' ? [] : asked.map((id) => id.toLowerCase()))
  const picked = sold.filter(({ id, status }) => (asked === 'all' ? status === 'valid' : wanted.has(id)))
  if (asked !== 'all' && picked.length < wanted.size) return refuse('unknown_ticket')
  if (picked.length === 0 || picked.some(({ status }) => status === 'void')) return refuse('void')
  return ok(picked)
}
