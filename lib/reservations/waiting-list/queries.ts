import { prisma } from '@/lib/platform/db'
import type { WaitingFacts, WaitingSeat } from './types'

/** How `insertEntry` makes them; nothing else is asked of the database, which knows no NUL for one. */
const WAITING_KEY = /^tbw_[\w-]{43}$/

/** A row with all that its performance says of it. */
export type WaitingRow = WaitingFacts & { currency: string; seatMapId: string }

const PERFORMANCE = { select: { currency: true, seatMapId: true } } as const

/** An entry by the key of its mail's link; null for any other text. */
export async function findEntry(key: string): Promise<WaitingRow | null> {
  if (!WAITING_KEY.test(key)) return null
  const row = await prisma.waitingEntry.findUnique({ where: { key }, include: { performance: PERFORMANCE } })
  return row && toFacts(row)
}

/** The same for jobs, by its id. */
export async function findEntryById(id: string): Promise<WaitingRow | null> {
  const row = await prisma.waitingEntry.findUnique({ where: { id }, include: { performance: PERFORMANCE } })
  return row && toFacts(row)
}

/** An account's entries that are live, or ended after `since`; the newest first, at most 100. */
export async function findEntriesOf(userId: string, since: Date): Promise<WaitingRow[]> {
  const rows = await prisma.waitingEntry.findMany({
    where: { userId, OR: [{ endedAt: null }, { endedAt: { gt: since } }] },
    include: { performance: PERFORMANCE },
    orderBy: { createdAt: 'desc' },
    take: 100,
  })
  return Promise.all(rows.map(toFacts))
}

/** How many wait for each category of a performance, by its index. */
export async function countWaiting(performanceId: string): Promise<Map<number, number>> {
  const rows = await prisma.waitingEntry.groupBy({
    by: ['category'],
    where: { performanceId, status: 'waiting' },
    _count: true,
  })
  return new Map(rows.map((row) => [row.category, row._count]))
}

/** What an account asked to be called for, to take along. */
export async function findPersonEntries(userId: string) {
  return prisma.waitingEntry.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
    select: {
      ...{ seatCount: true, takesFewer: true, name: true, email: true, phone: true, locale: true },
      ...{ status: true, createdAt: true, calledAt: true, endedAt: true },
      performance: { select: { startsAt: true, event: { select: { title: true } } } },
    },
  })
}

type Row = Omit<WaitingFacts, 'ahead' | 'until' | 'seats'> & {
  calledUntil: Date | null
  seatIndexes: number[]
  performance: { currency: string; seatMapId: string }
}

async function toFacts({ calledUntil, seatIndexes: _, performance, ...row }: Row): Promise<WaitingRow> {
  const { id, key, performanceId, category, seatCount, takesFewer } = row
  const { name, email, phone, locale, status, createdAt } = row
  return {
    ...{ id, key, performanceId, category, seatCount, takesFewer, name, email, phone, locale, status },
    ...{ createdAt, ...performance },
    until: status === 'called' ? calledUntil : null,
    ahead: status === 'waiting' ? await countAhead(id) : null,
    seats: status === 'called' ? await findCalledSeats(id) : [],
  }
}

async function countAhead(id: string): Promise<number> {
  const [row] = await prisma.$queryRaw<{ ahead: number }[]>`
    SELECT count(*)::int AS ahead FROM waiting_entry own
    JOIN waiting_entry w ON w.performance_id = own.performance_id AND w.category = own.category
      AND w.status = 'waiting' AND (w.created_at, w.id) < (own.created_at, own.id)
    WHERE own.id = ${id}::uuid`
  return row?.ahead ?? 0
}

/** Those it was called with and that are held for it at this moment. */
async function findCalledSeats(id: string): Promise<WaitingSeat[]> {
  const rows = await prisma.$queryRaw<
    (Omit<WaitingSeat, 'price'> & { priceAmount: number; currency: string })[]
  >`
    SELECT s.seat_index AS index, seat.label, seat.section, seat.row, seat.number,
      s.price_amount AS "priceAmount", p.currency
    FROM waiting_entry w
    JOIN performance p ON p.id = w.performance_id
    JOIN performance_seat s ON s.performance_id = w.performance_id AND s.seat_index = ANY (w.seat_indexes)
    JOIN seat ON seat.seat_map_id = s.seat_map_id AND seat.index = s.seat_index
    WHERE w.id = ${id}::uuid AND s.status = 'held' AND s.hold_id = w.id AND s.held_until > clock_timestamp()
    ORDER BY s.seat_index`
  return rows.map(({ priceAmount: amount, currency, ...seat }) => ({ ...seat, price: { amount, currency } }))
}
