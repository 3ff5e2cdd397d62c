import { pool } from '@/lib/platform/db'
import type { Claim, ClaimOutcome } from '@/lib/reservations/holds/types'
import type { TestPerformance } from '@/prisma/testing'
import type { SeatSupply } from './seat-supply'

/** What a claim writes to the seats, and nothing else: no hold, no limit, no outbox. The roof of what can be had. */
export const BARE_SQL = `
WITH locked AS (
  SELECT seat_index FROM performance_seat WHERE performance_id = $1 AND seat_index = ANY ($2)
  ORDER BY seat_index FOR UPDATE
) UPDATE performance_seat s SET status = 'held', hold_id = $3, held_until = now() + interval '10 minutes',
    ticket_type_id = $4, price_amount = 4500
  FROM locked l WHERE s.performance_id = $1 AND s.seat_index = l.seat_index`

/** The bare statement, through the app's own pool. */
export async function claimBare({ cartId, performanceId, seatIndexes, ticketTypeIds }: Claim): Promise<void> {
  const values = [performanceId, seatIndexes, cartId, ticketTypeIds[0]]
  await pool.query({ name: 'bench-bare', text: BARE_SQL, values })
}

/** Makes claims of `size` fresh seats, each by the next cart. */
export function makeClaims(hall: TestPerformance, carts: string[], size: number) {
  let nextCart = 0
  return (supply: SeatSupply): Claim => {
    const seatIndexes = supply.take(size)
    nextCart = (nextCart + 1) % carts.length
    const type = hall.ticketTypeIds[0] as string
    return {
      ...{ cartId: carts[nextCart] as string, performanceId: hall.performanceId, seatIndexes },
      ...{ ticketTypeIds: seatIndexes.map(() => type), chosenType: false },
    }
  }
}

export async function expectGranted(outcome: Promise<ClaimOutcome | undefined>): Promise<void> {
  if (!(await outcome)?.granted) throw new Error('a claim of free seats was refused')
}
