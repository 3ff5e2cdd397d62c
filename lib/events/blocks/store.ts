import type { Tx } from '@/lib/platform/transaction'

/** A change is never cut in two, and this many seats fit into one message to the maps. */
const SEATS_PER_CHANGE = 400

type AskedSeat = { seatIndex: number; status: 'free' | 'held' | 'sold' | 'blocked' }

/**
 * Locks seats of a performance in the order every claim locks them, and tells their states; a hold that has ended
 * counts as free, unless the seat is a returned ticket's or set aside for who waits. Seats the performance does not have are not in the answer.
 */
export async function lockSeats(tx: Tx, performanceId: string, seatIndexes: number[]): Promise<AskedSeat[]> {
  return tx.$queryRaw<AskedSeat[]>`
    SELECT seat_index AS "seatIndex",
      CASE WHEN status = 'held' AND held_until <= clock_timestamp() AND ticket_id IS NULL
        AND hold_id <> performance_id THEN 'free' ELSE status::text END AS status
    FROM performance_seat
    WHERE performance_id = ${performanceId}::uuid AND seat_index = ANY(${seatIndexes}::int[])
    ORDER BY seat_index
    FOR UPDATE`
}

/** Turns locked seats into house seats, or house seats back into free ones, and puts the change on the live map. */
export async function markSeats(
  tx: Tx,
  performanceId: string,
  seatIndexes: number[],
  status: 'blocked' | 'free',
): Promise<void> {
  if (seatIndexes.length === 0) return
  await tx.$executeRaw`
    UPDATE performance_seat
    SET status = ${status}::seat_status, hold_id = NULL, held_until = NULL, ticket_type_id = NULL,
      price_amount = NULL
    WHERE performance_id = ${performanceId}::uuid AND seat_index = ANY(${seatIndexes}::int[])`
  const messages = Math.ceil(seatIndexes.length / SEATS_PER_CHANGE)
  await tx.seatChange.createMany({
    data: Array.from({ length: messages }, (_, at) => ({
      performanceId,
      seatIndexes: seatIndexes.slice(at * SEATS_PER_CHANGE, (at + 1) * SEATS_PER_CHANGE),
    })),
  })
}
