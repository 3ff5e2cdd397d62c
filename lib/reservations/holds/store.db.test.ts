import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/platform/db'
import { blockDraft, createTestCarts, createTestPerformance } from '@/prisma/testing'
import { claimSeats } from './store'

describe('claims of one cart at one moment, from several processes', () => {
  it('all get their seats, though none found the hold that the others make', async () => {
    const hall = await createTestPerformance({ draft: blockDraft(20, 50) })
    const carts = await createTestCarts(60)
    const claims = carts.flatMap((cartId, nth) =>
      [0, 1, 2, 3].map((tab) => ({
        ...{ cartId, performanceId: hall.performanceId, seatIndexes: [nth * 4 + tab] },
        ...{ ticketTypeIds: [hall.ticketTypeIds[0] as string], chosenType: false },
      })),
    )
    const outcomes = await Promise.all(claims.map((claim) => claimSeats([claim])))
    expect(outcomes.flat().filter(({ granted }) => granted)).toHaveLength(claims.length)
    const holds = await prisma.hold.findMany({ where: { cartId: { in: carts } } })
    expect(holds.map(({ seatCount }) => seatCount)).toEqual(carts.map(() => 4))
  })
})
