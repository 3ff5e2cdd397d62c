import { enqueue } from '@/lib/platform/jobs'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { findTicket } from '@/lib/reservations/tickets/queries'
import { endOffer, findOpenOffer, lockTicket } from '@/lib/reservations/transfers/store'

/**
 * Takes an offer of a ticket back, which nobody has accepted yet; the friend is told. Repeating it is harmless.
 * `not_found`: it is not, or no longer, the ticket of whoever asks: the friend was quicker.
 */
export async function takeBackTicket({
  access,
  ticketId,
}: {
  access: OrderAccess
  ticketId: string
}): Promise<Result<null, 'not_found'>> {
  const seen = await findTicket(ticketId, access)
  if (!seen) return refuse('not_found')
  return inTransaction(async (tx) => {
    const ticket = await lockTicket(tx, seen.id)
    if (ticket?.serial !== seen.serial) return refuse('not_found')
    const offer = await findOpenOffer(tx, ticket.id)
    if (!offer) return ok(null)
    await endOffer(tx, offer.id, 'taken_back')
    await enqueue(tx, 'send-transfer-mail', { transferId: offer.id, kind: 'taken_back' })
    return ok(null)
  })
}
