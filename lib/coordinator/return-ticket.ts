import { enqueue } from '@/lib/platform/jobs'
import { countAgainst } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { type ReturnRefusal, refuseReturn } from '@/lib/reservations/returns/rules'
import { createReturn, findOpenReturn, readReturnable } from '@/lib/reservations/returns/store'
import { findTicket } from '@/lib/reservations/tickets/queries'
import { findOpenOffer, lockTicket } from '@/lib/reservations/transfers/store'
import { callSoon } from './call-next-in-line'

/**
 * Offers a ticket back to the waiting list, for what was paid for it. It stays valid and whose it is until somebody in
 * line has bought it; then it is void and the money goes back. Refusals, nothing is changed: `not_found` for whoever it
 * is not; `not_returnable` where the organizer forbids it, or it was passed on, cost nothing, or was not paid by card
 * here; `already_returned`; `already_offered` to a friend; `void`, `already_admitted`, `too_late` once the performance
 * has begun; `not_authorized` while its money is not taken; `rate_limited`.
 */
export async function returnTicket({
  access,
  ticketId,
}: {
  access: OrderAccess
  ticketId: string
}): Promise<
  Result<null, ReturnRefusal | 'not_found' | 'already_returned' | 'already_offered' | 'rate_limited'>
> {
  const seen = await findTicket(ticketId, access)
  if (!seen) return refuse('not_found')
  const counted = await countAgainst([
    { name: 'return-ticket', parts: [seen.id], limit: 10, windowSeconds: 3_600 },
  ])
  if (!counted.ok) return counted
  const returned = await inTransaction(async (tx) => {
    const ticket = await lockTicket(tx, seen.id)
    // It has changed hands since: it is no more whoever asks's.
    if (ticket?.serial !== seen.serial) return refuse('not_found')
    const refusal = refuseReturn(await readReturnable(tx, ticket), new Date())
    if (refusal) return refusal
    if (await findOpenReturn(tx, ticket.id)) return refuse('already_returned')
    if (await findOpenOffer(tx, ticket.id)) return refuse('already_offered')
    const returnId = await createReturn(tx, ticket.id)
    await enqueue(tx, 'send-return-mail', { returnId, kind: 'open' })
    return ok(null)
  })
  if (returned.ok) callSoon(seen.performanceId)
  return returned
}
