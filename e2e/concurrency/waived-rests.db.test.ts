import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { LISTED_CURRENCIES, smallestCharge } from '@/lib/commerce/payments/rules'
import { applyPromoCode } from '@/lib/coordinator/apply-promo-code'
import { composeReceipt } from '@/lib/coordinator/compose-documents'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { createPromoCode } from '@/lib/coordinator/create-promo-code'
import { viewCart } from '@/lib/coordinator/view-cart'
import { viewOrderById } from '@/lib/coordinator/view-order'
import { viewDiscount } from '@/lib/coordinator/view-promo'
import { prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newReference } from '@/lib/platform/ids'
import { createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { type BoxOffice, openBoxOffice } from '../fixtures/box-office'
import { checkOutAs, type Fan, findContradictions, hold, must, newFan } from '../fixtures/fans'

const PRICE = 100_000
const address = { line1: 'Lindengasse 14', city: 'Vienna', postalCode: '1070', country: 'AT' }
let office: BoxOffice

beforeAll(async () => {
  office = await openBoxOffice()
  Object.assign(env, { LOB_API_KEY: 'test_post', LOB_FROM_ADDRESS: 'adr_test' })
})
afterAll(() => office.close())
afterEach(async () => expect(await findContradictions()).toEqual([]))

/** A fan with two seats and a code that leaves `left` of them. */
async function fanWhoOwes(
  left: number,
  hall: TestPerformance,
  currency: string,
  seats = [0, 1],
): Promise<Fan> {
  const input = {
    code: `R-${newReference(8)}`,
    amountOff: PRICE * seats.length - left,
    currency,
  }
  must(await createPromoCode({ organizerId: hall.organizerId, input }))
  const fan = await newFan()
  await hold(fan, hall, seats)
  const typed = { owner: fan.owner, typed: input.code, email: null, address: newReference(10) }
  expect(must(await applyPromoCode(typed))).toMatchObject({ refusal: null })
  return fan
}

async function discountOf({ owner }: Fan) {
  return viewDiscount({ owner, holds: (await viewCart(owner)).holds, email: null })
}

const sumOf = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

/** Every smallest charge there is once, and one counted without decimals; the whole table is read in its own test. */
const CURRENCIES = [...new Map(LISTED_CURRENCIES.map((code) => [smallestCharge(code), code])).values(), 'JPY']

describe.each(CURRENCIES)('in %s', (currency) => {
  it('what no card can be charged is waived, and the least that can be is asked of Stripe', async () => {
    const least = smallestCharge(currency)
    const hall = await createTestPerformance({ currency, amounts: [PRICE] })
    const spared = await fanWhoOwes(least - 1, hall, currency)
    const shown = await discountOf(spared)
    expect(shown).toMatchObject({ total: { amount: 2 * PRICE }, waived: { amount: least - 1 } })
    const free = must(await checkOutAs(spared, { expected: { seats: [], total: { amount: 0, currency } } }))
    expect(free).toMatchObject({ paymentUrl: null, order: { total: { amount: 0 }, waived: shown.waived } })
    expect(sumOf(free.order.lines.map((line) => line.discount.amount))).toBe(2 * PRICE)
    must(await confirmOrder({ access: spared.owner, orderId: free.order.id }))

    const asked = must(await checkOutAs(await fanWhoOwes(least, hall, currency, [2, 3])))
    expect(asked).toMatchObject({ order: { total: { amount: least, currency }, waived: { amount: 0 } } })
    expect(await office.pay(asked.paymentUrl)).toBe(303)
  })
})

describe('a waived rest', () => {
  it('is part of the discount on the order and its receipt, in words; nothing goes to Stripe', async () => {
    const hall = await createTestPerformance({ amounts: [PRICE] })
    const fan = await fanWhoOwes(30, hall, 'EUR')
    const { order } = must(await checkOutAs(fan))
    expect(must(await confirmOrder({ access: fan.owner, orderId: order.id }))).toMatchObject({
      status: 'paid',
    })
    expect(await prisma.payment.count({ where: { orderId: order.id } })).toBe(0)
    const paid = await viewOrderById(order.id)
    const receipt = paid && (await composeReceipt(paid))
    expect(receipt).toMatchObject({ total: { amount: 0 }, note: expect.stringContaining('0,30') })
    expect(sumOf((receipt?.lines ?? []).map((line) => line.price.amount))).toBe(0)
  })

  it('is the same by post: the letter is paid by itself, or not asked where it is too little for a card', async () => {
    const hall = await createTestPerformance({ amounts: [PRICE] })
    const byPost = { delivery: 'post', address }
    const letter = must(await checkOutAs(await fanWhoOwes(30, hall, 'EUR'), byPost))
    expect(letter.order).toMatchObject({
      total: { amount: 450 },
      postage: { amount: 450 },
      waived: { amount: 30 },
    })
    expect(await office.pay(letter.paymentUrl)).toBe(303)
    const { organizerId } = hall
    await prisma.postageRate.updateMany({ where: { organizerId }, data: { amount: 20 } })
    const cheap = must(await checkOutAs(await fanWhoOwes(30, hall, 'EUR', [2, 3]), byPost))
    expect(cheap).toMatchObject({ paymentUrl: null, order: { total: { amount: 0 }, postage: { amount: 0 } } })
  })

  it('needs no code: a ticket that costs less than a card can be charged costs nothing', async () => {
    const hall = await createTestPerformance({ amounts: [40] })
    const fan = await newFan()
    await hold(fan, hall, [0])
    expect(await discountOf(fan)).toMatchObject({ waived: { amount: 40 }, promo: null })
    const { order, paymentUrl } = must(await checkOutAs(fan))
    expect({ paymentUrl, total: order.total.amount, codes: order.promoCodes }).toEqual({
      ...{ paymentUrl: null, total: 0, codes: [] },
    })
    await hold(fan, hall, [1])
    expect(must(await checkOutAs(fan)).order).toMatchObject({ total: { amount: 80 }, waived: { amount: 0 } })
  })

  it('where only Stripe knows that it is too little, is waived on its word; a repeat finds nothing to pay again', async () => {
    const hall = await createTestPerformance({ currency: 'KRW', amounts: [40] })
    const fan = await newFan()
    await hold(fan, hall, [0])
    const expected = { seats: [], total: { amount: 40, currency: 'KRW' } }
    for (const _ of [1, 2]) {
      const { order, paymentUrl } = must(await checkOutAs(fan, { expected }))
      expect({ paymentUrl, total: order.total.amount, waived: order.waived.amount }).toEqual({
        ...{ paymentUrl: null, total: 0, waived: 40 },
      })
    }
    const orders = await prisma.order.findMany({ where: { cartId: fan.cartId }, orderBy: { id: 'desc' } })
    expect(orders[0]).toMatchObject({ status: 'pending' })
    expect(orders.slice(1).every(({ status }) => status === 'cancelled')).toBe(true)
  })

  it('is no more than Stripe refused: seats that join the cart meanwhile are paid', async () => {
    const hall = await createTestPerformance({ currency: 'KRW', amounts: [40] })
    const fan = await newFan()
    await hold(fan, hall, [0])
    await office.fault({
      match: { method: 'POST', path: '/v1/checkout/sessions$' },
      effect: 'delay',
      ms: 800,
    })
    const asked = checkOutAs(fan)
    await sleep(400)
    await hold(fan, hall, [1, 2])
    const { order, paymentUrl } = must(await asked)
    expect(order).toMatchObject({ total: { amount: 120 }, waived: { amount: 0 } })
    expect(await office.pay(paymentUrl)).toBe(303)
  })
})
