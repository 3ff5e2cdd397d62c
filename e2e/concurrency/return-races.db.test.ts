import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { admitTicket } from '@/lib/coordinator/admit-ticket'
import { callNextInLine } from '@/lib/coordinator/call-next-in-line'
import { confirmOrder } from '@/lib/coordinator/confirm-order'
import { leaveWaitingList } from '@/lib/coordinator/leave-waiting-list'
import { refundOrder } from '@/lib/coordinator/refund-order'
import { returnTicket } from '@/lib/coordinator/return-ticket'
import { syncPayment } from '@/lib/coordinator/sync-payment'
import { takeBackReturn } from '@/lib/coordinator/take-back-return'
import { pool, prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { TestPerformance } from '@/prisma/testing'
import { finishBackground } from '../fixtures/background'
import { must, seatRows } from '../fixtures/fans'
import { openBooks } from '../fixtures/open-books'
import { calledWith, join } from './testing/line'
import {
  type Asked,
  givenBack,
  orderStatus,
  refundAll,
  returnedAndCalled,
  returnsOf,
  runRefunds,
  soldOut,
  startBuying,
  ticketOf,
  ticketRow,
} from './testing/returned'
import { around, moneyOf } from './testing/till'

vi.mock('@/lib/platform/background', () => import('../fixtures/background'))

const PRICE = 4500
const ROUNDS = 5

const books = openBooks(runRefunds)

describe('a returned ticket, and at the moment somebody is called with it', () => {
  it('control: a door that looks at the ticket alone lets its owner in, though somebody is buying the seat', async () => {
    const { ticket } = await returnedAndCalled(books)
    const [admitted] = await undone([
      `INSERT INTO admission (ticket_id) SELECT id FROM ticket
       WHERE id = '${ticket.ticketId}' AND status = 'valid' AND serial = 1`,
    ])
    expect(admitted).toBe(1)
  })

  it('control: taking it back by the return alone would, too', async () => {
    const { ticket } = await returnedAndCalled(books)
    const [back] = await undone([
      `UPDATE ticket_return SET status = 'taken_back', ended_at = now()
       WHERE ticket_id = '${ticket.ticketId}' AND status = 'open'`,
    ])
    expect(back).toBe(1)
  })

  it('scanned: its owner goes in, or it is being bought; never both', async () => {
    const { hall, tickets } = await soldOut(books, ROUNDS * 2)
    const { organizerId, performanceId } = hall
    const ends = { inside: 0, called: 0 }
    for (const [nth, ticket] of tickets.entries()) {
      must(await returnTicket(ticket))
      await finishBackground()
      const seat = (await ticketRow(ticket)).seatIndex
      const code = (await ticketOf(ticket))?.code ?? ''
      const entry = await waitUnseen(hall)
      const [scanned] = await Promise.all([
        around(nth * 10, () => admitTicket({ organizerId, performanceId, input: { code } })),
        around(30, () => callNextInLine(performanceId)),
        around(30, () => callNextInLine(performanceId)),
      ])
      expect(await calledWith(entry)).toEqual(scanned.ok ? [] : [seat])
      ends[scanned.ok ? 'inside' : 'called'] += 1
      await endRound(entry, ticket)
    }
    console.info(`scanned as somebody is called: ${JSON.stringify(ends)}`)
  })

  it('taken back: it stays its owner’s, or is being bought; never both', async () => {
    const { hall, tickets } = await soldOut(books, ROUNDS * 2)
    const ends = { back: 0, called: 0 }
    for (const [nth, ticket] of tickets.entries()) {
      must(await returnTicket(ticket))
      await finishBackground()
      const seat = (await ticketRow(ticket)).seatIndex
      const entry = await waitUnseen(hall)
      const [back] = await Promise.all([
        around(30, () => takeBackReturn(ticket)),
        around(nth * 10, () => callNextInLine(hall.performanceId)),
      ])
      expect(await calledWith(entry)).toEqual(back.ok ? [] : [seat])
      expect(await returnsOf(ticket)).toEqual([back.ok ? 'taken_back' : 'open'])
      ends[back.ok ? 'back' : 'called'] += 1
      await endRound(entry, ticket)
    }
    console.info(`taken back as somebody is called: ${JSON.stringify(ends)}`)
  })
})

/** Nobody waits any more, and the ticket is its owner's again. */
async function endRound(entry: { key: string }, ticket: Asked): Promise<void> {
  await leaveWaitingList(entry.key)
  await finishBackground()
  must(await takeBackReturn(ticket))
}

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
  const id = newId().replaceAll('-', '')
  const key = `tbw_${id.padEnd(43, 'x')}`
  const who = { name: 'Grace', email: `grace-${id}@example.com`, category: 0, seatCount: 1 }
  await prisma.waitingEntry.create({ data: { ...who, performanceId, key } })
  return { key }
}

describe('the sale of a returned ticket', () => {
  it('control: without the order’s lock, looking first and writing then, many would give its price back', async () => {
    const { ticket } = await returnedAndCalled(books)
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
    const { ticket } = await returnedAndCalled(books)
    const twice = undone([
      `INSERT INTO ticket (id, order_id, order_line_id, performance_id, seat_index, holder)
       SELECT gen_random_uuid(), order_id, gen_random_uuid(), performance_id, seat_index, holder FROM ticket
       WHERE id = '${ticket.ticketId}'`,
    ])
    await expect(twice).rejects.toThrow('ticket_one_valid_per_seat')
  })

  it('and the organizer’s refund of it come to one refund, whoever is first; the buyer has the seat', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { hall, sale, ticket, entry } = await returnedAndCalled(books)
      const bought = await startBuying(books, entry)
      const [confirmed, refunded] = await Promise.all([
        confirmOrder(bought.request),
        refundAll(hall, sale.orderId),
      ])
      await finishBackground()
      await runRefunds()
      expect(confirmed.ok).toBe(true)
      expect(await returnsOf(ticket)).toEqual([refunded.ok ? 'ended' : 'sold'])
      expect(givenBack(books, sale.orderId)).toBe(PRICE)
      expect(await orderStatus(sale.orderId)).toBe('refunded')
      const valid = await prisma.ticket.findMany({
        where: { performanceId: hall.performanceId, status: 'valid' },
      })
      expect(valid.map(({ orderId }) => orderId)).toEqual([bought.orderId])
    }
  })

  it('after the organizer refunded it is a sale like any other; control: the seat had stood for the ticket', async () => {
    const { hall, sale, ticket, entry } = await returnedAndCalled(books)
    expect((await seatRows(hall, [0]))[0]?.ticketId).toBe(ticket.ticketId)
    must(await refundAll(hall, sale.orderId))
    await finishBackground()
    expect((await seatRows(hall, [0]))[0]).toMatchObject({ status: 'held', ticketId: null })
    expect(await returnsOf(ticket)).toEqual(['ended'])
    must(await confirmOrder((await startBuying(books, entry)).request))
    await finishBackground()
    expect(givenBack(books, sale.orderId)).toBe(PRICE)
  })

  it('is no hindrance to a refund that waits while somebody is called with the ticket', async () => {
    const { hall, sale, ticket } = await soldOut(books, 1)
    must(await returnTicket(ticket))
    await finishBackground()
    const entry = await waitUnseen(hall)
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      await client.query(
        `WITH w AS (UPDATE waiting_entry SET status = 'called', seat_indexes = '{0}', called_at = now(),
           called_until = now() + interval '15 minutes' WHERE key = $1 RETURNING *)
         UPDATE performance_seat s SET status = 'held', hold_id = w.id, held_until = w.called_until
         FROM w WHERE s.performance_id = w.performance_id AND s.seat_index = 0`,
        [entry.key],
      )
      const refunded = refundAll(hall, sale.orderId)
      await sleep(150)
      await client.query('COMMIT')
      must(await refunded)
    } finally {
      client.release()
    }
    expect(await calledWith(entry)).toEqual([0])
    expect((await seatRows(hall, [0]))[0]).toMatchObject({ status: 'held', ticketId: null })
  })

  it('confirmed ten times at once gives the money back once', async () => {
    const { sale, entry } = await returnedAndCalled(books)
    const bought = await startBuying(books, entry)
    await Promise.all(Array.from({ length: 10 }, () => confirmOrder(bought.request)))
    await finishBackground()
    await Promise.all([runRefunds(), runRefunds()])
    expect(givenBack(books, sale.orderId)).toBe(PRICE)
    expect(moneyOf(books, bought.orderId)).toMatchObject({ taken: PRICE, captures: 1 })
  })

  it('of one order’s tickets to several, at once and while the rest is refunded, loses none and pays each once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { hall, sale, tickets } = await soldOut(books, 4)
      const line = [await join(hall), await join(hall), await join(hall)]
      for (const one of tickets.slice(0, 3)) must(await returnTicket(one))
      await finishBackground()
      const buying = []
      for (const entry of line) buying.push(await startBuying(books, entry))
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
      expect(givenBack(books, sale.orderId)).toBe(4 * PRICE)
      expect(await orderStatus(sale.orderId)).toBe('refunded')
    }
  })

  it('undone, because the bank let go of the money, goes to the next in line; the first owner keeps the refund', async () => {
    const { hall, sale, ticket, entry } = await returnedAndCalled(books)
    const next = await join(hall)
    const bought = await startBuying(books, entry)
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
    expect(givenBack(books, sale.orderId)).toBe(PRICE)
    expect(await calledWith(next)).toEqual([0])
  })
})
