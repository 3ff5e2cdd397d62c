import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { acceptTicket } from '@/lib/coordinator/accept-ticket'
import { admitTicket } from '@/lib/coordinator/admit-ticket'
import { callNextInLine } from '@/lib/coordinator/call-next-in-line'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { endWaiting } from '@/lib/coordinator/end-waiting'
import { letCalledSeatsGo } from '@/lib/coordinator/leave-waiting-list'
import { offerTicket } from '@/lib/coordinator/offer-ticket'
import { refundOrder } from '@/lib/coordinator/refund-order'
import { returnTicket } from '@/lib/coordinator/return-ticket'
import { sweepHolds } from '@/lib/coordinator/sweep-holds'
import { syncPayment } from '@/lib/coordinator/sync-payment'
import { takeBackReturn } from '@/lib/coordinator/take-back-return'
import { takeCalledSeats } from '@/lib/coordinator/take-called-seats'
import { viewTicket } from '@/lib/coordinator/view-tickets'
import { pool, prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { stopJobs } from '@/lib/platform/jobs'
import { blockDraft, createTestOrder, createTestPerformance, type TestPerformance } from '@/prisma/testing'
import { checkOutAs, endHoldIn, type Fan, findContradictions, must, newFan, seatRows } from '../fixtures/fans'
import { finishBackground } from './testing/background'
import { calledWith, endCallIn, join, look } from './testing/line'
import { openStripeBooks, type StripeBooks } from './testing/stripe-books'
import { around, moneyOf, payAt, startAuthorized } from './testing/till'

vi.mock('@/lib/platform/background', () => import('./testing/background'))

const PRICE = 4500
const ROUNDS = 5

let books: StripeBooks

beforeAll(async () => {
  books = await openStripeBooks()
})
afterAll(async () => {
  await stopJobs()
  await books.close()
})
afterEach(async () => {
  await finishBackground()
  await runRefunds()
  expect(await findContradictions()).toEqual([])
})

/** A house of `count` seats, all sold: in one order, and its tickets in the order of their seats. */
async function soldOut(count: number) {
  const hall = await createTestPerformance({ draft: blockDraft(1, count) })
  const sale = await startAuthorized(
    books,
    hall,
    Array.from({ length: count }, (_, seat) => seat),
  )
  must(await confirmOrder(sale.request))
  await finishBackground()
  const rows = await prisma.ticket.findMany({
    where: { orderId: sale.orderId },
    orderBy: { seatIndex: 'asc' },
  })
  const access = sale.fan.owner
  const tickets = rows.map(({ id }) => ({ access, ticketId: id }))
  return { hall, sale, tickets, ticket: tickets[0] as (typeof tickets)[number] }
}
type Asked = { access: { guestId: string }; ticketId: string }

/** A ticket is returned, and somebody who waited is called with it. */
async function returnedAndCalled() {
  const house = await soldOut(1)
  const entry = await join(house.hall)
  must(await returnTicket(house.ticket))
  await finishBackground()
  expect(await calledWith(entry)).toEqual([0])
  return { ...house, entry }
}

/** Takes the seats somebody was called with, checks out and pays; to be confirmed. */
async function startBuying(entry: { key: string }, fan?: Fan) {
  const buyer = fan ?? (await newFan())
  must(await takeCalledSeats({ owner: buyer.owner, key: entry.key }))
  const { order } = must(await checkOutAs(buyer))
  await payAt(books, order.id)
  must(await syncPayment(order.id))
  return { fan: buyer, orderId: order.id, request: { access: buyer.owner, orderId: order.id } }
}

const ticketRow = ({ ticketId }: Asked) => prisma.ticket.findUniqueOrThrow({ where: { id: ticketId } })
const orderStatus = async (id: string) => (await prisma.order.findUniqueOrThrow({ where: { id } })).status
const stateOf = async (asked: Asked) => (await viewTicket(asked.access, asked.ticketId))?.ticket
const returnsOf = async ({ ticketId }: Asked) =>
  (await prisma.ticketReturn.findMany({ where: { ticketId }, orderBy: { createdAt: 'asc' } })).map(
    ({ status }) => status,
  )
const scan = async (hall: TestPerformance, asked: Asked) => {
  const code = (await stateOf(asked))?.code ?? ''
  const { organizerId, performanceId } = hall
  return admitTicket({ organizerId, performanceId, input: { code } })
}
const refundAll = ({ organizerId }: TestPerformance, orderId: string) =>
  refundOrder({ organizerId, orderId, tickets: 'all' })

/** What the jobs of returned tickets do: the money goes back at Stripe. */
async function runRefunds(): Promise<void> {
  const { refundPayment } = await import('@/lib/coordinator/refund-payment')
  const due = await prisma.refund.findMany({ where: { status: 'due' }, select: { id: true } })
  for (const { id } of due) must(await refundPayment(id))
}

function givenBack(orderId: string): number {
  const { intents, refunds } = books.store.tables
  const own = [...intents.values()].filter(({ metadata }) => metadata.order === orderId).map(({ id }) => id)
  return [...refunds.values()]
    .filter((one) => own.includes(one.payment_intent))
    .reduce((sum, { amount }) => sum + amount, 0)
}

describe('a returned ticket', () => {
  it('is its owner’s until it is sold; then it is void, and what was paid for it goes back', async () => {
    const { hall, sale, tickets } = await soldOut(2)
    const [asked, other] = tickets as [Asked, Asked]
    expect(await stateOf(asked)).toMatchObject({ return: null, isReturnable: true })
    must(await returnTicket(asked))
    await finishBackground()
    expect(await stateOf(asked)).toMatchObject({ return: { status: 'open' }, isReturnable: false })
    expect((await seatRows(hall, [0]))[0]).toMatchObject({ status: 'sold', ticketId: asked.ticketId })

    const entry = await join(hall)
    expect(await calledWith(entry)).toEqual([0])
    expect(await stateOf(asked)).toMatchObject({ status: 'valid', return: { status: 'being_bought' } })
    const bought = await startBuying(entry)
    expect((await ticketRow(asked)).status).toBe('valid')
    must(await confirmOrder(bought.request))
    await finishBackground()
    await runRefunds()

    expect(await ticketRow(asked)).toMatchObject({ status: 'void' })
    expect((await ticketRow(other)).status).toBe('valid')
    expect(await returnsOf(asked)).toEqual(['sold'])
    expect(await orderStatus(sale.orderId)).toBe('partially_refunded')
    expect(givenBack(sale.orderId)).toBe(PRICE)
    expect(moneyOf(books, bought.orderId)).toMatchObject({ taken: PRICE, refunds: 0 })
    const mails = await prisma.$queryRaw<{ kind: string }[]>`
      SELECT data ->> 'kind' AS kind FROM pgboss.job WHERE name = 'send-return-mail' ORDER BY created_on`
    expect(mails.map(({ kind }) => kind)).toEqual(['open', 'sold'])
  })

  it('comes back to its owner where who was called does not buy it, and can be taken back then', async () => {
    const { hall, ticket, entry } = await returnedAndCalled()
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
    const { hall, tickets } = await soldOut(3)
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
    const { hall, ticket } = await soldOut(1)
    must(await returnTicket(ticket))
    const startsAt = new Date(Date.now() - 1_000)
    await prisma.performance.update({ where: { id: hall.performanceId }, data: { startsAt } })
    await endWaiting()
    expect(await returnsOf(ticket)).toEqual(['ended'])
    expect((await ticketRow(ticket)).status).toBe('valid')
    expect(await returnTicket(ticket)).toMatchObject({ code: 'too_late' })
  })

  it('is none that was passed on, is offered, let somebody in, cost nothing here, or that the organizer forbids', async () => {
    const { hall, ticket, tickets } = await soldOut(4)
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
    expect((await stateOf({ ...offered, access: grace }))?.isReturnable).toBe(false)

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

describe('a returned ticket, and at the moment somebody is called with it', () => {
  it('control: a door that looks at the ticket alone lets its owner in, though somebody is buying the seat', async () => {
    const { ticket } = await returnedAndCalled()
    const [admitted] = await undone([
      `INSERT INTO admission (ticket_id) SELECT id FROM ticket
       WHERE id = '${ticket.ticketId}' AND status = 'valid' AND serial = 1`,
    ])
    expect(admitted).toBe(1)
  })

  it('control: taking it back by the return alone would, too', async () => {
    const { ticket } = await returnedAndCalled()
    const [back] = await undone([
      `UPDATE ticket_return SET status = 'taken_back', ended_at = now()
       WHERE ticket_id = '${ticket.ticketId}' AND status = 'open'`,
    ])
    expect(back).toBe(1)
  })

  it('scanned: its owner goes in, or it is being bought; never both', async () => {
    const ends = { inside: 0, called: 0 }
    for (let round = 0; round < ROUNDS * 2; round += 1) {
      const { hall, ticket } = await soldOut(1)
      must(await returnTicket(ticket))
      await finishBackground()
      const code = (await stateOf(ticket))?.code ?? ''
      const { organizerId, performanceId } = hall
      const entry = await waitUnseen(hall)
      const [scanned] = await Promise.all([
        around(12, () => admitTicket({ organizerId, performanceId, input: { code } })),
        around(8, () => callNextInLine(performanceId)),
        around(8, () => callNextInLine(performanceId)),
      ])
      expect(await calledWith(entry)).toEqual(scanned.ok ? [] : [0])
      ends[scanned.ok ? 'inside' : 'called'] += 1
    }
    console.info(`scanned as somebody is called: ${JSON.stringify(ends)}`)
  })

  it('taken back: it stays its owner’s, or is being bought; never both', async () => {
    const ends = { back: 0, called: 0 }
    for (let round = 0; round < ROUNDS * 2; round += 1) {
      const { hall, ticket } = await soldOut(1)
      must(await returnTicket(ticket))
      await finishBackground()
      const entry = await waitUnseen(hall)
      const [back] = await Promise.all([
        around(8, () => takeBackReturn(ticket)),
        around(14, () => callNextInLine(hall.performanceId)),
      ])
      expect(await calledWith(entry)).toEqual(back.ok ? [] : [0])
      expect(await returnsOf(ticket)).toEqual([back.ok ? 'taken_back' : 'open'])
      ends[back.ok ? 'back' : 'called'] += 1
    }
    console.info(`taken back as somebody is called: ${JSON.stringify(ends)}`)
  })
})

/** What these would change, each; undone. */
async function undone(statements: string[]): Promise<(number | null)[]> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const counts = []
    for (const sql of statements) counts.push((await client.query(sql)).rowCount)
    return counts
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

/** Somebody waits whom nobody has looked for seats for yet. */
async function waitUnseen({ performanceId }: TestPerformance): Promise<{ key: string }> {
  const key = `tbw_${newId().replaceAll('-', '').padEnd(43, 'x')}`
  const who = { name: 'Grace', email: 'grace@example.com', category: 0, seatCount: 1 }
  await prisma.waitingEntry.create({ data: { ...who, performanceId, key } })
  return { key }
}

describe('the sale of a returned ticket', () => {
  it('control: without the order’s lock, looking first and writing then, many would give its price back', async () => {
    const { ticket } = await returnedAndCalled()
    const where = { id: ticket.ticketId }
    const given = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { status } = await ticketRow(ticket)
        if (status === 'valid') await prisma.ticket.update({ where, data: { status: 'void' } })
        return status === 'valid'
      }),
    )
    await prisma.ticket.update({ where, data: { status: 'valid' } })
    expect(given.filter(Boolean).length).toBeGreaterThan(1)
  })

  it('control: the new ticket beside the old one is refused by the index, where the old is not void first', async () => {
    const { ticket } = await returnedAndCalled()
    const twice = undone([
      `INSERT INTO ticket (id, order_id, order_line_id, performance_id, seat_index, holder)
       SELECT gen_random_uuid(), order_id, gen_random_uuid(), performance_id, seat_index, holder FROM ticket
       WHERE id = '${ticket.ticketId}'`,
    ])
    await expect(twice).rejects.toThrow('ticket_one_valid_per_seat')
  })

  it('and the organizer’s refund of it come to one refund, whoever is first; the buyer has the seat', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { hall, sale, ticket, entry } = await returnedAndCalled()
      const bought = await startBuying(entry)
      const [confirmed, refunded] = await Promise.all([
        confirmOrder(bought.request),
        refundAll(hall, sale.orderId),
      ])
      await finishBackground()
      await runRefunds()
      expect(confirmed.ok).toBe(true)
      expect(await returnsOf(ticket)).toEqual([refunded.ok ? 'ended' : 'sold'])
      expect(givenBack(sale.orderId)).toBe(PRICE)
      expect(await orderStatus(sale.orderId)).toBe('refunded')
      const valid = await prisma.ticket.findMany({
        where: { performanceId: hall.performanceId, status: 'valid' },
      })
      expect(valid.map(({ orderId }) => orderId)).toEqual([bought.orderId])
    }
  })

  it('after the organizer refunded it is a sale like any other; control: the seat had stood for the ticket', async () => {
    const { hall, sale, ticket, entry } = await returnedAndCalled()
    expect((await seatRows(hall, [0]))[0]?.ticketId).toBe(ticket.ticketId)
    must(await refundAll(hall, sale.orderId))
    await finishBackground()
    expect((await seatRows(hall, [0]))[0]).toMatchObject({ status: 'held', ticketId: null })
    expect(await returnsOf(ticket)).toEqual(['ended'])
    must(await confirmOrder((await startBuying(entry)).request))
    await finishBackground()
    expect(givenBack(sale.orderId)).toBe(PRICE)
  })

  it('confirmed ten times at once gives the money back once', async () => {
    const { sale, entry } = await returnedAndCalled()
    const bought = await startBuying(entry)
    await Promise.all(Array.from({ length: 10 }, () => confirmOrder(bought.request)))
    await finishBackground()
    await Promise.all([runRefunds(), runRefunds()])
    expect(givenBack(sale.orderId)).toBe(PRICE)
    expect(moneyOf(books, bought.orderId)).toMatchObject({ taken: PRICE, captures: 1 })
  })

  it('of one order’s tickets to several, at once and while the rest is refunded, loses none and pays each once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { hall, sale, tickets } = await soldOut(4)
      const line = [await join(hall), await join(hall), await join(hall)]
      for (const one of tickets.slice(0, 3)) must(await returnTicket(one))
      await finishBackground()
      const buying = []
      for (const entry of line) buying.push(await startBuying(entry))
      const [, ...confirmed] = await Promise.all([
        refundOrder({
          organizerId: hall.organizerId,
          orderId: sale.orderId,
          tickets: [tickets[3]?.ticketId ?? ''],
        }),
        ...buying.map(({ request }) => confirmOrder(request)),
      ])
      await finishBackground()
      await runRefunds()
      expect(confirmed.map(({ ok }) => ok)).toEqual([true, true, true])
      expect(givenBack(sale.orderId)).toBe(4 * PRICE)
      expect(await orderStatus(sale.orderId)).toBe('refunded')
    }
  })

  it('undone, because the bank let go of the money, goes to the next in line; the first owner keeps the refund', async () => {
    const { hall, sale, ticket, entry } = await returnedAndCalled()
    const next = await join(hall)
    const bought = await startBuying(entry)
    const intent = [...books.store.tables.intents.values()].find(
      ({ metadata }) => metadata.order === bought.orderId,
    )
    books.breakDown({ at: 'capture', when: 'before' })
    must(await confirmOrder(bought.request))
    await finishBackground()
    books.mend()
    await books.ask(`/v1/payment_intents/${intent?.id}/cancel`)
    must(await syncPayment(bought.orderId))
    await finishBackground()
    await runRefunds()
    expect(await orderStatus(bought.orderId)).toBe('cancelled')
    expect((await ticketRow(ticket)).status).toBe('void')
    expect(givenBack(sale.orderId)).toBe(PRICE)
    expect(await calledWith(next)).toEqual([0])
  })
})

describe('a call with a returned ticket that ends', () => {
  it('as its organizer refunds it: the seat is the next one’s, and nobody’s ticket any more', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { hall, sale, entry } = await returnedAndCalled()
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
