import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decidePromo, normalizeCode, shareOut, waiveRest } from './rules'
import type { PromoFacts, PromoSeat } from './types'

const now = new Date('2026-05-01T12:00:00Z')
const promo = (more: Partial<PromoFacts> = {}): PromoFacts => ({
  ...{
    id: 'c1',
    organizerId: 'o1',
    eventId: null,
    code: 'SPRING',
    scope: 'order',
    percentOff: 10,
    amountOff: null,
  },
  ...{
    currency: null,
    minimumAmount: null,
    maxUses: null,
    maxPerCustomer: null,
    startsAt: null,
    endsAt: null,
  },
  ...{ archivedAt: null, usedCount: 0, usedByCustomer: 0 },
  ...more,
})
const seat = (amount: number, more: Partial<PromoSeat> = {}): PromoSeat => ({
  ...{ performanceId: 'p1', label: 'A-1-1', organizerId: 'o1', eventId: 'e1', currency: 'EUR', amount },
  ...more,
})

describe('a promo code', () => {
  it('takes percent or an amount off each ticket, or off the order shared out to the cent', () => {
    const seats = [seat(4500), seat(3333), seat(0)]
    expect(decidePromo([promo({ scope: 'ticket' })], seats, now).off).toEqual([450, 333, 0])
    expect(decidePromo([promo()], seats, now).off).toEqual([450, 333, 0])
    const amount = { percentOff: null, amountOff: 1000, currency: 'EUR' } as const
    expect(decidePromo([promo({ ...amount, scope: 'ticket' })], seats, now).off).toEqual([1000, 1000, 0])
    expect(decidePromo([promo(amount)], seats, now).off).toEqual([574, 426, 0])
    expect(decidePromo([promo({ ...amount, amountOff: 99_999 })], seats, now).off).toEqual([4500, 3333, 0])
  })

  it('acts on the seats of its organizer, or of its event, alone', () => {
    const seats = [seat(1000), seat(1000, { eventId: 'e2' }), seat(1000, { organizerId: 'o2' })]
    expect(decidePromo([promo()], seats, now).off).toEqual([100, 100, 0])
    expect(decidePromo([promo({ eventId: 'e2' })], seats, now).off).toEqual([0, 100, 0])
    const both = [promo(), promo({ id: 'c2', organizerId: 'o2', percentOff: 50 })]
    expect(decidePromo(both, seats, now)).toEqual({
      isUsed: true,
      promoIds: ['c1', 'c2'],
      off: [100, 100, 500],
    })
  })

  it.each([
    [{ organizerId: 'o9' }, 'unknown'],
    [{ startsAt: new Date(now.getTime() + 1) }, 'unknown'],
    [{ endsAt: now }, 'ended'],
    [{ archivedAt: now }, 'ended'],
    [{ maxUses: 3, usedCount: 3 }, 'used_up'],
    [{ maxPerCustomer: 1, usedByCustomer: 1 }, 'used_by_you'],
    [{ currency: 'USD', percentOff: null, amountOff: 5 }, 'other_currency'],
    [{ currency: 'EUR', minimumAmount: 1001 }, 'below_minimum'],
  ] as const)('that does not hold (%o) takes nothing off: %s', (more, refusal) => {
    const outcome = decidePromo([promo(more)], [seat(1000)], now)
    expect(outcome).toMatchObject({ isUsed: false, refusal, off: [0] })
  })

  it('is the same in whatever case it is typed', () => {
    expect(normalizeCode('  spring\u0131 ')).toBe('SPRINGI')
    expect(decidePromo([], [seat(1)], now)).toMatchObject({ isUsed: false, refusal: 'unknown' })
  })
})

it('shares add up to the whole, and none exceeds its weight', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
      const sum = all.reduce((total, weight) => total + weight, 0)
      const whole = Math.floor(sum * part)
      const shares = shareOut(whole, all)
      expect(shares.reduce((total, share) => total + share, 0)).toBe(whole)
      shares.forEach((share, i) => {
        expect(share).toBeLessThanOrEqual(all[i] as number)
        expect(share).toBeGreaterThanOrEqual(0)
      })
    }),
  )
})

describe('a rest that no card can be charged', () => {
  const rest = (amounts: number[], feeAmount = 0) => waiveRest({ amounts, feeAmount, smallestAmount: 50 })

  it('is waived seat by seat; what can be charged is charged', () => {
    expect(rest([30, 0, 19])).toEqual({ waived: [30, 0, 19], feeAmount: 0 })
    expect(rest([30, 20])).toEqual({ waived: [0, 0], feeAmount: 0 })
    expect(rest([0, 0])).toEqual({ waived: [0, 0], feeAmount: 0 })
  })

  it('is waived by letter as by mail; a fee that can be charged is asked, one that cannot is not', () => {
    expect(rest([30], 350)).toEqual({ waived: [30], feeAmount: 350 })
    expect(rest([30], 49)).toEqual({ waived: [30], feeAmount: 0 })
    expect(rest([0], 49)).toEqual({ waived: [0], feeAmount: 0 })
    expect(rest([50], 20)).toEqual({ waived: [0], feeAmount: 20 })
  })
})

it('whatever the code: the total is the sum of the lines, is nothing or can be charged, and no price goes below nothing', () => {
  const prices = fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 10 })
  const codes = fc.oneof(
    fc.record({ percentOff: fc.integer({ min: 1, max: 100 }), amountOff: fc.constant(null) }),
    fc.record({ percentOff: fc.constant(null), amountOff: fc.integer({ min: 1, max: 300_000 }) }),
  )
  const fees = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2_000 }))
  const scopes = fc.constantFrom('order' as const, 'ticket' as const)
  const smallest = fc.constantFrom(1, 30, 50, 250, 17_500)
  fc.assert(
    fc.property(prices, codes, scopes, fees, smallest, (amounts, code, scope, fee, smallestAmount) => {
      const { off } = decidePromo(
        [promo({ ...code, scope })],
        amounts.map((amount) => seat(amount)),
        now,
      )
      const left = amounts.map((amount, i) => amount - (off[i] as number))
      const { waived, feeAmount } = waiveRest({ amounts: left, feeAmount: fee, smallestAmount })
      const lines = left.map((amount, i) => amount - (waived[i] as number))
      for (const line of lines) expect(line).toBeGreaterThanOrEqual(0)
      const sumOf = (all: number[]) => all.reduce((sum, amount) => sum + amount, 0)
      const total = sumOf(lines) + feeAmount
      expect(total === 0 || total >= smallestAmount).toBe(true)
      // Nothing is lost between the full prices, what came off and what is paid.
      expect(sumOf(amounts)).toBe(sumOf(lines) + sumOf(off) + sumOf(waived))
      expect(sumOf(waived)).toBeLessThan(smallestAmount)
      if (sumOf(left) >= smallestAmount) expect(sumOf(waived)).toBe(0)
    }),
  )
})
