import { Prisma, prisma } from '@/lib/platform/db'
import { newId, newSecret } from '@/lib/platform/ids'
import type { Tx } from '@/lib/platform/transaction'
import { FREE_SEATS } from '../releases/free-seats'
import type { CartOwner } from '../types'

export type NewEntry = {
  performanceId: string
  category: number
  seatCount: number
  takesFewer: boolean
  name: string
  email: string
  phone: string | null
  locale: string
  owner: CartOwner
}

/**
 * Adds somebody at the end of the line. Null where their email stands in it already: the index that keeps one of them
 * decides, for two who join at the same moment too.
 */
export async function insertEntry(tx: Tx, entry: NewEntry): Promise<{ id: string; key: string } | null> {
  const { performanceId, category, seatCount, takesFewer, name, email, phone, locale, owner } = entry
  const userId = 'userId' in owner ? owner.userId : null
  const guestId = 'guestId' in owner ? owner.guestId : null
  const rows = await tx.$queryRaw<{ id: string; key: string }[]>`
    INSERT INTO waiting_entry (id, performance_id, category, seat_count, takes_fewer, name, email, phone, locale,
      user_id, guest_id, key)
    VALUES (${newId()}::uuid, ${performanceId}::uuid, ${category}, ${seatCount}, ${takesFewer}, ${name}, ${email},
      ${phone}, ${locale}, ${userId}::uuid, ${guestId}::uuid, ${newSecret('tbw_')})
    ON CONFLICT DO NOTHING RETURNING id, key`
  return rows[0] ?? null
}

/** The place in a line that an email has, and how it stands; null where it has none any more. */
export async function findLiveEntry(
  tx: Tx,
  { performanceId, category, email }: Pick<NewEntry, 'performanceId' | 'category' | 'email'>,
): Promise<{ id: string; isCalled: boolean } | null> {
  const rows = await tx.$queryRaw<{ id: string; isCalled: boolean }[]>`
    SELECT id, status = 'called' AS "isCalled" FROM waiting_entry
    WHERE performance_id = ${performanceId}::uuid AND category = ${category} AND lower(email) = lower(${email})
      AND status IN ('waiting', 'called')`
  return rows[0] ?? null
}

/**
 * Takes somebody out of the line who is not called at this moment. False where they are, or wait no more: being called
 * and leaving exclude each other by the entry's row.
 */
export async function leaveLine(key: string): Promise<boolean> {
  const { count } = await prisma.waitingEntry.updateMany({
    where: { key, status: 'waiting' },
    data: { status: 'left', endedAt: new Date() },
  })
  return count > 0
}

/**
 * Lets the seats go that somebody was called with: locks on them in key order, then on the entry, as a call does. They
 * go where `FREE_SEATS` says. Null where the entry is not called, or what it was called with was taken a moment ago.
 */
export async function letSeatsGo(
  tx: Tx,
  key: string,
  as: 'left' | 'missed',
): Promise<{ performanceId: string } | null> {
  const [ended] = await tx.$queryRaw<{ performanceId: string }[]>`
    WITH called AS (
      SELECT id, performance_id, seat_indexes FROM waiting_entry WHERE key = ${key} AND status = 'called'
    ), locked AS (
      SELECT s.performance_id, s.seat_index, s.hold_id, s.ticket_id FROM performance_seat s
      JOIN called c ON s.performance_id = c.performance_id AND s.seat_index = ANY (c.seat_indexes)
      WHERE s.status = 'held' AND s.hold_id = c.id
      ORDER BY s.performance_id, s.seat_index FOR UPDATE OF s
    ), ${Prisma.raw(FREE_SEATS)}
    UPDATE waiting_entry w SET status = ${as}::waiting_status, ended_at = clock_timestamp()
    FROM called c
    WHERE w.id = c.id AND w.status = 'called' AND (SELECT count(*) FROM freed) >= 0
    RETURNING w.performance_id AS "performanceId"`
  return ended ?? null
}

/**
 * Forgets where an account waits and waited. Who is called at this moment lets the seats go; returns the performances
 * where any were.
 */
export async function forgetEntries(tx: Tx, userId: string): Promise<string[]> {
  const data = { status: 'left', endedAt: new Date() } as const
  await tx.waitingEntry.updateMany({ where: { userId, status: 'waiting' }, data })
  const called = await tx.waitingEntry.findMany({
    where: { userId, status: 'called' },
    select: { key: true },
  })
  const freed = []
  for (const { key } of called) freed.push(await letSeatsGo(tx, key, 'left'))
  await tx.waitingEntry.deleteMany({ where: { userId } })
  return freed.flatMap((one) => (one ? [one.performanceId] : []))
}

/** How long a place that is over is kept: who had it may ask what became of it. */
const KEPT_DAYS = 90

/** Forgets who waited long ago. */
export async function forgetOldEntries(tx: Tx): Promise<void> {
  await tx.waitingEntry.deleteMany({
    where: { endedAt: { lt: new Date(Date.now() - KEPT_DAYS * 86_400_000) } },
  })
}
