import { describe, expect, it, vi } from 'vitest'
import { acceptTicket } from '@/lib/coordinator/accept-ticket'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { endWaiting } from '@/lib/coordinator/end-waiting'
import { letCalledSeatsGo } from '@/lib/coordinator/leave-waiting-list'
import { offerTicket } from '@/lib/coordinator/offer-ticket'
import { returnTicket } from '@/lib/coordinator/return-ticket'
import { sweepHolds } from '@/lib/coordinator/sweep-holds'
import { takeBackReturn } from '@/lib/coordinator/take-back-return'
import { takeCalledSeats } from '@/lib/coordinator/take-called-seats'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { createTestOrder, createTestPerformance } from '@/prisma/testing'
import { finishBackground } from '../fixtures/background'
import { endHoldIn, must, newFan, seatRows } from '../fixtures/fans'
import { openBooks } from '../fixtures/open-books'
import { calledWith, endCallIn, join, look } from './testing/line'
import {
  type Asked,
  givenBack,
  orderStatus,
  refundAll,
  returnedAndCalled,
  returnsOf,
  runRefunds,
  scan,
  soldOut,
  startBuying,
  ticketOf,
  ticketRow,
} from './testing/returned'
import { moneyOf } from './testing/till'

vi.mock('@/lib/platform/background', () => import('../fixtures/background'))

const PRICE = 4500
const ROUNDS = 5

const books = openBooks(runRefunds)

describe('a returned ticket', () => {
  it('is its owner’s until it is sold; then it is void, and what was paid for it goes back', async () => {
    const { hall, sale, tickets } = await soldOut(books, 2)
    const [asked, other] = tickets as [Asked, Asked]
    expect(await ticketOf(asked)).toMatchObject({ return: null, isReturnable: true })
    must(await returnTicket(asked))
    await finishBackground()
    expect(await ticketOf(asked)).toMatchObject({ return: { status: 'open' }, isReturnable: false })
    expect((await seatRows(hall, [0]))[0]).toMatchObject({ status: 'sold', ticketId: asked.ticketId })

    const entry = await join(hall)
    expect(await calledWith(entry)).toEqual([0])
    expect(await ticketOf(asked)).toMatchObject({ status: 'valid', return: { status: 'being_bought' } })
    const bought = await startBuying(books, entry)
    expect((await ticketRow(asked)).status).toBe('valid')
    must(await confirmOrder(bought.request))
    await finishBackground()
    await runRefunds()

    expect(await ticketRow(asked)).toMatchObject({ status: 'void' })
    expect((await ticketRow(other)).status).toBe('valid')
    expect(await returnsOf(asked)).toEqual(['sold'])
    expect(await orderStatus(sale.orderId)).toBe('partially_refunded')
    expect(givenBack(books, sale.orderId)).toBe(PRICE)
    expect(moneyOf(books, bought.orderId)).toMatchObject({ taken: PRICE, refunds: 0 })
    const mails = await prisma.$queryRaw<{ kind: string }[]>`
      SELECT data ->> 'kind' AS kind FROM pgboss.job WHERE name = 'send-return-mail' ORDER BY created_on`
    expect(mails.map(({ kind }) => kind)).toEqual(['open', 'sold'])
  })

  it('comes back to its owner where who was called does not buy it, and can be taken back then', async () => {
    const { hall, ticket, entry } = await returnedAndCalled(books)
    expect(await takeBackReturn(ticket)).toMatchObject({ code: 'being_bought' })
    expect(await scan(hall, ticket)).toMatchObject({ code: 'void' })
    const fan = await newFan()
    must(await takeCalledSeats({ owner: fan.owner, key: entry.key }))
    expect(await takeBackReturn(ticket)).toMatchObject({ code: 'being_bought' })
    await endHoldIn(fan, hall, -1)
    await sweepHolds()
    await finishBackground()
    expect((await seatRows(hall, [0]))[0]).toMatchObject({
      ...{ status: 'sold', ticketId: ticket.ticketId, priceAmount: PRICE, holdId: null },
    })
    must(await takeBackReturn(ticket))
    must(await takeBackReturn(ticket))
    expect(await returnsOf(ticket)).toEqual(['taken_back'])
    expect((await scan(hall, ticket)).ok).toBe(true)
  })

  it('goes to the next in line where the first lets it go, the oldest return before others', async () => {
    const { hall, tickets } = await soldOut(books, 3)
    const line = [await join(hall), await join(hall)] as const
    must(await returnTicket(tickets[2] as Asked))
    await finishBackground()
    must(await returnTicket(tickets[0] as Asked))
    await finishBackground()
    expect([await calledWith(line[0]), await calledWith(line[1])]).toEqual([[2], [0]])
    const third = await join(hall)
    expect(await letCalledSeatsGo(line[0].key)).toBe(true)
    await finishBackground()
    expect(await calledWith(third)).toEqual([2])
  })

  it('stays its owner’s when the performance begins', async () => {
    const { hall, ticket } = await soldOut(books, 1)
    must(await returnTicket(ticket))
    const startsAt = new Date(Date.now() - 1_000)
    await prisma.performance.update({ where: { id: hall.performanceId }, data: { startsAt } })
    await endWaiting()
    expect(await returnsOf(ticket)).toEqual(['ended'])
    expect((await ticketRow(ticket)).status).toBe('valid')
    expect(await returnTicket(ticket)).toMatchObject({ code: 'too_late' })
  })

  it('is none that was passed on, is offered, let somebody in, cost nothing here, or that the organizer forbids', async () => {
    const { hall, ticket, tickets } = await soldOut(books, 4)
    expect(await returnTicket({ ...ticket, access: { guestId: newId() } })).toMatchObject({
      code: 'not_found',
    })
    must(await returnTicket(ticket))
    expect(await returnTicket(ticket)).toMatchObject({ code: 'already_returned' })
    const to = { name: 'Grace', email: 'grace@example.com' }
    expect(await offerTicket({ ...ticket, to })).toMatchObject({ code: 'already_returned' })

    const [, offered, inside, last] = tickets as [Asked, Asked, Asked, Asked]
    const { transferId } = must(await offerTicket({ ...offered, to }))
    expect(await returnTicket(offered)).toMatchObject({ code: 'already_offered' })
    const { offerKey } = await prisma.ticketTransfer.findUniqueOrThrow({ where: { id: transferId } })
    const grace = { guestId: newId() }
    must(await acceptTicket({ offerKey, name: 'Grace', owner: grace }))
    expect(await returnTicket({ ...offered, access: grace })).toMatchObject({ code: 'not_returnable' })
    expect((await ticketOf({ ...offered, access: grace }))?.isReturnable).toBe(false)

    must(await scan(hall, inside))
    expect(await returnTicket(inside)).toMatchObject({ code: 'already_admitted' })
    await prisma.performance.update({ where: { id: hall.performanceId }, data: { returnable: false } })
    expect(await returnTicket(last)).toMatchObject({ code: 'not_returnable' })

    const office = await createTestPerformance()
    const sold = await createTestOrder(office, [0])
    await prisma.payment.update({ where: { id: sold.paymentId }, data: { paymentIntentId: null } })
    const { accessToken } = await prisma.order.findUniqueOrThrow({ where: { id: sold.orderId } })
    const key = `tbo_${accessToken.padEnd(43, 'x')}`
    await prisma.order.update({ where: { id: sold.orderId }, data: { accessToken: key } })
    const cash = { access: { key }, ticketId: sold.ticketIds[0] as string }
    expect(await returnTicket(cash)).toMatchObject({ code: 'not_returnable' })
  })
})

describe('a call with a returned ticket that ends', () => {
  it('as its organizer refunds it: the seat is the next one’s, and nobody’s ticket any more', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { hall, sale, entry } = await returnedAndCalled(books)
      const next = await join(hall)
      await endCallIn(entry, -1)
      await Promise.all([refundAll(hall, sale.orderId), sweepHolds()])
      await finishBackground()
      await sweepHolds()
      await finishBackground()
      expect(await look(entry)).toMatchObject({ status: 'missed' })
      expect(await calledWith(next)).toEqual([0])
      expect((await seatRows(hall, [0]))[0]?.ticketId).toBeNull()
    }
  })
})
