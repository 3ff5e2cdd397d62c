import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { applyPromoCode } from '@/lib/coordinator/apply-promo-code'
import { archivePromoCode } from '@/lib/coordinator/archive-promo-code'
import { cancelOrder } from '@/lib/coordinator/cancel-order'
import { composeReceipt } from '@/lib/coordinator/compose-documents'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { createPromoCode } from '@/lib/coordinator/create-promo-code'
import { expireOrders } from '@/lib/coordinator/expire-orders'
import { viewOrderById } from '@/lib/coordinator/view-order'
import { prisma } from '@/lib/platform/db'
import { newReference } from '@/lib/platform/ids'
import { inTransaction } from '@/lib/platform/transaction'
import { createTestPerformance } from '@/prisma/testing'
import { checkOutAs, endHoldIn, type Fan, fanWith, hold, must } from '../fixtures/fans'
import { openHallWithOffice } from '../fixtures/hall-with-office'

const { hall, office, freshSeats } = openHallWithOffice()

async function makeCode(more: object = { percentOff: 20 }): Promise<{ id: string; code: string }> {
  const input = { code: `T-${newReference(8)}`, ...more }
  return must(await createPromoCode({ organizerId: hall.organizerId, input }))
}

const cartOf = (seats = 1, at = hall) => fanWith(at, freshSeats(seats))

function enter({ owner }: Fan, typed: string, address = newReference(10)) {
  return applyPromoCode({ owner, typed, currency: 'EUR', email: null, address })
}

async function fanWithCode(code: string, seats = 1): Promise<Fan> {
  const fan = await cartOf(seats)
  expect(must(await enter(fan, code))).toEqual({ refusal: null, minimum: null })
  return fan
}

const usesOf = async (id: string) => (await prisma.promoCode.findUniqueOrThrow({ where: { id } })).usedCount

describe('a promo code', () => {
  it('makes each line cheaper, adds up to the total, and is on the receipt', async () => {
    const { id, code } = await makeCode({ amountOff: 1000, currency: 'EUR' })
    const fan = await fanWithCode(` ${code.toLowerCase()} `, 3)
    const { order, paymentUrl } = must(await checkOutAs(fan))
    expect(order.total).toEqual({ amount: 12_500, currency: 'EUR' })
    expect(order.lines.map((line) => line.price.amount)).toEqual([4166, 4167, 4167])
    expect(await usesOf(id)).toBe(1)
    expect(await office.pay(paymentUrl)).toBe(303)
    expect(must(await confirmOrder({ access: fan.owner, orderId: order.id }))).toMatchObject({
      status: 'paid',
    })
    const view = await viewOrderById(order.id)
    expect(view?.promoCodes).toEqual([code])
    const receipt = view && (await composeReceipt(view))
    expect(receipt?.lines[0]?.detail).toContain(`code ${code}`)
    expect(receipt?.lines.reduce((sum, line) => sum + line.price.amount, 0)).toBe(12_500)
    expect(await prisma.cart.findUnique({ where: { id: fan.cartId } })).toMatchObject({ promoCode: null })
  })

  it('of a hundred percent never goes to Stripe', async () => {
    const { code } = await makeCode({ percentOff: 100 })
    const fan = await fanWithCode(code, 2)
    const { order, paymentUrl } = must(await checkOutAs(fan))
    expect(paymentUrl).toBeNull()
    expect(await prisma.payment.count({ where: { orderId: order.id } })).toBe(0)
    expect(must(await confirmOrder({ access: fan.owner, orderId: order.id }))).toMatchObject({
      status: 'paid',
    })
  })

  it('is given back by hand, by time and by another cart; the same cart uses it once', async () => {
    const { id, code } = await makeCode({ percentOff: 20, maxUses: 1 })
    const fan = await fanWithCode(code)
    const { order } = must(await checkOutAs(fan))
    expect(must(await checkOutAs(fan)).order.id).toBe(order.id)
    await hold(fan, hall, freshSeats(1))
    expect(must(await checkOutAs(fan)).order).toMatchObject({ total: { amount: 7200 } })
    expect(await usesOf(id)).toBe(1)
    const again = must(await checkOutAs(fan)).order
    must(await cancelOrder({ access: fan.owner, orderId: again.id }))
    expect(await usesOf(id)).toBe(0)
    expect(must(await checkOutAs(fan)).order.total.amount).toBe(7200)
    await endHoldIn(fan, hall, -1)
    await expireOrders()
    expect(await usesOf(id)).toBe(0)
  })

  it('that ran out, or ended, meanwhile is told with the new total, and the next try goes on without it', async () => {
    const last = await makeCode({ percentOff: 20, maxUses: 1 })
    const [first, second] = [await fanWithCode(last.code), await fanWithCode(last.code)]
    must(await checkOutAs(first))
    const total = { amount: 4500, currency: 'EUR' }
    expect(await checkOutAs(second)).toMatchObject({ code: 'price_changed', total })
    expect(must(await checkOutAs(second)).order.total).toEqual(total)
    const ended = await makeCode()
    const third = await fanWithCode(ended.code)
    must(await archivePromoCode({ organizerId: hall.organizerId, promoCodeId: ended.id }))
    const expected = { seats: [], total: { amount: 3600, currency: 'EUR' } }
    expect(await checkOutAs(third, { expected })).toMatchObject({ code: 'price_changed', total })
  })

  it('of one use a customer is theirs once, under whatever spelling of the address', async () => {
    const { code } = await makeCode({ percentOff: 20, maxPerCustomer: 1 })
    const fan = await fanWithCode(code)
    must(await checkOutAs(fan))
    const other = await fanWithCode(code)
    const email = fan.email.toUpperCase()
    expect(await checkOutAs(other, { email })).toMatchObject({ code: 'price_changed' })
    expect(must(await checkOutAs(other, { email })).order.total.amount).toBe(4500)
  })

  it('is refused by what is wrong with it, and given away by nothing', async () => {
    const fan = await cartOf()
    const other = await createTestPerformance()
    const theirs = { code: `T-${newReference(8)}`, percentOff: 50 }
    must(await createPromoCode({ organizerId: other.organizerId, input: theirs }))
    const later = await makeCode({ percentOff: 5, startsAt: new Date(Date.now() + 60_000) })
    const dear = await makeCode({ percentOff: 5, minimumAmount: 4501, currency: 'EUR' })
    const yen = await makeCode({ amountOff: 5, currency: 'JPY' })
    const answers = []
    for (const code of ['NO-SUCH', theirs.code, later.code, dear.code, yen.code]) {
      answers.push(must(await enter(fan, code)).refusal)
    }
    expect(answers).toEqual(['unknown', 'unknown', 'unknown', 'below_minimum', 'other_currency'])
    expect(must(await checkOutAs(fan)).order.total.amount).toBe(4500)
  })

  it('cannot be guessed for long, from one cart or from one address', async () => {
    const fan = await cartOf()
    const tries = []
    for (let i = 0; i < 12; i += 1) tries.push((await enter(fan, `GUESS-${i}`)).ok)
    expect(tries).toEqual([...Array(10).fill(true), false, false])
    const address = newReference(10)
    let passed = 0
    for (let i = 0; i < 70; i += 1) {
      const one = i % 9 === 0 ? await cartOf() : fan
      if ((await enter(one, 'GUESS', address)).ok) passed += 1
    }
    expect(passed).toBeLessThanOrEqual(60)
  })

  it('names what is wrong when it is made', async () => {
    const { code } = await makeCode()
    const pathsOf = async (input: object) => {
      const made = await createPromoCode({ organizerId: hall.organizerId, input })
      return made.ok ? [] : made.errors?.map(({ path }) => path)
    }
    expect(await pathsOf({ code, percentOff: 5 })).toEqual(['code'])
    expect(await pathsOf({ code: 'A B', percentOff: 5 })).toEqual(['code'])
    expect(await pathsOf({ code: 'ABCD' })).toEqual(['percentOff'])
    expect(await pathsOf({ code: 'ABCD', amountOff: 5 })).toEqual(['currency'])
    expect(await pathsOf({ code: 'ABCD', percentOff: 101 })).toEqual(['percentOff'])
  })
})

describe('the last uses of a code', () => {
  const MAX = 3
  const CROWD = 8

  it('go to exactly as many as there are, whoever asks at the same moment', async () => {
    const { id, code } = await makeCode({ percentOff: 20, maxUses: MAX })
    const fans = await Promise.all(Array.from({ length: CROWD }, () => fanWithCode(code)))
    const results = await Promise.all(fans.map((fan) => checkOutAs(fan)))
    const cheaper = results.filter((one) => one.ok && one.value.order.total.amount === 3600)
    expect(cheaper).toHaveLength(MAX)
    expect(results.filter((one) => !one.ok).map((one) => !one.ok && one.code)).toEqual(
      Array(CROWD - MAX).fill('price_changed'),
    )
    expect(await usesOf(id)).toBe(MAX)
  })

  it('control: counted without the lock, too many get one', async () => {
    const { id } = await makeCode({ percentOff: 20, maxUses: MAX })
    const fans = await Promise.all(Array.from({ length: CROWD }, () => cartOf()))
    const orderIds = await Promise.all(fans.map(async (fan) => must(await checkOutAs(fan)).order.id))
    const taken = await Promise.all(
      orderIds.map((orderId) =>
        inTransaction(async (tx) => {
          const used = await tx.promoUse.count({ where: { promoCodeId: id } })
          await sleep(50)
          if (used >= MAX) return false
          await tx.promoUse.create({ data: { orderId, promoCodeId: id, email: 'ada@example.com' } })
          return true
        }),
      ),
    )
    expect(taken.filter(Boolean).length).toBeGreaterThan(MAX)
    await prisma.promoUse.deleteMany({ where: { promoCodeId: id } })
  })

  it('are refused by the table where everything else has failed', async () => {
    const { id } = await makeCode({ percentOff: 20, maxUses: MAX })
    await expect(prisma.promoCode.update({ where: { id }, data: { usedCount: MAX + 1 } })).rejects.toThrow()
  })
})
