import { pool } from '@/lib/platform/db'
import { Exhausted } from './measure'

/** Hands out each seat of a performance once, in random order, and counts what it gave. */
export type SeatSupply = { take(count: number): number[] }

export function shuffleSeats(seatCount: number): SeatSupply {
  const seats = Array.from({ length: seatCount }, (_, index) => index)
  for (let i = seats.length - 1; i > 0; i -= 1) {
    const j = Math.floor(Math.random() * (i + 1))
    const swap = seats[i] as number
    seats[i] = seats[j] as number
    seats[j] = swap
  }
  let next = 0
  return {
    take(count) {
      if (next + count > seats.length) throw new Exhausted()
      next += count
      return seats.slice(next - count, next)
    },
  }
}

/** Puts a performance back to all free, as if nobody had been there: the same start for every contender. */
export async function freeAllSeats(performanceId: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('SET statement_timeout = 0')
    await client.query(
      `UPDATE performance_seat SET status = 'free', hold_id = NULL, held_until = NULL, ticket_type_id = NULL,
         price_amount = NULL WHERE performance_id = $1 AND status <> 'free'`,
      [performanceId],
    )
    await client.query('TRUNCATE hold, seat_change, seat_batch')
    await client.query('VACUUM ANALYZE performance_seat')
    await client.query('CHECKPOINT')
    await client.query('RESET statement_timeout')
  } finally {
    client.release()
  }
}
