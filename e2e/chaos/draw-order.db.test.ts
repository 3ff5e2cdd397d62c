import { describe, expect, it } from 'vitest'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { releasePayment } from '@/lib/coordinator/release-payment'
import { syncPayment } from '@/lib/coordinator/sync-payment'
import { viewOrder } from '@/lib/coordinator/view-order'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { releaseSeats, sweepHolds } from '@/lib/reservations/releases/store'
import { createTestPerformance } from '@/prisma/testing'
import { checkOutAs, endHoldIn, fanWith, hold, must, newFan } from '../fixtures/fans'
import { openHallWithOffice } from '../fixtures/hall-with-office'

const { hall, office, freshSeats } = openHallWithOffice()

const ordersOf = (cartId: string) => prisma.order.findMany({ where: { cartId }, orderBy: { id: 'asc' } })

describe('checking out', () => {
  it('an empty cart, or one of somebody who never held a seat, is refused', async () => {
    expect(await checkOutAs(await newFan())).toMatchObject({ code: 'cart_empty' })
    const nobody = { owner: { guestId: newId() }, cartId: '', email: 'ada@example.com' }
    expect(await checkOutAs(nobody)).toMatchObject({ code: 'cart_empty' })
  })

  it('names what is wrong with the details, and draws nothing', async () => {
    const fan = await fanWith(hall, freshSeats(1))
    const wrong = { email: 'ada@', name: 'Ada\u0000', delivery: 'owl', currency: 'euro' }
    const refused = await checkOutAs(fan, wrong)
    expect(refused).toMatchObject({ code: 'invalid' })
    const paths = refused.ok ? [] : refused.errors?.map((issue) => issue.path)
    expect(paths?.sort()).toEqual(['currency', 'delivery', 'email', 'name'])
    expect(await checkOutAs(fan, { delivery: 'post' })).toMatchObject({ code: 'address_required' })
    expect(await ordersOf(fan.cartId)).toEqual([])
    const address = { line1: 'Lindengasse 14', city: 'Vienna', postalCode: '1070', country: 'AT' }
    const { order } = must(await checkOutAs(fan, { delivery: 'post', address }))
    expect(order.delivery).toBe('post')
  })

  it('again with the same cart goes on with the same order and page, also in two tabs at once', async () => {
    const fan = await fanWith(hall, freshSeats(2))
    const both = await Promise.all([checkOutAs(fan), checkOutAs(fan)])
    const [first, second] = both.map(must)
    expect(second).toEqual(first)
    const third = must(await checkOutAs(fan, { name: 'Ada B. Example' }))
    expect(third.paymentUrl).toBe(first?.paymentUrl)
    expect(third.order).toMatchObject({ id: first?.order.id, name: 'Ada B. Example' })
    expect(await ordersOf(fan.cartId)).toHaveLength(1)
    const { data } = await office.stripe.checkout.sessions.list({ limit: 100 })
    expect(data.filter((session) => session.client_reference_id === first?.order.id)).toHaveLength(1)
  })

  it('again after the card was accepted asks for nothing more', async () => {
    const fan = await fanWith(hall, freshSeats(1))
    const first = must(await checkOutAs(fan))
    await office.pay(first.paymentUrl)
    const again = must(await checkOutAs(fan))
    expect(again).toMatchObject({ paymentUrl: null, order: { id: first.order.id, status: 'authorized' } })
  })

  it('a changed cart draws a new order, and the old one can no longer be paid or charged', async () => {
    const [one, two, three] = freshSeats(3) as [number, number, number]
    const fan = await fanWith(hall, [one, two])
    const first = must(await checkOutAs(fan))
    await office.pay(first.paymentUrl)
    await syncPayment(first.order.id)
    await releaseSeats(fan.cartId, hall.performanceId, [one])
    await hold(fan, hall, [three])
    const second = must(await checkOutAs(fan))
    expect(second.order.id).not.toBe(first.order.id)
    expect(second.order.lines.map((line) => line.seat.index)).toEqual([two, three])
    must(await releasePayment(first.order.id))
    const old = await viewOrder(fan.owner, first.order.id)
    expect(old).toMatchObject({ status: 'cancelled', cancelReason: 'by_hand' })
    const payment = await prisma.payment.findUniqueOrThrow({ where: { orderId: first.order.id } })
    const intent = await office.stripe.paymentIntents.retrieve(payment.paymentIntentId ?? '')
    expect(intent).toMatchObject({ status: 'canceled', amount_received: 0 })
    await office.pay(second.paymentUrl)
    const paid = must(await confirmOrder({ access: fan.owner, orderId: second.order.id }))
    expect(paid.status).toBe('paid')
  })

  it('while Stripe is away keeps the order and its seats, and goes on later', async () => {
    const fan = await fanWith(hall, freshSeats(1))
    await office.fault({
      match: { path: '/checkout/sessions$' },
      effect: 'fail-before',
      status: 503,
      times: 2,
    })
    const refused = await checkOutAs(fan)
    expect(refused).toMatchObject({ code: 'unavailable' })
    const [pending] = await ordersOf(fan.cartId)
    expect(pending?.status).toBe('pending')
    expect(refused.ok ? '' : refused.location).toContain(`/orders/${pending?.id}`)
    const { order, paymentUrl } = must(await checkOutAs(fan))
    expect(order.id).toBe(pending?.id)
    expect(await office.pay(paymentUrl)).toBe(303)
  })
})

describe('a price', () => {
  it('that changed since the seat was held is refused once, with the new total, and taken then', async () => {
    const fresh = await createTestPerformance()
    const fan = await fanWith(fresh, [1, 2])
    await prisma.ticketType.updateMany({ where: { id: { in: fresh.ticketTypeIds } }, data: { amount: 4700 } })
    const total = { amount: 9400, currency: 'EUR' }
    expect(await checkOutAs(fan)).toMatchObject({ code: 'price_changed', total })
    expect(await ordersOf(fan.cartId)).toEqual([])
    expect(
      (await prisma.hold.findFirstOrThrow({ where: { cartId: fan.cartId } })).paymentStartedAt,
    ).toBeNull()
    expect(must(await checkOutAs(fan)).order.total).toEqual(total)
  })

  it('that an order was drawn at stays, whatever the organizer does then', async () => {
    const fresh = await createTestPerformance()
    const fan = await fanWith(fresh, [1])
    const { order, paymentUrl } = must(await checkOutAs(fan))
    await prisma.ticketType.updateMany({ where: { id: { in: fresh.ticketTypeIds } }, data: { amount: 9900 } })
    expect(must(await checkOutAs(fan)).order.id).toBe(order.id)
    await office.pay(paymentUrl)
    const paid = must(await confirmOrder({ access: fan.owner, orderId: order.id }))
    expect(paid).toMatchObject({ status: 'paid', total: { amount: 4500 } })
  })

  it('and seats are those of the page that was sent off, or the fan hears of it', async () => {
    const [one, two] = freshSeats(2) as [number, number]
    const fan = await fanWith(hall, [one])
    const { performanceId } = hall
    const label = (index: number) => `A-${Math.floor(index / 40) + 1}-${(index % 40) + 1}`
    const total = (amount: number) => ({ amount, currency: 'EUR' })
    const seats = [one, two].map((index) => ({ performanceId, label: label(index) }))
    const lost = await checkOutAs(fan, { expected: { seats, total: total(9000) } })
    expect(lost).toMatchObject({ code: 'seats_lost', seats: [label(two)] })
    await hold(fan, hall, [two])
    const more = await checkOutAs(fan, { expected: { seats: seats.slice(0, 1), total: total(4500) } })
    expect(more).toMatchObject({ code: 'price_changed', total: total(9000) })
    expect((await checkOutAs(fan, { expected: { seats, total: total(9000) } })).ok).toBe(true)
  })
})

describe('several currencies', () => {
  it('are named, and each is an order of its own', async () => {
    const dollars = await createTestPerformance({ currency: 'USD', amounts: [2000] })
    const fan = await fanWith(hall, freshSeats(1))
    await hold(fan, dollars, [1])
    expect(await checkOutAs(fan)).toMatchObject({ code: 'mixed_currencies', currencies: ['EUR', 'USD'] })
    expect(await checkOutAs(fan, { currency: 'JPY' })).toMatchObject({ code: 'invalid' })
    const eur = must(await checkOutAs(fan, { currency: 'EUR' }))
    const usd = must(await checkOutAs(fan, { currency: 'USD' }))
    expect([eur.order.total, usd.order.total]).toEqual([
      { amount: 4500, currency: 'EUR' },
      { amount: 2000, currency: 'USD' },
    ])
    for (const { order, paymentUrl } of [eur, usd]) {
      expect(await office.pay(paymentUrl)).toBe(303)
      expect(must(await confirmOrder({ access: fan.owner, orderId: order.id })).status).toBe('paid')
    }
  })
})

describe('a hold that ended', () => {
  it('is named by its seats, not silently left out, and the rest can be had then', async () => {
    const other = await createTestPerformance()
    const fan = await fanWith(hall, freshSeats(1))
    await hold(fan, other, [3])
    await endHoldIn(fan, other, -10)
    expect(await checkOutAs(fan)).toMatchObject({ code: 'seats_lost', seats: ['A-1-4'] })
    expect(must(await checkOutAs(fan)).order.lines).toHaveLength(1)
  })

  it('for a performance that was called off leaves the cart, and the rest can be had', async () => {
    const off = await createTestPerformance()
    const fan = await fanWith(hall, freshSeats(1))
    await hold(fan, off, [3])
    await prisma.performance.update({ where: { id: off.performanceId }, data: { status: 'cancelled' } })
    expect(await checkOutAs(fan)).toMatchObject({ code: 'seats_lost', seats: ['A-1-4'] })
    expect(must(await checkOutAs(fan)).order.lines).toHaveLength(1)
  })

  it('starts a new order when its seats are held again', async () => {
    const seats = freshSeats(1)
    const fan = await fanWith(hall, seats)
    const first = must(await checkOutAs(fan))
    await endHoldIn(fan, hall, -10)
    await sweepHolds()
    await hold(fan, hall, seats)
    const second = must(await checkOutAs(fan))
    expect(second.order.id).not.toBe(first.order.id)
    must(await releasePayment(first.order.id))
    expect(await viewOrder(fan.owner, first.order.id)).toMatchObject({ cancelReason: 'expired' })
    expect(await office.pay(first.paymentUrl)).toBe(410)
  })
})
