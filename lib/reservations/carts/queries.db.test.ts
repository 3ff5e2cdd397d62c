import { expect, it } from 'vitest'
import { createTestCarts, createTestPerformance } from '@/prisma/testing'
import { claimSeats } from '../holds/store'
import { findHeldSeats } from './queries'

it('shows each seat of a cart once, however many look at the same moment', async () => {
  const hall = await createTestPerformance()
  const [cartId, other] = (await createTestCarts(2)) as [string, string]
  const type = hall.ticketTypeIds[0] as string
  const claimOf = (cart: string, seatIndexes: number[]) => ({
    ...{ cartId: cart, performanceId: hall.performanceId, seatIndexes, chosenType: false },
    ticketTypeIds: seatIndexes.map(() => type),
  })
  await claimSeats([claimOf(cartId, [3, 4]), claimOf(other, [9])])
  const looks = await Promise.all(
    Array.from({ length: 80 }, (_, i) => findHeldSeats(i % 4 === 0 ? other : cartId)),
  )
  for (const [i, rows] of looks.entries()) {
    expect(rows.map((row) => row.seatIndex)).toEqual(i % 4 === 0 ? [9] : [3, 4])
  }
})
