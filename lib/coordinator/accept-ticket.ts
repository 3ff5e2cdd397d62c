import { enqueue } from '@/lib/platform/jobs'
import { parse } from '@/lib/platform/parse'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { findOffer } from '@/lib/reservations/transfers/queries'
import { decideAccept, type OfferRefusal } from '@/lib/reservations/transfers/rules'
import { holderSchema } from '@/lib/reservations/transfers/schema'
import { acceptOffer, findOfferLocked } from '@/lib/reservations/transfers/store'
import type { CartOwner } from '@/lib/reservations/types'

/**
 * A friend accepts a ticket: it is theirs alone from then on, under their name and a new code; the code before admits
 * nobody. All in one transaction, under the locks that taking it back, refunding it and the door take too. Whoever has
 * accepted may repeat it. Refusals, nothing is changed: `not_found` for a key that is none, `offer_ended` where it was
 * taken back or somebody accepted, and whatever else forbids that the ticket changes hands.
 */
export async function acceptTicket({
  offerKey,
  name,
  owner,
}: {
  offerKey: string
  /** The name to print on it. */
  name: string
  owner: CartOwner
}): Promise<
  Result<{ ticketId: string; key: string }, OfferRefusal | 'not_found' | 'invalid' | 'offer_ended'>
> {
  if (!(await findOffer(offerKey))) return refuse('not_found')
  const holder = parse(holderSchema, name)
  if (!holder.ok) return holder
  return inTransaction(async (tx) => {
    const found = await findOfferLocked(tx, offerKey)
    if (!found) return refuse('not_found')
    const { ticket, transfer } = found
    const decision = decideAccept(ticket, transfer, owner, new Date())
    if (!decision.ok) return decision
    if (decision.value === 'accepted') return ok({ ticketId: ticket.id, key: ticket.ownerKey ?? '' })
    const key = await acceptOffer(tx, ticket, transfer, { holder: holder.value, owner })
    await enqueue(tx, 'send-transfer-mail', { transferId: transfer.id, kind: 'accepted' })
    await enqueue(tx, 'send-transfer-mail', { transferId: transfer.id, kind: 'gone' })
    return ok({ ticketId: ticket.id, key })
  })
}
