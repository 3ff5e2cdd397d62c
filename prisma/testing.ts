import { openPerformance } from '@/lib/events/performances/store'
import { insertSeatMap } from '@/lib/events/seat-maps/store'
import { prisma } from '@/lib/platform/db'
import { newId, newReference } from '@/lib/platform/ids'
import { inTransaction, type Tx } from '@/lib/platform/transaction'
import { decodePlan } from '@/lib/seat-map/decode-plan'
import { encodePlan } from '@/lib/seat-map/encode-plan'
import type { PlanDraft } from '@/lib/seat-map/plan'

/** For tests: a hall of one block, `rows` rows of `seatsPerRow` seats, section `A`, one category. */
export function blockDraft(rows: number, seatsPerRow: number): PlanDraft {
  return {
    name: 'Test hall',
    width: 200 + seatsPerRow * 55,
    height: 600 + rows * 90,
    focus: [100 + (seatsPerRow * 55) / 2, 200],
    categories: [{ id: 'cat-1', name: 'Stalls', color: '#e0a030' }],
    decor: [],
    sections: [
      {
        name: 'A',
        zone: '',
        kind: 'seated',
        rows: Array.from({ length: rows }, (_, row) => ({
          name: String(row + 1),
          seats: Array.from({ length: seatsPerRow }, (_, seat) => ({
            number: String(seat + 1),
            x: 100 + seat * 55,
            y: 500 + row * 90,
            category: 0,
          })),
        })),
      },
    ],
  }
}

export type TestPerformance = {
  organizerId: string
  eventId: string
  venueId: string
  seatMapId: string
  performanceId: string
  /** By category, then position. */
  ticketTypeIds: string[]
}

/** For tests: a published performance with everything it stands on. Amounts are minor units, a type a category each. */
export async function createTestPerformance({
  draft = blockDraft(4, 25),
  currency = 'EUR',
  amounts = [4500],
  startsAt = new Date(Date.now() + 30 * 86_400_000),
  onSaleAt = null as Date | null,
} = {}): Promise<TestPerformance> {
  const organizerId = newId()
  const slug = newReference(10).toLowerCase()
  await prisma.organizer.create({ data: { id: organizerId, slug, name: 'Test Organizer' } })
  await prisma.postageRate.create({ data: { organizerId, currency, amount: 450, leadDays: 14 } })
  const venue = await prisma.venue.create({
    data: { organizerId, name: 'Test hall', city: 'Vienna', country: 'AT', timezone: 'Europe/Vienna' },
  })
  const event = await prisma.event.create({
    data: { organizerId, slug, title: 'Test event', description: 'A test.', category: 'concert' },
  })
  return inTransaction(async (tx) => {
    const seatMapId = await storeSeatMap(tx, venue.id, draft)
    const performance = await tx.performance.create({
      data: { eventId: event.id, venueId: venue.id, seatMapId, startsAt, onSaleAt, currency },
    })
    const ticketTypeIds = draft.categories.map(() => newId())
    await tx.ticketType.createMany({
      data: ticketTypeIds.map((id, categoryIndex) => ({
        ...{ id, categoryIndex, performanceId: performance.id, name: 'Adult' },
        amount: amounts[categoryIndex] ?? amounts[0] ?? 0,
      })),
    })
    await openPerformance(tx, performance)
    return {
      ...{ organizerId, eventId: event.id, venueId: venue.id, seatMapId },
      ...{ performanceId: performance.id, ticketTypeIds },
    }
  })
}

async function storeSeatMap(tx: Tx, venueId: string, draft: PlanDraft): Promise<string> {
  const id = newId()
  const encoded = encodePlan(draft, { id, version: 1 })
  if (!encoded.ok) throw new Error(JSON.stringify(encoded.issues))
  await insertSeatMap(tx, { venueId, plan: encoded.plan, map: decodePlan(encoded.plan) })
  return id
}

/** For tests: `count` carts of guests. */
export async function createTestCarts(count: number): Promise<string[]> {
  const carts = Array.from({ length: count }, () => ({ id: newId(), guestId: newId() }))
  await prisma.cart.createMany({ data: carts })
  return carts.map((cart) => cart.id)
}

export type TestOrder = { orderId: string; ticketIds: string[]; paymentId: string }

/** For tests: a paid order of the given free seats, as the money flow leaves it. */
export async function createTestOrder(hall: TestPerformance, seatIndexes: number[], priceAmount = 4500) {
  const orderId = newId()
  const ticketIds = seatIndexes.map(() => newId())
  const totalAmount = priceAmount * seatIndexes.length
  return inTransaction(async (tx): Promise<TestOrder> => {
    const { id: cartId } = await tx.cart.create({ data: { guestId: newId() } })
    await tx.order.create({
      data: {
        ...{ id: orderId, cartId, totalAmount, status: 'paid', currency: 'EUR' },
        ...{
          reference: newReference(),
          accessToken: newReference(20),
          email: 'ada@example.com',
          name: 'Ada',
        },
        ...{ expiresAt: new Date(), paidAt: new Date(), confirmedAt: new Date() },
      },
    })
    const payment = await tx.payment.create({
      data: {
        ...{ orderId, status: 'captured', amount: totalAmount, capturedAmount: totalAmount },
        ...{ currency: 'EUR', paymentIntentId: `pi_${newReference(16)}` },
      },
    })
    for (const [i, seatIndex] of seatIndexes.entries()) {
      const line = await tx.orderLine.create({
        data: {
          ...{ orderId, performanceId: hall.performanceId, seatIndex, priceAmount },
          ...{ seatLabel: `A-1-${seatIndex}`, section: 'A', row: '1', number: String(seatIndex) },
          ...{
            categoryName: 'Stalls',
            ticketTypeName: 'Adult',
            ticketTypeId: hall.ticketTypeIds[0] as string,
          },
        },
      })
      const id = ticketIds[i] as string
      await tx.ticket.create({
        data: {
          id,
          orderId,
          orderLineId: line.id,
          performanceId: hall.performanceId,
          seatIndex,
          holder: 'Ada',
        },
      })
      await tx.performanceSeat.update({
        where: { performanceId_seatIndex: { performanceId: hall.performanceId, seatIndex } },
        data: { status: 'sold', ticketId: id, priceAmount, ticketTypeId: hall.ticketTypeIds[0] },
      })
    }
    return { orderId, ticketIds, paymentId: payment.id }
  })
}
