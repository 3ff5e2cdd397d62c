import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cancelOrder } from '@/lib/coordinator/cancel-order'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { expireOrders } from '@/lib/coordinator/expire-orders'
import { reconcilePayments } from '@/lib/coordinator/reconcile-payments'
import { syncPayment } from '@/lib/coordinator/sync-payment'
import { takeStripeEvent } from '@/lib/coordinator/take-stripe-event'
import { pool, prisma } from '@/lib/platform/db'
import { stopJobs } from '@/lib/platform/jobs'
import { holdIdOf } from '@/lib/reservations/holds/rules'
import { releaseSeats, sweepHolds } from '@/lib/reservations/releases/store'
import { blockDraft, createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { finishBackground } from '../fixtures/background'
import { checkOutAs, endHoldIn, type Fan, findContradictions, hold, newFan } from '../fixtures/fans'
import { openStripeBooks, type StripeBooks } from '../fixtures/stripe-books'
import { endAllSales, moneyOf, payAt } from './testing/till'

vi.mock('@/lib/platform/background', () => import('../fixtures/background'))

const PRICE = 4500
const SEAT_COUNT = 40
const WAVES = 14
const CALLS_PER_WAVE = 40

let books: StripeBooks
let hall: TestPerformance
let fans: Fan[]

beforeAll(async () => {
  books = await openStripeBooks()
  hall = await createTestPerformance({ draft: blockDraft(2, SEAT_COUNT / 2) })
  fans = await Promise.all(Array.from({ length: 5 }, newFan))
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterAll(async () => {
  await stopJobs()
  await books.close()
})

const random = (below: number) => Math.floor(Math.random() * below)
const pick = <T>(from: T[]): T => from[random(from.length)] as T
const someSeats = () => [...new Set(Array.from({ length: 1 + random(3) }, () => random(SEAT_COUNT)))]
const later = () => new Date(Date.now() + 60_000)

type Call = (fan: Fan, claim: typeof hold) => Promise<unknown>

/** What fans, tabs, workers and Stripe do, all of it at the same time. */
const CALLS: Call[] = [
  (fan, claim) => claim(fan, hall, someSeats()),
  (fan, claim) => claim(fan, hall, someSeats()),
  (fan) => releaseSeats(fan.cartId, hall.performanceId, random(3) ? someSeats() : null),
  (fan) => checkOutAs(fan, random(4) ? {} : { email: 'grace@example.com' }),
  (fan) => checkOutAs(fan),
  withOrder(({ id }) => payAt(books, id)),
  withOrder(({ id }) => payAt(books, id)),
  withOrder(({ id }) => syncPayment(id)),
  withOrder(({ id }, access) => confirmOrder({ access, orderId: id })),
  withOrder(({ id }, access) => confirmOrder({ access, orderId: id })),
  withOrder(({ id }, access) => (random(4) ? confirmOrder : cancelOrder)({ access, orderId: id })),
  () => takeAnyEvent(),
  () => sweepHolds(),
  () => expireOrders(),
  () => reconcilePayments(later()),
]

function withOrder(work: (order: { id: string }, access: Fan['owner']) => Promise<unknown>): Call {
  return async ({ cartId, owner }) => {
    const newest = await prisma.order.findFirst({ where: { cartId }, orderBy: { id: 'desc' } })
    return newest && work(newest, owner)
  }
}

async function takeAnyEvent() {
  const ids = [...books.store.tables.events.keys()]
  return ids.length > 0 && takeStripeEvent(books.webhookOf(pick(ids)))
}

/** A wave of calls, while some holds end and Stripe is sometimes away. Rejects with what any call threw. */
async function runWave(claim: typeof hold): Promise<void> {
  if (random(2)) await endHoldIn(pick(fans), hall, 20 + random(200))
  const outage = random(3)
    ? null
    : { at: pick(['capture', 'close', 'read'] as const), when: 'after' as const }
  if (outage) books.breakDown(outage)
  await Promise.all(Array.from({ length: CALLS_PER_WAVE }, () => pick(CALLS)(pick(fans), claim)))
  await finishBackground()
  books.mend()
}

/** A claim without its guard: look first, then write. */
async function claimUnguarded(
  { cartId }: Fan,
  { performanceId, ticketTypeIds }: TestPerformance,
  seats: number[],
) {
  const taken = await pool.query(
    `SELECT 1 FROM performance_seat WHERE performance_id = $1 AND seat_index = ANY ($2) AND status <> 'free'`,
    [performanceId, seats],
  )
  if (taken.rows.length > 0) return false
  const holdId = holdIdOf(cartId, performanceId)
  await pool.query(
    `INSERT INTO hold AS h (id, cart_id, performance_id, seat_indexes, first_held_at, expires_at)
     VALUES ($1, $2, $3, $4, now(), now() + interval '9 minutes')
     ON CONFLICT (id) DO UPDATE SET seat_indexes = h.seat_indexes || excluded.seat_indexes,
       first_held_at = excluded.first_held_at, expires_at = excluded.expires_at
     WHERE h.seat_count + cardinality(excluded.seat_indexes) <= 10`,
    [holdId, cartId, performanceId, seats],
  )
  await pool.query(
    `UPDATE performance_seat s SET status = 'held', hold_id = h.id, held_until = h.expires_at, ticket_type_id = $3,
       price_amount = ${PRICE}
     FROM hold h WHERE h.id = $1 AND s.performance_id = h.performance_id AND s.seat_index = ANY ($2)`,
    [holdId, seats, ticketTypeIds[0]],
  )
  return true
}

describe('everybody doing everything at the same time', () => {
  it(`leaves no contradiction after any of ${WAVES} waves, and money only where the seats are`, async () => {
    for (let wave = 0; wave < WAVES; wave += 1) {
      await runWave(hold)
      expect(await findContradictions()).toEqual([])
    }
    await endAllSales(hall, fans)
    await sweepHolds()
    expect(await findContradictions()).toEqual([])
    const orders = await prisma.order.findMany({ include: { lines: true } })
    const sums = orders.map(({ id, status, lines }) => {
      const { taken, captures, refunds, authorized } = moneyOf(books, id)
      const due = status === 'paid' ? lines.length * PRICE : 0
      expect({ status, taken, refunds, authorized }).toEqual({
        status,
        taken: due,
        refunds: 0,
        authorized: 0,
      })
      expect(captures).toBe(status === 'paid' ? 1 : 0)
      return taken
    })
    const seats = { performanceId: hall.performanceId }
    const sold = await prisma.performanceSeat.count({ where: { ...seats, status: 'sold' } })
    expect(await prisma.performanceSeat.count({ where: { ...seats, status: 'held' } })).toBe(0)
    expect(sums.reduce((sum, taken) => sum + taken, 0)).toBe(sold * PRICE)
    const count = (status: string) => orders.filter((order) => order.status === status).length
    console.info(`storm: ${count('paid')} paid, ${count('cancelled')} cancelled, ${sold} seats sold`)
    expect(count('paid') + count('cancelled')).toBe(orders.length)
    expect(count('paid')).toBeGreaterThan(0)
    expect(count('cancelled')).toBeGreaterThan(0)
  }, 120_000)

  it('control: with a claim that looks first and writes then, contradictions show', async () => {
    hall = await createTestPerformance({ draft: blockDraft(2, SEAT_COUNT / 2) })
    let contradictions: string[] = []
    for (let wave = 0; wave < WAVES && contradictions.length === 0; wave += 1) {
      const claims = Array.from({ length: CALLS_PER_WAVE }, () =>
        claimUnguarded(pick(fans), hall, someSeats()),
      )
      await Promise.allSettled(claims)
      contradictions = await findContradictions()
    }
    expect(contradictions).not.toEqual([])
  }, 60_000)
})
