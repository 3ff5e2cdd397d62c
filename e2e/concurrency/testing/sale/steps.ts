import { expect } from 'vitest'
import { prisma } from '@/lib/platform/db'
import type { Outage } from '../../../fixtures/stripe-books'
import { labelOf, refusalOf } from './house'
import type { SaleModel } from './model'
import type { Card } from './model-stripe'
import { expectRefusal, makeOrderStep, makeStep, type Step, sayOutage } from './step'

export function holdStep(cart: number, seats: number[]): Step {
  const labels = seats.map(labelOf)
  return makeStep(`hold cart ${cart}: ${labels.join(' ')}`, async (model, house) => {
    const { performanceId, commands } = house
    const held = await commands.holdSeats({
      ...{ owner: house.fan(cart).owner, performanceId, wish: { seats: labels } },
    })
    expectRefusal(refusalOf(held), model.hold(cart, seats))
  })
}

/** Which block is best is another test's matter; here: one that is free, or a refusal that is true. */
export function bestStep(cart: number, quantity: number): Step {
  return makeStep(`best cart ${cart}: ${quantity}`, async (model, house) => {
    const { performanceId, commands } = house
    const mine = model.seatsHeldBy(cart)
    const held = await commands.holdSeats({
      ...{ owner: house.fan(cart).owner, performanceId, wish: { best: { quantity } } },
    })
    if (held.ok) {
      const added = held.value.hold.seats.map((seat) => seat.index).filter((seat) => !mine.includes(seat))
      expect(added).toHaveLength(quantity)
      expect(added.map((seat) => model.seats[seat])).toEqual(added.map(() => 'free'))
      expectRefusal(null, model.hold(cart, added))
    } else if (!model.hasFreeBlock(quantity)) expect(held.code).toBe('sold_out')
    else {
      expect(held.code).toBe('seat_limit')
      expect(mine.length + quantity).toBeGreaterThan(10)
    }
  })
}

/** One seat, or all. */
export function releaseStep(cart: number, seat: number | null): Step {
  const label = seat === null ? undefined : labelOf(seat)
  return makeStep(`release cart ${cart}: ${label ?? 'all'}`, async (model, house) => {
    const { performanceId, commands } = house
    const owner = house.fan(cart).owner
    const released = await commands.releaseSeats({ owner, performanceId, ...(label ? { label } : {}) })
    model.release(cart, seat === null ? model.seatsHeldBy(cart) : [seat])
    expectRefusal(refusalOf(released), null)
  })
}

export function timeStep(cart: number, minutes: number): Step {
  return makeStep(`time cart ${cart}: ${minutes} min`, async (model, house) => {
    await house.passTime(cart, minutes)
    model.passTime(cart, minutes)
  })
}

export function sweepStep(): Step {
  return makeStep('sweep', async (_, house) => void (await house.commands.sweepHolds()))
}

export function checkOutStep(cart: number, email: string, outage: Outage | null): Step {
  return makeStep(`check-out cart ${cart}: ${email}${sayOutage(outage)}`, async (model, house) => {
    const owner = house.fan(cart).owner
    const request = { owner, email, name: 'Ada Example', delivery: 'email' }
    const opened = await house.during(outage, () => house.commands.checkOut(request))
    const drawn = model.during(outage).checkOut(cart, email, () => 'new')
    if (!drawn) return expectRefusal(refusalOf(opened), { refused: ['cart_empty', 'seats_lost'] })
    if (drawn.id === 'new') drawn.id = await newestOrderOf(model, house.fan(cart).cartId)
    const isOpened = drawn.status !== 'pending' || drawn.isPageKnown
    expectRefusal(refusalOf(opened), isOpened ? null : { refused: ['unavailable'] })
    if (!opened.ok) return
    expect(opened.value.order.id).toBe(drawn.id)
    expect(opened.value.paymentUrl !== null).toBe(drawn.status === 'pending')
  })
}

/** The same, left out where the cart is empty. */
export function checkOutHeldStep(cart: number, email: string, outage: Outage | null): Step {
  const step = checkOutStep(cart, email, outage)
  return { ...step, check: (model) => model.seatsHeldBy(cart).length > 0 }
}

export function payStep(nth: number, card: Card): Step {
  const numbers: Record<Card, string> = {
    ...{ pays: '4242424242424242', declined: '4000000000000002', 'challenge-left': '4000002500003155' },
    ...{ 'challenge-passed': '4000002500003155', 'challenge-failed': '4000002500003155' },
  }
  const then = { 'challenge-passed': 'complete', 'challenge-failed': 'fail' } as const
  return makeOrderStep({
    ...{ says: `pay ${card}`, nth },
    isPossible: (order) => order.isPageKnown,
    run: async (order, model, { books }) => {
      const sessions = [...books.store.tables.sessions.values()]
      const session = sessions.find((one) => one.client_reference_id === order.id)
      await books.pay(session?.id ?? '', numbers[card], then[card as keyof typeof then])
      model.stripe.pay(order, card)
    },
  })
}

/** The fan comes back from Stripe. */
export function returnStep(nth: number, outage: Outage | null): Step {
  return makeOrderStep({
    ...{ says: `return${sayOutage(outage)}`, nth },
    run: async (order, model, house) => {
      const synced = await house.during(outage, () => house.commands.syncPayment(order.id))
      const isHeard = model.during(outage).sync(order)
      expectRefusal(refusalOf(synced), isHeard ? null : { refused: ['unavailable'] })
    },
  })
}

export function confirmStep(nth: number, outage: Outage | null): Step {
  return makeOrderStep({
    ...{ says: `confirm${sayOutage(outage)}`, nth },
    run: async (order, model, house) => {
      const access = house.fan(order.cart).owner
      const confirmed = await house.during(outage, () =>
        house.commands.confirmOrder({ access, orderId: order.id }),
      )
      expectRefusal(refusalOf(confirmed), model.during(outage).confirm(order))
    },
  })
}

export function cancelStep(nth: number, outage: Outage | null): Step {
  return makeOrderStep({
    ...{ says: `cancel${sayOutage(outage)}`, nth },
    run: async (order, model, house) => {
      const access = house.fan(order.cart).owner
      const cancelled = await house.during(outage, () =>
        house.commands.cancelOrder({ access, orderId: order.id }),
      )
      expectRefusal(refusalOf(cancelled), model.during(outage).cancel(order))
    },
  })
}

export function expireStep(outage: Outage | null): Step {
  return makeStep(`expire${sayOutage(outage)}`, async (model, house) => {
    await house.during(outage, () => house.commands.expireOrders())
    model.during(outage).expireOrders()
  })
}

export function reconcileStep(outage: Outage | null): Step {
  return makeStep(`reconcile${sayOutage(outage)}`, async (model, house) => {
    const later = new Date(Date.now() + 60_000)
    await house.during(outage, () => house.commands.reconcilePayments(later))
    model.during(outage).reconcile()
  })
}

async function newestOrderOf({ orders }: SaleModel, cartId: string): Promise<string> {
  const known = orders.map((order) => order.id).filter((id) => id !== 'new')
  const found = await prisma.order.findMany({ where: { cartId, id: { notIn: known } }, select: { id: true } })
  expect(found).toHaveLength(1)
  return found[0]?.id ?? ''
}
