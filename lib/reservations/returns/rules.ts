import { type Refusal, refuse } from '@/lib/platform/result'
import type { OrderStatus } from '../orders/types'
import type { TicketStatus } from '../tickets/types'

export type ReturnRefusal = 'void' | 'already_admitted' | 'not_authorized' | 'not_returnable' | 'too_late'

/** What decides whether a ticket may be offered back. */
export type ReturnableTicket = {
  status: TicketStatus
  isAdmitted: boolean
  orderStatus: OrderStatus
  /** It is its buyer's: not passed on. */
  isBuyers: boolean
  /** Minor units, as it was paid. */
  priceAmount: number
  /** Its payment can be given back: one of the provider's, not the box office's. */
  isPaidByCard: boolean
  /** The organizer allows it, and the performance is not called off. */
  returnable: boolean
  startsAt: Date
}

/** Whether a ticket may be offered back to the waiting list now; null where it may. */
export function refuseReturn(ticket: ReturnableTicket, now: Date): Refusal<ReturnRefusal> | null {
  if (ticket.status === 'void') return refuse('void')
  if (ticket.isAdmitted) return refuse('already_admitted')
  if (ticket.orderStatus !== 'paid' && ticket.orderStatus !== 'partially_refunded') {
    return refuse('not_authorized')
  }
  if (!ticket.returnable || !ticket.isBuyers || !ticket.isPaidByCard || ticket.priceAmount === 0) {
    return refuse('not_returnable')
  }
  if (ticket.startsAt <= now) return refuse('too_late')
  return null
}
