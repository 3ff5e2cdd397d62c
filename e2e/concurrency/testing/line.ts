import { joinWaitingList } from '@/lib/coordinator/join-waiting-list'
import { releaseSeats } from '@/lib/coordinator/release-seats'
import { takeCalledSeats } from '@/lib/coordinator/take-called-seats'
import { viewWaitingEntry } from '@/lib/coordinator/view-waiting'
import { pool, prisma } from '@/lib/platform/db'
import { newId, newReference } from '@/lib/platform/ids'
import { holdIdOf } from '@/lib/reservations/holds/rules'
import type { WaitingView } from '@/lib/reservations/waiting-list/types'
import { blockDraft, createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { finishBackground } from '../../fixtures/background'
import { type Fan, hold, must, newFan } from '../../fixtures/fans'

export type House = { hall: TestPerformance; fans: Fan[] }

/** A house of `count` seats in one row, each in the cart of a fan of its own: nothing is left. */
export async function fullHouse(count: number): Promise<House> {
  const hall = await createTestPerformance({ draft: blockDraft(1, count) })
  const fans = await Promise.all(
    Array.from({ length: count }, async (_, seat) => {
      const fan = await newFan()
      if (!(await hold(fan, hall, [seat]))) throw new Error(`seat ${seat} is taken`)
      return fan
    }),
  )
  return { hall, fans }
}

type Wish = { seatCount?: number; takesFewer?: boolean; email?: string; category?: number }

/** What a fan says who joins. */
export function wishOf({ seatCount = 1, takesFewer = false, email, category = 0 }: Wish = {}) {
  const address = email ?? `grace-${newReference(6).toLowerCase()}@example.com`
  return { category, seatCount, takesFewer, name: 'Grace Example', email: address }
}

/** Asks to join; the address is another each time, as nobody here tests limits. */
export function askToJoin(hall: TestPerformance, wish: Wish = {}, owner = { guestId: newId() }) {
  const { performanceId } = hall
  return joinWaitingList({ owner, performanceId, input: wishOf(wish), locale: 'en', address: newId() })
}

/** Somebody stands at the end of the line, and whoever looked for seats for them then has looked. */
export async function join(hall: TestPerformance, wish: Wish = {}): Promise<WaitingView> {
  const entry = must(await askToJoin(hall, wish))
  await finishBackground()
  return entry
}

/** As the line sees them now. */
export async function look({ key }: { key: string }): Promise<WaitingView> {
  const view = await viewWaitingEntry(key)
  if (!view) throw new Error('nobody waits under this key')
  return view
}

/** The seats somebody is called with; empty where they are not. */
export async function calledWith(entry: { key: string }): Promise<number[]> {
  return (await look(entry)).seats.map(({ index }) => index)
}

/** Moves a call in time, as waiting would: it ends in `ms` (now, or ago). */
export async function endCallIn({ id }: { id: string }, ms: number): Promise<void> {
  await pool.query(
    `WITH w AS (
       UPDATE waiting_entry SET called_until = date_trunc('milliseconds', clock_timestamp()) + make_interval(secs => $2),
         called_at = clock_timestamp() + make_interval(secs => $2) - interval '15 minutes'
       WHERE id = $1 RETURNING *
     ) UPDATE performance_seat s SET held_until = w.called_until FROM w
       WHERE s.performance_id = w.performance_id AND s.hold_id = w.id`,
    [id, ms / 1000],
  )
}

/** How many notices of a kind were to be sent to somebody. */
export async function noticesOf({ id }: { id: string }, kind: string): Promise<number> {
  const { rows } = await pool.query(
    `SELECT 1 FROM pgboss.job WHERE name = 'send-waiting-notice' AND data ->> 'entryId' = $1 AND data ->> 'kind' = $2`,
    [id, kind],
  )
  return rows.length
}

/** Seats that are free for anyone. */
export async function freeSeats({ performanceId }: TestPerformance): Promise<number[]> {
  const where = { performanceId, status: 'free' } as const
  const rows = await prisma.performanceSeat.findMany({ where, orderBy: { seatIndex: 'asc' } })
  return rows.map(({ seatIndex }) => seatIndex)
}

/** A fan lets all their seats of a hall go, and whoever is next has been called. */
export const letGo = async (fan: Fan, hall: TestPerformance) => {
  must(await releaseSeats({ owner: fan.owner, performanceId: hall.performanceId }))
  await finishBackground()
}

/** Takes what somebody was called with, as this fan. */
export const take = (fan: Fan, entry: { key: string }) =>
  takeCalledSeats({ owner: fan.owner, key: entry.key })

/** The seats a fan's cart holds there at this moment. */
export const heldBy = async (fan: Fan, { performanceId }: TestPerformance) => {
  const holdId = holdIdOf(fan.cartId, performanceId)
  const rows = await prisma.performanceSeat.findMany({
    where: { performanceId, holdId, status: 'held', heldUntil: { gt: new Date() } },
    orderBy: { seatIndex: 'asc' },
  })
  return rows.map(({ seatIndex }) => seatIndex)
}
