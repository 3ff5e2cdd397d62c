import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type HoldFacts, mergeHolds } from './rules'

const NOW = Date.UTC(2026, 10, 20, 19, 0)
const MINUTE = 60_000

/** A live hold as a claim and, where it is being paid for, the extension leave it. */
function holdOf(seatIndexes: number[], heldMinutesAgo: number, payingMinutesAgo: number | null): HoldFacts {
  const first = NOW - heldMinutesAgo * MINUTE
  const paymentStarted = payingMinutesAgo === null ? null : NOW - payingMinutesAgo * MINUTE
  const extended = Math.min(first + 30 * MINUTE, (paymentStarted ?? 0) + 15 * MINUTE)
  return {
    seatIndexes,
    firstHeldAt: new Date(first),
    expiresAt: new Date(Math.max(first + 10 * MINUTE, extended)),
    paymentStartedAt: paymentStarted === null ? null : new Date(paymentStarted),
    extendedAt: null,
  }
}

const minutesLeft = (hold: HoldFacts) => (hold.expiresAt.getTime() - NOW) / MINUTE

it('keeps all seats of both where they are ten, and the time of the one that ends first', () => {
  const { hold, released } = mergeHolds(holdOf([5, 3, 4, 1, 2], 1, null), holdOf([10, 8, 9, 6, 7], 7, null))
  expect(hold.seatIndexes).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(released).toEqual([])
  expect(minutesLeft(hold)).toBe(3)
  expect(hold.firstHeldAt).toEqual(new Date(NOW - 7 * MINUTE))
})

it("keeps the guest's own choice whole and lets go of the account's that do not fit", () => {
  const { hold, released } = mergeHolds(
    holdOf([1, 2, 3, 4, 5, 6, 7], 1, null),
    holdOf([23, 20, 22, 21], 7, null),
  )
  expect(hold.seatIndexes).toEqual([1, 2, 3, 4, 5, 6, 7, 20, 21, 22])
  expect(released).toEqual([23])
})

it('takes nothing from a hold that is being paid for, neither seats nor time', () => {
  const paying = holdOf([20, 21, 22, 23, 24, 25, 26, 27], 5, 2)
  const { hold, released } = mergeHolds(holdOf([1, 2, 3], 9, null), paying)
  expect(hold.seatIndexes).toEqual([1, 2, ...paying.seatIndexes])
  expect(released).toEqual([3])
  expect(hold.expiresAt).toEqual(paying.expiresAt)
  expect(hold.paymentStartedAt).toEqual(paying.paymentStartedAt)
})

it('leaves a full hold as it is', () => {
  const full = holdOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 2, null)
  expect(mergeHolds(full, holdOf([11], 9, null))).toEqual({ hold: full, released: [11] })
})

it('whatever the two are: every seat is kept or released, the limits hold, what is paid for is not shortened', () => {
  const sizes = fc.integer({ min: 1, max: 10 })
  const times = fc.oneof(
    fc.record({ ago: fc.integer({ min: 0, max: 9 }), paying: fc.constant(null) }),
    fc
      .record({ ago: fc.integer({ min: 0, max: 14 }), paying: fc.integer({ min: 0, max: 14 }) })
      .filter(({ ago, paying }) => paying <= ago && ago - paying < 10),
  )
  fc.assert(
    fc.property(sizes, sizes, times, times, (guestSize, accountSize, guestTimes, accountTimes) => {
      const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i)
      const guest = holdOf(range(0, guestSize), guestTimes.ago, guestTimes.paying)
      const account = holdOf(range(100, accountSize), accountTimes.ago, accountTimes.paying)
      const { hold, released } = mergeHolds(guest, account)
      const all = [...guest.seatIndexes, ...account.seatIndexes]
      expect([...hold.seatIndexes, ...released].sort((a, b) => a - b)).toEqual(all)
      expect(hold.seatIndexes.length).toBe(Math.min(10, all.length))
      const lastsMinutes = (hold.expiresAt.getTime() - hold.firstHeldAt.getTime()) / MINUTE
      expect(lastsMinutes).toBeLessThanOrEqual(hold.paymentStartedAt ? 30 : 10)
      const paying = [guest, account].filter((one) => one.paymentStartedAt)
      if (paying.length === 1) expect(hold.expiresAt >= (paying[0] as HoldFacts).expiresAt).toBe(true)
      if (paying.length === 0) expect(hold.expiresAt <= guest.expiresAt).toBe(true)
    }),
  )
})

it('keeps that more time was asked for: the ten minutes more are not asked for twice', () => {
  const extended = {
    ...holdOf([1], 9, null),
    extendedAt: new Date(NOW),
    expiresAt: new Date(NOW + 10 * MINUTE),
  }
  for (const { hold } of [
    mergeHolds(extended, holdOf([2], 1, null)),
    mergeHolds(holdOf([2], 1, null), extended),
  ]) {
    expect(hold.extendedAt).toEqual(new Date(NOW))
    expect(minutesLeft(hold)).toBe(9)
  }
})
