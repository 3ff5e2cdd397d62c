import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { expireOrders } from '@/lib/coordinator/expire-orders'
import { releasePayment } from '@/lib/coordinator/release-payment'
import { pool, prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { inTransaction, type Tx } from '@/lib/platform/transaction'
import { extendForPayment } from '@/lib/reservations/extensions/store'
import { sweepHolds } from '@/lib/reservations/releases/store'
import { sellSeats } from '@/lib/reservations/sales/store'
import { finishBackground } from '../fixtures/background'
import {
  checkOutAs,
  endHoldIn,
  type Fan,
  fanWith,
  findContradictions,
  hold,
  newFan,
  seatRows,
} from '../fixtures/fans'
import { openHallWithBooks } from '../fixtures/hall-with-books'
import { around, endOf, moneyOf, payAt, startAuthorized, startPaying } from './testing/till'

vi.mock('@/lib/platform/background', () => import('../fixtures/background'))

const PRICE = 4500
const ROUNDS = 12
const ENDS_IN_MS = 50

const { hall, books, freshSeats } = openHallWithBooks()

/** Ends the work of a transaction without a trace. */
class Undone extends Error {}

async function undo<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  let seen: { value: T } | undefined
  await inTransaction(async (tx) => {
    seen = { value: await work(tx) }
    throw new Undone()
  }).catch((error) => {
    if (!(error instanceof Undone)) throw error
  })
  return (seen as { value: T }).value
}

/** Who owns a seat now: the hold's cart or the sale. */
async function holderOf(seat: number): Promise<{ status: string; holdId: string | null }> {
  const [row] = await seatRows(hall, [seat])
  return { status: row?.status ?? '', holdId: row?.holdId ?? null }
}

const saleOf = (seat: number) => ({
  ...{ performanceId: hall.performanceId, seatIndex: seat, priceAmount: PRICE, ticketId: newId() },
})

describe('a hold that ends between looking and selling', () => {
  it('control: looking first and selling then gives the seat to two', async () => {
    const [seat] = freshSeats(1) as [number]
    const [first, second] = [await fanWith(hall, [seat]), await newFan()]
    await endHoldIn(first, hall, ENDS_IN_MS)
    const looked = await holderOf(seat)
    expect(looked.status).toBe('held')
    await sleep(ENDS_IN_MS + 10)
    expect(await hold(second, hall, [seat])).toBe(true)
    const written = await undo(
      (tx) => tx.$executeRaw`
        UPDATE performance_seat SET status = 'sold', hold_id = NULL, held_until = NULL, ticket_id = ${newId()}::uuid
        WHERE performance_id = ${hall.performanceId}::uuid AND seat_index = ${seat}`,
    )
    expect(written).toBe(1)
  })

  it('is lost to the sale, which looks again under the seat’s lock', async () => {
    const [seat] = freshSeats(1) as [number]
    const [first, second] = [await fanWith(hall, [seat]), await newFan()]
    await endHoldIn(first, hall, ENDS_IN_MS)
    await sleep(ENDS_IN_MS + 10)
    expect(await hold(second, hall, [seat])).toBe(true)
    const sale = saleOf(seat)
    expect(await undo((tx) => sellSeats(tx, first.cartId, [sale]))).toEqual([sale])
  })

  it('is lost to the claim, where the sale has looked under the lock before', async () => {
    const [seat] = freshSeats(1) as [number]
    const sale = await startAuthorized(books, hall, [seat])
    const second = await newFan()
    await endHoldIn(sale.fan, hall, 150)
    let claimed: Promise<boolean> | undefined
    await undo(async (tx) => {
      expect(await sellSeats(tx, sale.fan.cartId, [saleOf(seat)])).toEqual([])
      await sleep(170)
      claimed = hold(second, hall, [seat])
      const early = await Promise.race([claimed.then(() => 'decided'), sleep(100, 'waits')])
      expect(early).toBe('waits')
    })
    // The sale was undone, so the hold is over and the seat is the next one's: the claim looked again, too.
    expect(await claimed).toBe(true)
  })
})

describe('a hold that ends exactly as', () => {
  it('its order is confirmed and another claims: one of them has the seats, and money goes with the seats', async () => {
    const won = { sale: 0, claim: 0 }
    for (let round = 0; round < ROUNDS; round += 1) {
      const sale = await startAuthorized(books, hall, freshSeats(2))
      const others = await Promise.all([newFan(), newFan(), newFan()])
      await endHoldIn(sale.fan, hall, ENDS_IN_MS)
      const [confirmed, ...claimed] = await Promise.all([
        around(ENDS_IN_MS - 25, () => confirmOrder(sale.request), 40),
        ...others.map((other) => around(ENDS_IN_MS, () => hold(other, hall, sale.seats))),
      ])
      const { status, seatsSold } = await endOf(hall, sale)
      const { taken, authorized, refunds } = moneyOf(books, sale.orderId)
      const claims = claimed.filter(Boolean).length
      if (confirmed.ok) {
        expect([status, seatsSold, taken, claims]).toEqual(['paid', 2, 2 * PRICE, 0])
      } else {
        expect(confirmed).toMatchObject({ code: 'seats_lost' })
        expect([status, seatsSold, taken, claims <= 1]).toEqual(['cancelled', 0, 0, true])
      }
      expect([authorized, refunds]).toEqual([0, 0])
      won[confirmed.ok ? 'sale' : 'claim'] += 1
    }
    console.info(`at the end of a hold: ${won.sale} sales, ${won.claim} claims won`)
  })

  it('its order is confirmed and the sweepers come: it is paid or it ended, never both', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const sale = await startAuthorized(books, hall, freshSeats(2))
      await endHoldIn(sale.fan, hall, ENDS_IN_MS)
      const [confirmed] = await Promise.all([
        around(ENDS_IN_MS - 10, () => confirmOrder(sale.request)),
        around(ENDS_IN_MS, () => expireOrders()),
        around(ENDS_IN_MS, () => sweepHolds()),
        around(ENDS_IN_MS + 10, () => expireOrders()),
      ])
      const { status, seatsSold, tickets } = await endOf(hall, sale)
      const { taken } = moneyOf(books, sale.orderId)
      if (confirmed.ok) expect([status, seatsSold, tickets, taken]).toEqual(['paid', 2, 2, 2 * PRICE])
      else expect([status, seatsSold, tickets, taken]).toEqual(['cancelled', 0, 0, 0])
    }
  })

  it('the fan pays at Stripe: the page is closed or the card let go, and nothing is taken', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const sale = await startPaying(hall, freshSeats(1))
      await endHoldIn(sale.fan, hall, ENDS_IN_MS)
      await Promise.all([
        around(ENDS_IN_MS, () => payAt(books, sale.orderId)),
        around(ENDS_IN_MS + 6, () => expireOrders()),
        around(ENDS_IN_MS + 6, () => confirmOrder(sale.request)),
      ])
      await expireOrders()
      await releasePayment(sale.orderId)
      const { status } = await endOf(hall, sale)
      const money = moneyOf(books, sale.orderId)
      const isPaid = status === 'paid'
      expect(['paid', 'cancelled']).toContain(status)
      expect([money.taken, money.authorized, money.openPages]).toEqual([isPaid ? PRICE : 0, 0, 0])
    }
  })
})

describe('a hold that ends exactly as the fan starts to pay', () => {
  it('control: extending without looking takes the seat back from the next one', async () => {
    const [seat] = freshSeats(1) as [number]
    const [first, second] = [await fanWith(hall, [seat]), await newFan()]
    const { holdId } = await holderOf(seat)
    await endHoldIn(first, hall, -1)
    expect(await hold(second, hall, [seat])).toBe(true)
    const stolen = await undo(
      (tx) => tx.$executeRaw`
        UPDATE performance_seat SET hold_id = ${holdId}::uuid, held_until = now() + interval '15 minutes'
        WHERE performance_id = ${hall.performanceId}::uuid AND seat_index = ${seat}`,
    )
    expect(stolen).toBe(1)
    await undo(async (tx) => expect(await extendForPayment(tx, first.cartId)).toBeNull())
    expect((await holderOf(seat)).holdId).not.toBe(holdId)
  })

  it('between check-out’s look and its extension is lost: nobody is sent to pay for what is over', async () => {
    const fan = await fanWith(hall, freshSeats(2))
    await endUnpaidHoldIn(fan, 1_500)
    await slowDownHolds(async () => {
      expect(await checkOutAs(fan)).toMatchObject({ ok: false, code: 'seats_lost' })
    })
    expect(await prisma.order.count({ where: { cartId: fan.cartId, status: 'pending' } })).toBe(0)
  })

  it('lasts on for the fan or is the next one’s, never both', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const seats = freshSeats(2)
      const [first, second] = [await fanWith(hall, seats), await newFan()]
      const { holdId } = await holderOf(seats[0] as number)
      await endUnpaidHoldIn(first, ENDS_IN_MS)
      const [opened, claimed] = await Promise.all([
        around(ENDS_IN_MS - 8, () => checkOutAs(first)),
        around(ENDS_IN_MS, () => hold(second, hall, seats)),
      ])
      await finishBackground()
      const rows = await seatRows(hall, seats)
      const isFirsts = rows.every((row) => row.holdId === holdId && (row.heldUntil ?? 0) > new Date())
      expect(opened.ok && claimed).toBe(false)
      if (opened.ok) expect(isFirsts).toBe(true)
      else expect(['seats_lost', 'cart_empty']).toContain(opened.code)
      if (claimed) expect(rows.every((row) => row.holdId !== null && row.holdId !== holdId)).toBe(true)
    }
  })

  it('lets the fan add a seat to it or start anew, and what they had is theirs or the next one’s', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [had, more] = freshSeats(2) as [number, number]
      const [first, second] = [await fanWith(hall, [had]), await newFan()]
      const { holdId } = await holderOf(had)
      await endUnpaidHoldIn(first, ENDS_IN_MS)
      const [added, claimed] = await Promise.all([
        around(ENDS_IN_MS, () => hold(first, hall, [had, more])),
        around(ENDS_IN_MS, () => hold(second, hall, [had])),
        around(ENDS_IN_MS, () => sweepHolds()),
      ])
      const isStillFirsts = (await holderOf(had)).holdId === holdId
      if (claimed) expect(isStillFirsts).toBe(false)
      if (!added) expect((await holderOf(more)).status).toBe('free')
      expect(await findContradictions()).toEqual([])
    }
  })
})

/** As `endHoldIn`, of a hold whose fan has not started to pay. */
async function endUnpaidHoldIn(fan: Fan, ms: number): Promise<void> {
  await endHoldIn(fan, hall, ms)
  await prisma.hold.updateMany({ where: { cartId: fan.cartId }, data: { paymentStartedAt: null } })
}

/** Meanwhile every change of a hold waits until all holds that are there have ended. */
async function slowDownHolds(work: () => Promise<void>): Promise<void> {
  await pool.query(`
    CREATE FUNCTION wait_for_holds() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM pg_sleep(greatest(0, extract(epoch FROM max(expires_at) - clock_timestamp()) + 0.05))
      FROM hold WHERE seat_count > 0 AND expires_at < clock_timestamp() + interval '2 seconds';
      RETURN NULL; END $$;
    CREATE TRIGGER wait_for_holds BEFORE UPDATE ON hold FOR EACH STATEMENT EXECUTE FUNCTION wait_for_holds()`)
  try {
    await work()
  } finally {
    await pool.query('DROP TRIGGER wait_for_holds ON hold; DROP FUNCTION wait_for_holds')
  }
}
