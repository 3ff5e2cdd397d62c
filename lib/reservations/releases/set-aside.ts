import { Prisma } from '@/lib/platform/db'
import type { Tx } from '@/lib/platform/transaction'
import { FREE_SEATS } from './free-seats'

/**
 * Sets those of a performance's free seats aside that somebody waits for; the others stay free. The caller has made them
 * free in this transaction, so that nobody saw them.
 */
export async function setAside(tx: Tx, performanceId: string, seatIndexes: number[]): Promise<void> {
  await tx.$executeRaw`
    WITH locked AS (
      SELECT performance_id, seat_index, hold_id, ticket_id FROM performance_seat
      WHERE performance_id = ${performanceId}::uuid AND seat_index = ANY (${seatIndexes}::int[]) AND status = 'free'
      ORDER BY seat_index FOR UPDATE
    ), ${Prisma.raw(FREE_SEATS)}
    SELECT count(*) FROM freed`
}
