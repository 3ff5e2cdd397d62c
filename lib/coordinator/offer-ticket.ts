import { enqueue } from '@/lib/platform/jobs'
import { parse } from '@/lib/platform/parse'
import { countAgainst } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { findOpenReturn } from '@/lib/reservations/returns/store'
import { findTicket } from '@/lib/reservations/tickets/queries'
import { type OfferRefusal, refuseTransfer } from '@/lib/reservations/transfers/rules'
import { friendSchema } from '@/lib/reservations/transfers/schema'
import { createOffer, findOpenOffer, lockTicket } from '@/lib/reservations/transfers/store'
import type { Friend } from '@/lib/reservations/transfers/types'

const HOUR = 3_600

/**
 * Offers a ticket to a friend, who gets a mail with a link. It stays whose it is, and its code good, until they accept.
 * Refusals, nothing is changed: `not_found` for whoever it is not; `invalid` for a name or address that is none;
 * `not_transferable` where the organizer forbids it; `already_offered`; `already_returned` to the waiting list; `void`, `already_admitted`, `too_late` once the
 * performance has begun; `not_authorized` while its money is not taken; `rate_limited`.
 */
export async function offerTicket({
  access,
  ticketId,
  to,
}: {
  access: OrderAccess
  ticketId: string
  to: Friend
}): Promise<
  Result<
    { transferId: string; to: Friend },
    OfferRefusal | 'not_found' | 'invalid' | 'already_offered' | 'already_returned' | 'rate_limited'
  >
> {
  const seen = await findTicket(ticketId, access)
  if (!seen) return refuse('not_found')
  const parsed = parse(friendSchema, to)
  if (!parsed.ok) return parsed
  const counted = await countAgainst([
    { name: 'offer-ticket', parts: [seen.id], limit: 5, windowSeconds: HOUR },
    { name: 'offer-order', parts: [seen.orderId], limit: 20, windowSeconds: HOUR },
  ])
  if (!counted.ok) return counted
  return inTransaction(async (tx) => {
    const ticket = await lockTicket(tx, seen.id)
    // It has changed hands since: it is no more whoever asks's.
    if (ticket?.serial !== seen.serial) return refuse('not_found')
    const refusal = refuseTransfer(ticket, new Date())
    if (refusal) return refusal
    if (await findOpenOffer(tx, ticket.id)) return refuse('already_offered')
    if (await findOpenReturn(tx, ticket.id)) return refuse('already_returned')
    const transferId = await createOffer(tx, ticket, parsed.value)
    await enqueue(tx, 'send-transfer-mail', { transferId, kind: 'offered' })
    return ok({ transferId, to: parsed.value })
  })
}
