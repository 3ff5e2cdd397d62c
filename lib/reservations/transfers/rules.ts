import { ok, type Refusal, type Result, refuse } from '@/lib/platform/result'
import type { CartOwner } from '../types'
import type { LockedTicket, LockedTransfer } from './types'

export type OfferRefusal = 'void' | 'not_authorized' | 'not_transferable' | 'too_late' | 'already_admitted'

/** Whether a ticket may change hands now; null where it may. */
export function refuseTransfer(ticket: LockedTicket, now: Date): Refusal<OfferRefusal> | null {
  if (ticket.status === 'void') return refuse('void')
  if (ticket.isAdmitted) return refuse('already_admitted')
  // Until its money is taken a ticket can still go back.
  if (ticket.orderStatus !== 'paid' && ticket.orderStatus !== 'partially_refunded') {
    return refuse('not_authorized')
  }
  if (!ticket.transferable) return refuse('not_transferable')
  if (ticket.startsAt <= now) return refuse('too_late')
  return null
}

/** What accepting an offer does: the ticket changes hands now, it is theirs already, or it is refused. */
export function decideAccept(
  ticket: LockedTicket,
  transfer: LockedTransfer,
  who: CartOwner,
  now: Date,
): Result<'accept' | 'accepted', OfferRefusal | 'offer_ended'> {
  if (transfer.status === 'accepted' && isOwner(ticket, who)) return ok('accepted')
  if (transfer.status !== 'offered') return refuse('offer_ended')
  return refuseTransfer(ticket, now) ?? ok('accept')
}

function isOwner({ ownerUserId, ownerGuestId }: LockedTicket, who: CartOwner): boolean {
  return 'userId' in who ? ownerUserId === who.userId : ownerGuestId === who.guestId
}
