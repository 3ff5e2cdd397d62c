import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { endReturn, findOpenReturn, lockOwnSeat } from '@/lib/reservations/returns/store'
import { findTicket } from '@/lib/reservations/tickets/queries'
import { lockTicket } from '@/lib/reservations/transfers/store'

/**
 * Takes a ticket back that was offered to the waiting list. Repeating it is harmless. `being_bought`: somebody in line
 * holds its seat at this moment; if they do not buy it, it can be taken back again. `not_found`: it is not the ticket of
 * whoever asks.
 */
export async function takeBackReturn({
  access,
  ticketId,
}: {
  access: OrderAccess
  ticketId: string
}): Promise<Result<null, 'not_found' | 'being_bought'>> {
  const seen = await findTicket(ticketId, access)
  if (!seen) return refuse('not_found')
  return inTransaction(async (tx) => {
    const ticket = await lockTicket(tx, seen.id)
    if (ticket?.serial !== seen.serial) return refuse('not_found')
    const isOwn = await lockOwnSeat(tx, ticket.id)
    const returnId = await findOpenReturn(tx, ticket.id)
    if (!returnId) return ok(null)
    if (!isOwn) return refuse('being_bought')
    await endReturn(tx, returnId, 'taken_back')
    return ok(null)
  })
}
