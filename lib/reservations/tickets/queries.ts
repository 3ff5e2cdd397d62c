import { type Prisma, prisma } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { accessFilter } from '../orders/queries'
import type { OrderAccess } from '../orders/types'
import { refuseReturn } from '../returns/rules'
import type { TicketFacts } from './types'

const PARTS = {
  order: {
    select: {
      ...{ reference: true, currency: true, locale: true, status: true },
      payment: { select: { paymentIntentId: true } },
    },
  },
  orderLine: true,
  performance: {
    select: {
      startsAt: true,
      doorsAt: true,
      seatMapId: true,
      transferable: true,
      returnable: true,
      status: true,
      event: { select: { slug: true, title: true, imageUrl: true, organizer: { select: { name: true } } } },
      venue: { select: { name: true, city: true, country: true, timezone: true, address: true } },
    },
  },
  transfers: { where: { status: 'offered' }, select: { id: true, toName: true, toEmail: true } },
  returns: { where: { status: { in: ['open', 'sold'] } }, select: { status: true, createdAt: true } },
  admission: { select: { ticketId: true } },
} satisfies Prisma.TicketInclude

type TicketRow = Prisma.TicketGetPayload<{ include: typeof PARTS }>

const BY_TIME = [
  { performance: { startsAt: 'asc' } },
  { performanceId: 'asc' },
  { seatIndex: 'asc' },
] satisfies Prisma.TicketOrderByWithRelationInput[]

/** An order's tickets, by performance time, then seat: void ones too, and those that were passed on. */
export function findTickets(orderId: string): Promise<TicketFacts[]> {
  return findWhere({ orderId })
}

/** The tickets a refund was for, in the same order. */
export function findRefundedTickets(refundId: string): Promise<TicketFacts[]> {
  return findWhere({ refundId })
}

/** A ticket, for whose it is; null for anyone else and for any other id, malformed ones too. */
export async function findTicket(id: string, access: OrderAccess): Promise<TicketFacts | null> {
  const allowed = ticketFilter(access)
  if (!isId(id) || allowed.length === 0) return null
  return (await findWhere({ id, OR: allowed }))[0] ?? null
}

/** The same for commands that work for nobody in particular. */
export async function findTicketById(id: string): Promise<TicketFacts | null> {
  return (await findWhere({ id }))[0] ?? null
}

/** The valid tickets that these open, for performances that begin after `since`, by time and seat; at most 200. */
export async function findTicketsAhead(access: OrderAccess, since: Date): Promise<TicketFacts[]> {
  const allowed = ticketFilter(access)
  if (allowed.length === 0) return []
  return findWhere({ OR: allowed, status: 'valid', performance: { startsAt: { gt: since } } }, 200)
}

async function findWhere(where: Prisma.TicketWhereInput, limit?: number): Promise<TicketFacts[]> {
  return withSeats(
    await prisma.ticket.findMany({
      where,
      include: PARTS,
      orderBy: BY_TIME,
      ...(limit ? { take: limit } : {}),
    }),
  )
}

/** How `acceptOffer` makes them. */
const TICKET_KEY = /^tbt_[\w-]{43}$/

/**
 * Whose a ticket is: the order's, until it was passed on; from then on only of whom it was passed on to, by account,
 * guest cookie or the key of their mail.
 */
function ticketFilter({ userId, guestId, key }: OrderAccess): Prisma.TicketWhereInput[] {
  const byOrder = accessFilter({ userId, guestId, key })
  return [
    ...(byOrder.length > 0 ? [{ ownerKey: null, order: { OR: byOrder } }] : []),
    ...(userId && isId(userId) ? [{ ownerUserId: userId }] : []),
    ...(guestId && isId(guestId) ? [{ ownerGuestId: guestId }] : []),
    ...(key && TICKET_KEY.test(key) ? [{ ownerKey: key }] : []),
  ]
}

async function withSeats(rows: TicketRow[]): Promise<TicketFacts[]> {
  if (rows.length === 0) return []
  const seats = await prisma.seat.findMany({
    where: { OR: rows.map((row) => ({ seatMapId: row.performance.seatMapId, index: row.seatIndex })) },
    select: { seatMapId: true, index: true, flags: true },
  })
  const flags = new Map(seats.map((seat) => [`${seat.seatMapId}/${seat.index}`, seat.flags]))
  const bought = await findBeingBought(rows)
  return rows.map((row) => {
    const known = flags.get(`${row.performance.seatMapId}/${row.seatIndex}`) ?? 0
    return toFacts(row, { flags: known, isBeingBought: bought.has(row.id) })
  })
}

/** Of the tickets that are returned, those whose seats somebody holds to buy them. */
async function findBeingBought(rows: TicketRow[]): Promise<Set<string | null>> {
  const returned = rows.filter((row) => row.returns.some(({ status }) => status === 'open'))
  if (returned.length === 0) return new Set()
  const held = await prisma.performanceSeat.findMany({
    where: {
      status: 'held',
      OR: returned.map(({ id, performanceId, seatIndex }) => ({ ticketId: id, performanceId, seatIndex })),
    },
    select: { ticketId: true },
  })
  return new Set(held.map(({ ticketId }) => ticketId))
}

type SeatFacts = { flags: number; isBeingBought: boolean }

function toFacts(row: TicketRow, { flags, isBeingBought }: SeatFacts): TicketFacts {
  const { order, orderLine: line, performance, ...ticket } = row
  const { event, venue, startsAt, doorsAt, transferable } = performance
  const [offer] = ticket.transfers
  const returned = ticket.returns.find((one) => one.status === 'open')
  const { id, orderId, performanceId, status, serial, holder, createdAt } = ticket
  return {
    ...{ id, orderId, performanceId, status, serial, holder, createdAt },
    ...{ venue, startsAt, doorsAt, transferable },
    passedOn: ticket.ownerKey === null ? null : { email: ticket.ownerEmail ?? '' },
    offer: offer ? { transferId: offer.id, toName: offer.toName, toEmail: offer.toEmail } : null,
    return: returned ? { status: isBeingBought ? 'being_bought' : 'open', since: returned.createdAt } : null,
    isSoldOn: ticket.returns.some((one) => one.status === 'sold'),
    isReturnable: !offer && !returned && refuseReturn(toReturnable(row), new Date()) === null,
    ...{ reference: order.reference, locale: order.locale },
    seat: {
      ...{ index: line.seatIndex, label: line.seatLabel, section: line.section, row: line.row },
      ...{ number: line.number, category: { name: line.categoryName }, flags },
    },
    ticketType: { id: line.ticketTypeId, name: line.ticketTypeName },
    price: { amount: line.priceAmount, currency: order.currency },
    event: { slug: event.slug, title: event.title, imageUrl: event.imageUrl },
    organizer: event.organizer,
  }
}

function toReturnable({ order, orderLine, performance, admission, ...ticket }: TicketRow) {
  const { startsAt, returnable, status } = performance
  return {
    ...{ status: ticket.status, startsAt, orderStatus: order.status, priceAmount: orderLine.priceAmount },
    isAdmitted: admission !== null,
    isBuyers: ticket.ownerKey === null,
    isPaidByCard: Boolean(order.payment?.paymentIntentId),
    returnable: returnable && status === 'published',
  }
}
