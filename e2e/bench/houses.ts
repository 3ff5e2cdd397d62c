import { makeRandom } from '@/lib/events/posters/random'
import { pool } from '@/lib/platform/db'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { SEAT_STATE } from '@/lib/seat-map/plan'
import { chooseBlocked, chooseSold } from '@/prisma/seed/sales/choose-seats'
import type { TestPerformance } from '@/prisma/testing'

/** How every seat stands; how seats were chosen decides how far that can be packed. */
export type House = { name: string; states: Uint8Array; atMost?: number }

const MOST_BYTES = 18_000

/** From what houses look like to what none ever will: the worst for a format of two bits a seat. */
export function makeHouses(map: SeatMap): House[] {
  return [
    { name: 'half sold as houses fill, parties holding', states: fillAsFansDo(map), atMost: MOST_BYTES },
    {
      name: '45 % sold, 6 % held, 2 % blocked, each seat by lot',
      states: drawLots(map.seatCount, [0.47, 0.06, 0.45, 0.02]),
      atMost: MOST_BYTES,
    },
    {
      name: 'all four states alike, by lot (no code beats 25,000)',
      states: drawLots(map.seatCount, [0.25, 0.25, 0.25, 0.25]),
    },
  ]
}

function fillAsFansDo(map: SeatMap): Uint8Array {
  const random = makeRandom('bench-house')
  const states = new Uint8Array(map.seatCount)
  const blocked = new Set(chooseBlocked(map, random))
  for (const seat of blocked) states[seat] = SEAT_STATE.blocked
  for (const party of chooseSold(map, 0.55, blocked, random)) {
    const state = random.chance(0.06) ? SEAT_STATE.held : SEAT_STATE.sold
    for (const seat of party) states[seat] = state
  }
  return states
}

/** `shares` of free, held, sold, blocked. */
function drawLots(seatCount: number, shares: readonly number[]): Uint8Array {
  const random = makeRandom('bench-lots')
  return Uint8Array.from({ length: seatCount }, () => {
    let left = random.between(0, 1)
    const state = shares.findIndex((share) => {
      left -= share
      return left < 0
    })
    return Math.max(0, state)
  })
}

/**
 * Makes a performance's seats stand so. Sold ones without their tickets and orders, which nobody reads here and which
 * would take minutes: this database is thrown away, so its foreign keys may sleep.
 */
export async function storeStates(hall: TestPerformance, states: Uint8Array): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('SET statement_timeout = 0; SET session_replication_role = replica')
    await client.query(
      `UPDATE performance_seat s SET
         status = (ARRAY['free', 'held', 'sold', 'blocked'])[n.state + 1]::seat_status,
         hold_id = CASE n.state WHEN 1 THEN gen_random_uuid() END,
         held_until = CASE n.state WHEN 1 THEN now() + interval '30 minutes' END,
         ticket_type_id = CASE WHEN n.state IN (1, 2) THEN $3::uuid END,
         price_amount = CASE WHEN n.state IN (1, 2) THEN 4500 END,
         ticket_id = CASE n.state WHEN 2 THEN gen_random_uuid() END
       FROM unnest($2::int[]) WITH ORDINALITY AS n(state, place)
       WHERE s.performance_id = $1 AND s.seat_index = n.place - 1`,
      [hall.performanceId, [...states], hall.ticketTypeIds[0]],
    )
    await client.query('VACUUM ANALYZE performance_seat')
    await client.query('RESET session_replication_role; RESET statement_timeout')
  } finally {
    client.release()
  }
}
