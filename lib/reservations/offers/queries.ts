import { prisma } from '@/lib/platform/db'
import { holdIdOf } from '../holds/rules'
import type { StandingOffer } from './types'

/** What is offered to a cart at a performance at this moment. */
export async function findOffer(cartId: string, performanceId: string): Promise<StandingOffer | null> {
  const [offer] = await prisma.$queryRaw<StandingOffer[]>`
    SELECT h.offer_id AS id, h.offered_for AS "lostIndexes",
      array_agg(s.seat_index ORDER BY s.seat_index) AS "seatIndexes",
      array_agg(s.ticket_type_id::text ORDER BY s.seat_index) AS "ticketTypeIds"
    FROM hold h
    JOIN performance_seat s ON s.performance_id = h.performance_id AND s.seat_index = ANY (h.offered_indexes)
      AND s.hold_id = h.offer_id
    WHERE h.id = ${holdIdOf(cartId, performanceId)}::uuid AND h.offered_until > clock_timestamp()
    GROUP BY h.id`
  return offer ?? null
}
