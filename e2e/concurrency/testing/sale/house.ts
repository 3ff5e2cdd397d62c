import { cancelOrder } from '@/lib/coordinator/cancel-order'
import { checkOut } from '@/lib/coordinator/check-out'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { expireOrders } from '@/lib/coordinator/expire-orders'
import { holdSeats } from '@/lib/coordinator/hold-seats'
import { reconcilePayments } from '@/lib/coordinator/reconcile-payments'
import { releaseSeats } from '@/lib/coordinator/release-seats'
import { sweepHolds } from '@/lib/coordinator/sweep-holds'
import { syncPayment } from '@/lib/coordinator/sync-payment'
import { takeStripeEvent } from '@/lib/coordinator/take-stripe-event'
import { openPerformance } from '@/lib/events/performances/store'
import { pool, prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Result } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { holdIdOf } from '@/lib/reservations/holds/rules'
import type { TestPerformance } from '@/prisma/testing'
import { finishBackground } from '../../../fixtures/background'
import { type Fan, newFan } from '../../../fixtures/fans'
import type { Outage, StripeBooks } from '../../../fixtures/stripe-books'
import { CART_COUNT, PRICE, SEATS_PER_ROW } from './model'

/** What the house is made of; a test that wants to see the model object breaks one of them. */
export const COMMANDS = {
  ...{ holdSeats, releaseSeats, sweepHolds, checkOut, confirmOrder, cancelOrder },
  ...{ expireOrders, reconcilePayments, syncPayment, takeStripeEvent },
}

export type Commands = typeof COMMANDS

/** The real thing: one performance, its fans, and the commands they use, over Postgres and Stripe. */
export class House {
  /** Events before this belong to runs before. */
  readonly #eventsBefore: number

  constructor(
    readonly books: StripeBooks,
    readonly performanceId: string,
    readonly fans: Fan[],
    readonly commands: Commands,
  ) {
    this.#eventsBefore = books.store.tables.events.size
  }

  fan(cart: number): Fan {
    return this.fans[cart] as Fan
  }

  /** Runs a command, and what it left to the background, while Stripe does not answer some of the requests. */
  async during<T>(outage: Outage | null, work: () => Promise<T>): Promise<T> {
    if (outage) this.books.breakDown(outage)
    try {
      const answer = await work()
      await finishBackground()
      return answer
    } finally {
      this.books.mend()
    }
  }

  /** Ids of what Stripe wanted to tell of these orders, oldest first. */
  eventsOf(orderIds: string[]): { id: string; orderId: string }[] {
    const all = [...this.books.store.tables.events.values()].slice(this.#eventsBefore)
    return all.flatMap(({ id, data }) => {
      const { client_reference_id: reference, metadata } = data.object
      const orderId = String(reference ?? (metadata as { order?: string } | undefined)?.order)
      return orderIds.includes(orderId) ? [{ id, orderId }] : []
    })
  }

  /** Moves a cart's holds and orders into the past, as time would. */
  async passTime(cart: number, minutes: number): Promise<void> {
    const { cartId } = this.fan(cart)
    const values = [cartId, minutes, holdIdOf(cartId, this.performanceId), this.performanceId]
    await pool.query(
      `WITH ago AS (SELECT make_interval(mins => $2::int) AS by), h AS (
         UPDATE hold SET first_held_at = first_held_at - ago.by, expires_at = expires_at - ago.by,
           payment_started_at = payment_started_at - ago.by FROM ago WHERE cart_id = $1::uuid
       ), o AS (UPDATE "order" SET expires_at = expires_at - ago.by FROM ago WHERE cart_id = $1::uuid)
       UPDATE performance_seat SET held_until = held_until - ago.by
       FROM ago WHERE hold_id = $3::uuid AND performance_id = $4::uuid`,
      values,
    )
  }
}

/** A house with a performance and fans of its own. */
export async function openHouse(books: StripeBooks, hall: TestPerformance, commands: Commands) {
  const fans = await Promise.all(Array.from({ length: CART_COUNT }, newFan))
  return new House(books, await addPerformance(hall), fans, commands)
}

async function addPerformance({ eventId, venueId, seatMapId }: TestPerformance): Promise<string> {
  const startsAt = new Date(Date.now() + 30 * 86_400_000)
  return inTransaction(async (tx) => {
    const performance = await tx.performance.create({
      data: { id: newId(), eventId, venueId, seatMapId, startsAt, currency: 'EUR' },
    })
    const type = { categoryIndex: 0, performanceId: performance.id, name: 'Adult', amount: PRICE }
    await tx.ticketType.create({ data: type })
    await openPerformance(tx, performance)
    return performance.id
  })
}

export function labelOf(seat: number): string {
  return `A-${Math.floor(seat / SEATS_PER_ROW) + 1}-${(seat % SEATS_PER_ROW) + 1}`
}

export function refusalOf(result: Result<unknown>): string | null {
  return result.ok ? null : result.code
}

/** Forgets everything that was put on sale, held, ordered and paid: a run that failed leaves nothing to the next. */
export async function clearHouse(): Promise<void> {
  await prisma.$executeRaw`TRUNCATE performance, "order", hold, cart CASCADE`
}
