import { type Prisma, prisma } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import type { TicketFacts } from './types'

const PARTS = {
  order: { select: { reference: true, currency: true } },
  orderLine: true,
  performance: {
    select: {
      startsAt: true,
      doorsAt: true,
      seatMapId: true,
      event: { select: { slug: true, title: true, organizer: { select: { name: true } } } },
      venue: { select: { name: true, city: true, country: true, timezone: true, address: true } },
    },
  },
} satisfies Prisma.TicketInclude

type TicketRow = Prisma.TicketGetPayload<{ include: typeof PARTS }>

/** An order's tickets, void ones too, by performance time, then seat. */
export function findTickets(orderId: string): Promise<TicketFacts[]> {
  return findWhere({ orderId })
}

/** The tickets a refund was for, in the same order. */
export function findRefundedTickets(refundId: string): Promise<TicketFacts[]> {
  return findWhere({ refundId })
}

async function findWhere(where: Prisma.TicketWhereInput): Promise<TicketFacts[]> {
  const rows = await prisma.ticket.findMany({
    where,
    include: PARTS,
    orderBy: [{ performance: { startsAt: 'asc' } }, { performanceId: 'asc' }, { seatIndex: 'asc' }],
  })
  return withSeatFlags(rows)
}

/** A ticket by its id; null for any other id, malformed ones too. Says nothing of who may see it. */
export async function findTicket(id: string): Promise<TicketFacts | null> {
  if (!isId(id)) return null
  const row = await prisma.ticket.findUnique({ where: { id }, include: PARTS })
  return row ? ((await withSeatFlags([row]))[0] ?? null) : null
}

async function withSeatFlags(rows: TicketRow[]): Promise<TicketFacts[]> {
  if (rows.length === 0) return []
  const seats = await prisma.seat.findMany({
    where: { OR: rows.map((row) => ({ seatMapId: row.performance.seatMapId, index: row.seatIndex })) },
    select: { seatMapId: true, index: true, flags: true },
  })
  const flags = new Map(seats.map((seat) => [`${seat.seatMapId}/${seat.index}`, seat.flags]))
  return rows.map((row) => toFacts(row, flags.get(`${row.performance.seatMapId}/${row.seatIndex}`) ?? 0))
}

function toFacts({ order, orderLine: line, performance, ...ticket }: TicketRow, flags: number): TicketFacts {
  const { event, venue, startsAt, doorsAt } = performance
  const { id, orderId, performanceId, status, serial, holder, createdAt } = ticket
  return {
    ...{ id, orderId, performanceId, status, serial, holder, createdAt, venue, startsAt, doorsAt },
    reference: order.reference,
    seat: {
      ...{ index: line.seatIndex, label: line.seatLabel, section: line.section, row: line.row },
      ...{ number: line.number, category: { name: line.categoryName }, flags },
    },
    ticketType: { id: line.ticketTypeId, name: line.ticketTypeName },
    price: { amount: line.priceAmount, currency: order.currency },
    event: { slug: event.slug, title: event.title },
    organizer: event.organizer,
  }
}
