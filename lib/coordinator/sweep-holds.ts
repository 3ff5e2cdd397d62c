import { enqueue } from '@/lib/platform/jobs'
import { inTransaction } from '@/lib/platform/transaction'
import { findDueCalls } from '@/lib/reservations/calls/queries'
import { sweepCalls } from '@/lib/reservations/calls/store'
import { sweepOffers } from '@/lib/reservations/offers/store'
import { sweepHolds as sweep } from '@/lib/reservations/releases/store'
import { seatsCameBack } from './call-next-in-line'

/**
 * Frees what holds, offers and calls left behind when their time was over: every map hears of it, and so does who waits
 * for such seats. Returns how many performances.
 */
export async function sweepHolds(): Promise<number> {
  const performances = new Set([...(await sweep()), ...(await sweepOffers()), ...(await endCalls())])
  for (const performanceId of performances) seatsCameBack(performanceId)
  return performances.size
}

/** Who was called and did not come is told. */
async function endCalls(): Promise<string[]> {
  if (!(await findDueCalls())) return []
  return inTransaction(async (tx) => {
    const missed = await sweepCalls(tx)
    for (const { entryId } of missed) await enqueue(tx, 'send-waiting-notice', { entryId, kind: 'missed' })
    return missed.map(({ performanceId }) => performanceId)
  })
}
