import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { pool, prisma } from '@/lib/platform/db'
import { holdIdOf } from '@/lib/reservations/holds/rules'
import { claimSeats, claimSeatsTogether } from '@/lib/reservations/holds/store'
import type { Claim, ClaimOutcome } from '@/lib/reservations/holds/types'
import { releaseSeats, sweepHolds } from '@/lib/reservations/releases/store'
import { blockDraft, createTestCarts, createTestPerformance, type TestPerformance } from '@/prisma/testing'

let hall: TestPerformance

beforeAll(async () => {
  hall = await createTestPerformance({ draft: blockDraft(10, 40) })
})

function claimOf(cartId: string, seatIndexes: number[]): Claim {
  const type = hall.ticketTypeIds[0] as string
  return {
    ...{ cartId, seatIndexes, performanceId: hall.performanceId, chosenType: false },
    ticketTypeIds: seatIndexes.map(() => type),
  }
}

async function claimOne(claim: Claim): Promise<ClaimOutcome> {
  const [outcome] = await claimSeats([claim])
  return outcome as ClaimOutcome
}

function seatRows(seatIndexes: number[]) {
  return prisma.performanceSeat.findMany({
    where: { performanceId: hall.performanceId, seatIndex: { in: seatIndexes } },
    orderBy: { seatIndex: 'asc' },
  })
}

/** What a claim would be without its guard: look first, then write. */
async function claimUnguarded(cartId: string, seat: number): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT 1 FROM performance_seat WHERE performance_id = $1 AND seat_index = $2 AND status = 'free'`,
    [hall.performanceId, seat],
  )
  if (rows.length === 0) return false
  await pool.query(
    `UPDATE performance_seat SET status = 'held', hold_id = $3, held_until = now() + interval '10 minutes',
       ticket_type_id = $4, price_amount = 1 WHERE performance_id = $1 AND seat_index = $2`,
    [hall.performanceId, seat, holdIdOf(cartId, hall.performanceId), hall.ticketTypeIds[0]],
  )
  return true
}

describe('200 carts want one seat', () => {
  it('control: looking first and writing then gives it to several', async () => {
    const carts = await createTestCarts(200)
    const won = await Promise.all(carts.map((cart) => claimUnguarded(cart, 0)))
    expect(won.filter(Boolean).length).toBeGreaterThan(1)
  })

  it.each([
    ['each on its own connection', claimOne],
    ['coalesced in process', claimSeatsTogether],
  ])('exactly one gets it, and the others hear which seat they lost: %s', async (_, claim) => {
    const seat = claim === claimOne ? 1 : 2
    const carts = await createTestCarts(200)
    const outcomes = await Promise.all(carts.map((cart) => claim(claimOf(cart, [seat]))))
    const winners = carts.filter((_, i) => outcomes[i]?.granted)
    expect(winners).toHaveLength(1)
    for (const outcome of outcomes.filter((one) => !one.granted)) {
      expect(outcome).toEqual({ granted: false, reason: 'seats_taken', lostIndexes: [seat] })
    }
    const [row] = await seatRows([seat])
    expect(row?.holdId).toBe(holdIdOf(winners[0] as string, hall.performanceId))
  })
})

describe('overlapping sets of one to ten seats, in any order', () => {
  it('are all or nothing, never deadlock to the caller, and add up', async () => {
    const seats = Array.from({ length: 60 }, (_, i) => 100 + i)
    const carts = await createTestCarts(150)
    const claims = carts.map((cart) => claimOf(cart, pick(seats, 1 + Math.floor(Math.random() * 10))))
    const outcomes = await Promise.all(
      claims.map((claim, i) => (i % 2 ? claimOne : claimSeatsTogether)(claim)),
    )
    const rows = await seatRows(seats)
    for (const [i, claim] of claims.entries()) {
      const holdId = holdIdOf(claim.cartId, hall.performanceId)
      const mine = rows.filter((row) => row.holdId === holdId).map((row) => row.seatIndex)
      expect(mine).toEqual(outcomes[i]?.granted ? [...claim.seatIndexes].sort((a, b) => a - b) : [])
    }
    const granted = claims.filter((_, i) => outcomes[i]?.granted)
    expect(granted.length).toBeGreaterThan(0)
    const sum = granted.reduce((total, claim) => total + claim.seatIndexes.length, 0)
    expect(rows.filter((row) => row.status === 'held')).toHaveLength(sum)
  })
})

describe('one cart', () => {
  it('in two tabs at nine seats never holds eleven', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [cart] = (await createTestCarts(1)) as [string]
      const nine = Array.from({ length: 9 }, (_, i) => 200 + i)
      expect((await claimOne(claimOf(cart, nine))).granted).toBe(true)
      const outcomes = await Promise.all([claimOne(claimOf(cart, [210])), claimOne(claimOf(cart, [211]))])
      expect(outcomes.filter((outcome) => outcome.granted)).toHaveLength(1)
      expect(outcomes.find((outcome) => !outcome.granted)).toMatchObject({ reason: 'seat_limit' })
      const hold = await prisma.hold.findUniqueOrThrow({ where: { id: holdIdOf(cart, hall.performanceId) } })
      expect(hold.seatCount).toBe(10)
      await releaseSeats(cart, hall.performanceId, null)
    }
  })

  it('keeps the seats it holds, counts them once, and gains no time by adding to them', async () => {
    const [cart] = (await createTestCarts(1)) as [string]
    const first = await claimOne(claimOf(cart, [220, 221]))
    await sleep(20)
    const second = await claimOne(claimOf(cart, [221, 222]))
    expect(second).toEqual(first)
    const hold = await prisma.hold.findUniqueOrThrow({ where: { id: holdIdOf(cart, hall.performanceId) } })
    expect(hold.seatIndexes).toEqual([220, 221, 222])
  })

  it('lets go of one seat and then of all, and starts anew', async () => {
    const [cart, other] = (await createTestCarts(2)) as [string, string]
    await claimOne(claimOf(cart, [230, 231]))
    expect(await releaseSeats(other, hall.performanceId, [230])).toEqual([])
    expect(await releaseSeats(cart, hall.performanceId, [230])).toEqual([230])
    expect(await releaseSeats(cart, hall.performanceId, null)).toEqual([231])
    expect((await claimOne(claimOf(other, [230, 231]))).granted).toBe(true)
    expect((await claimOne(claimOf(cart, [232]))).granted).toBe(true)
  })
})

describe('a hold that ends', () => {
  it('gives its seat to the next who asks, at that very moment and once', async () => {
    for (let round = 0; round < 8; round += 1) {
      const seat = 300 + round
      const [cart, ...others] = (await createTestCarts(21)) as [string, ...string[]]
      await claimOne(claimOf(cart, [seat]))
      const endsInMs = 30
      await endHoldIn(cart, endsInMs)
      const late = others.map(async (other) => {
        await sleep(endsInMs - 12 + Math.random() * 24)
        return claimOne(claimOf(other, [seat]))
      })
      const outcomes = await Promise.all(late)
      const winners = outcomes.filter((outcome) => outcome.granted)
      expect(winners.length).toBeLessThanOrEqual(1)
      if (winners.length === 0)
        expect((await claimOne(claimOf(others[0] as string, [seat]))).granted).toBe(true)
    }
  })

  it('is swept once, however many sweep, and a new claim of the same cart forgets none of its seats', async () => {
    const [cart] = (await createTestCarts(1)) as [string]
    await claimOne(claimOf(cart, [320, 321]))
    await endHoldIn(cart, 0)
    await prisma.seatChange.deleteMany()
    await Promise.all([sweepHolds(), claimOne(claimOf(cart, [322])), sweepHolds()])
    const rows = await seatRows([320, 321, 322])
    expect(rows.map((row) => row.status)).toEqual(['free', 'free', 'held'])
    const told = (await prisma.seatChange.findMany()).flatMap((change) => change.seatIndexes)
    expect(told.sort()).toEqual([320, 321, 322])
  })
})

/** Moves a hold into the past, as time would: so that it ends in `ms`. */
async function endHoldIn(cartId: string, ms: number): Promise<void> {
  const holdId = holdIdOf(cartId, hall.performanceId)
  await pool.query(
    `WITH h AS (
       UPDATE hold SET first_held_at = clock_timestamp() - interval '5 minutes',
         expires_at = clock_timestamp() + make_interval(secs => $2) WHERE id = $1 RETURNING id, performance_id, expires_at
     ) UPDATE performance_seat s SET held_until = h.expires_at FROM h
       WHERE s.performance_id = h.performance_id AND s.hold_id = h.id`,
    [holdId, ms / 1000],
  )
}

function pick(from: number[], count: number): number[] {
  return [...from].sort(() => Math.random() - 0.5).slice(0, count)
}
