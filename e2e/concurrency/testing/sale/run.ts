import fc from 'fast-check'
import { expect } from 'vitest'
import type { TestPerformance } from '@/prisma/testing'
import { findContradictions } from '../../../fixtures/fans'
import type { StripeBooks } from '../../../fixtures/stripe-books'
import { compare, takenMoney } from './compare'
import { type Commands, clearHouse, openHouse } from './house'
import { CART_COUNT, PRICE, SaleModel } from './model'
import type { Step } from './step'

/** How often orders ended in which way, in this process. */
export const endings = new Map<string, number>()

type Sale = { books: StripeBooks; hall: TestPerformance; commands: Commands; steps: Iterable<Step> }

/** Lets a sequence of steps happen to a house and its model, then lets all of it come to an end. */
export async function runSale({ books, hall, commands, steps }: Sale): Promise<void> {
  const house = await openHouse(books, hall, commands)
  const model = new SaleModel()
  try {
    await fc.asyncModelRun(() => ({ model, real: house }), steps)
    for (let cart = 0; cart < CART_COUNT; cart += 1) {
      await house.passTime(cart, 60)
      model.passTime(cart, 60)
    }
    await house.during(null, () => house.commands.expireOrders())
    await house.during(null, () => house.commands.reconcilePayments(new Date(Date.now() + 60_000)))
    await house.during(null, () => house.commands.sweepHolds())
    model.during(null).expireOrders()
    model.reconcile()
    await compare(model, house)
    expect(model.orders.filter(({ status }) => status !== 'paid' && status !== 'cancelled')).toEqual([])
    const sold = model.seats.filter((seat) => typeof seat === 'object' && 'soldTo' in seat)
    expect(takenMoney(model, house)).toBe(PRICE * sold.length)
    for (const { status, page, card } of model.orders) {
      const ending = `${status}, page ${page}, card ${card}`
      endings.set(ending, (endings.get(ending) ?? 0) + 1)
    }
    expect(books.store.tables.refunds.size).toBe(0)
    expect(await findContradictions()).toEqual([])
  } catch (error) {
    await clearHouse()
    throw error
  }
}
