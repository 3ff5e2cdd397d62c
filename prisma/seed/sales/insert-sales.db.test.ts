import { describe, expect, it } from 'vitest'
import { makeHouse, makePerformance } from '@/lib/coordinator/testing/house'
import { findSaleFacts } from '@/lib/events/performances/queries'
import { makeRandom } from '@/lib/events/posters/random'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import { prisma } from '@/lib/platform/db'
import { verifyDatabase } from '../../verify/verify-database'
import { chooseSold } from './choose-seats'
import { insertSales } from './insert-sales'

async function sell(share: number) {
  const house = await makeHouse()
  const performanceId = await makePerformance(house)
  const facts = await findSaleFacts(performanceId)
  const map = await findSeatMap(house.seatMapId)
  if (!facts || !map) throw new Error('the house is not open')
  const random = makeRandom(`sell ${share}`)
  const parties = chooseSold(map, share, new Set(), random)
  const sale = { facts, map, parties, random, now: new Date() }
  await insertSales(sale)
  return { performanceId, parties, sale }
}

describe('seeded sales', () => {
  it('leave the books of a database as real sales would: every invariant holds', async () => {
    const { performanceId, parties } = await sell(0.6)
    await sell(1)
    const sold = parties.flat().length
    expect(sold).toBe(36)
    expect(await prisma.performanceSeat.count({ where: { performanceId, status: 'sold' } })).toBe(sold)
    expect(await prisma.ticket.count({ where: { performanceId, status: 'valid' } })).toBe(sold)
    const orders = await prisma.order.findMany({
      where: { lines: { some: { performanceId } } },
      include: { lines: true, payment: true },
    })
    expect(orders).toHaveLength(parties.length)
    for (const { payment, totalAmount, lines, email } of orders) {
      expect(payment).toMatchObject({
        status: 'captured',
        capturedAmount: totalAmount,
        paymentIntentId: null,
      })
      expect(lines.reduce((sum, line) => sum + line.priceAmount, 0)).toBe(totalAmount)
      expect(email).toMatch(/^boxoffice-[a-z0-9]{8}@example\.com$/)
    }
    expect(await verifyDatabase(process.env.DATABASE_URL ?? '')).toEqual([])
  })

  it('never sell a seat twice: the second time nothing is written', async () => {
    const { sale } = await sell(0.3)
    const before = await prisma.order.count()
    await expect(insertSales(sale)).rejects.toThrow()
    expect(await prisma.order.count()).toBe(before)
  })
})
