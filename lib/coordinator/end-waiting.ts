import { enqueue } from '@/lib/platform/jobs'
import { inTransaction } from '@/lib/platform/transaction'
import { endWaits } from '@/lib/reservations/calls/store'
import { endReturns } from '@/lib/reservations/returns/store'
import { forgetOldEntries } from '@/lib/reservations/waiting-list/store'

/**
 * Performances began, or were called off: nobody waits for them any more, and tickets that were returned and not bought
 * stay whose they are, which their owners hear. Places that were over long ago are forgotten. Returns how many of both.
 */
export async function endWaiting(): Promise<number> {
  return inTransaction(async (tx) => {
    await forgetOldEntries(tx)
    const waits = await endWaits(tx)
    const returns = await endReturns(tx)
    for (const returnId of returns) await enqueue(tx, 'send-return-mail', { returnId, kind: 'unsold' })
    return waits + returns.length
  })
}
