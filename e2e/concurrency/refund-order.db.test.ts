import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type RefundAsked, refundOrder } from '@/lib/coordinator/refund-order'
import { refundPayment } from '@/lib/coordinator/refund-payment'
import { prisma } from '@/lib/platform/db'
import { admit } from '@/lib/reservations/admissions/store'
import { createTestPerformance } from '@/prisma/testing'
import { finishBackground } from '../fixtures/background'
import { must } from '../fixtures/fans'
import { openHallWithBooks } from '../fixtures/hall-with-books'
import { endOf, moneyOf, sellTickets, startAuthorized } from './testing/till'

vi.mock('@/lib/platform/background', () => import('../fixtures/background'))

const PRICE = 4500

const { hall, books, freshSeats } = openHallWithBooks()
beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))

const sell = (count: number) => sellTickets(books, hall, freshSeats(count))

const refund = (orderId: string, tickets: RefundAsked['tickets']) =>
  refundOrder({ organizerId: hall.organizerId, orderId, tickets })

async function setTickets(orderId: string, status: 'valid' | 'void') {
  await prisma.ticket.updateMany({ where: { orderId }, data: { status } })
}

async function statusOf(refundId: string) {
  return (await prisma.refund.findUniqueOrThrow({ where: { id: refundId } })).status
}

/** Everything given back at Stripe for an order, minor units. */
function givenBack(orderId: string): number {
  const { intents, refunds } = books.store.tables
  const own = new Set(
    [...intents.values()].filter(({ metadata }) => metadata.order === orderId).map(({ id }) => id),
  )
  return [...refunds.values()]
    .filter((one) => own.has(one.payment_intent))
    .reduce((sum, one) => sum + one.amount, 0)
}

describe('a refund', () => {
  it('of some tickets gives back their price, voids them and frees their seats; the others stay', async () => {
    const sale = await sell(3)
    const [first, second] = sale.ticketIds as [string, string]
    const refunded = must(await refund(sale.orderId, [first, second]))
    expect(refunded).toMatchObject({ status: 'partially_refunded', amount: { amount: 2 * PRICE } })
    await finishBackground()
    expect(givenBack(sale.orderId)).toBe(2 * PRICE)
    expect(await endOf(hall, sale)).toMatchObject({
      status: 'partially_refunded',
      seatsSold: 1,
      tickets: 1,
    })
    must(await refund(sale.orderId, 'all'))
    await finishBackground()
    expect(givenBack(sale.orderId)).toBe(3 * PRICE)
    expect(await endOf(hall, sale)).toMatchObject({ status: 'refunded', seatsSold: 0, tickets: 0 })
    expect(await refund(sale.orderId, 'all')).toMatchObject({ code: 'void' })
  })

  it('asked for twenty times at once happens once', async () => {
    const sale = await sell(2)
    const answers = await Promise.all(Array.from({ length: 20 }, () => refund(sale.orderId, 'all')))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    await finishBackground()
    expect(moneyOf(books, sale.orderId)).toMatchObject({ taken: 2 * PRICE, refunds: 1 })
    expect(givenBack(sale.orderId)).toBe(2 * PRICE)
  })

  it('control: without the order’s lock, looking first and writing then would give back twice', async () => {
    const sale = await sell(1)
    const refunds = Array.from({ length: 20 }, async () => {
      const valid = await prisma.ticket.count({ where: { orderId: sale.orderId, status: 'valid' } })
      if (valid > 0) await setTickets(sale.orderId, 'void')
      return valid > 0
    })
    const given = (await Promise.all(refunds)).filter(Boolean).length
    await setTickets(sale.orderId, 'valid')
    expect(given).toBeGreaterThan(1)
  })

  it.each(['before', 'after'] as const)(
    'whose answer is lost %s Stripe did it is done once, by whoever asks again',
    async (when) => {
      const sale = await sell(1)
      books.breakDown({ at: 'refund', when })
      const refundId = must(await refund(sale.orderId, 'all')).refundId ?? ''
      await finishBackground()
      expect(await statusOf(refundId)).toBe('due')
      books.mend()
      await Promise.all([1, 2, 3].map(() => refundPayment(refundId)))
      expect(givenBack(sale.orderId)).toBe(PRICE)
      expect(await statusOf(refundId)).toBe('done')
    },
  )

  it('of a part that Stripe did, and kept its own failure of, is not done again under another key', async () => {
    const sale = await sell(3)
    books.faults.add([
      { match: { path: '/refunds$', method: 'POST' }, effect: 'fail-after-effect', times: 1 },
    ])
    const { refundId } = must(await refund(sale.orderId, sale.ticketIds.slice(0, 1)))
    await finishBackground()
    expect(givenBack(sale.orderId)).toBe(PRICE)
    expect(await statusOf(refundId ?? '')).toBe('done')
  })

  it('and the door come to one end: in and refunded is what the door saw first', async () => {
    const sales = [await sell(1), await sell(1), await sell(1), await sell(1)]
    for (const sale of sales) {
      const ticketId = sale.ticketIds[0] as string
      const door = admit({ ticketId, performanceId: hall.performanceId, serial: 1, door: null })
      const [admission, refunded] = await Promise.all([door, refund(sale.orderId, 'all')])
      expect(refunded.ok).toBe(true)
      expect(['admitted', 'void']).toContain(admission.outcome)
      const later = await admit({ ticketId, performanceId: hall.performanceId, serial: 1, door: null })
      expect(later.outcome).toBe('void')
    }
  })
})

describe('what may not be refunded', () => {
  it('is another house’s tickets, an order that is not paid, and tickets that are not of it', async () => {
    const sale = await sell(1)
    const other = await createTestPerformance()
    const asked = { orderId: sale.orderId, tickets: 'all' as const }
    expect(await refundOrder({ ...asked, organizerId: other.organizerId })).toMatchObject({
      code: 'not_found',
    })
    const strange = (await sell(1)).ticketIds
    expect(await refund(sale.orderId, strange)).toMatchObject({ code: 'unknown_ticket' })
    const open = await startAuthorized(books, hall, freshSeats(1))
    expect(await refund(open.orderId, 'all')).toMatchObject({ code: 'not_found' })
    expect(givenBack(sale.orderId)).toBe(0)
  })
})
