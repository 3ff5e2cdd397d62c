import type { PostalAddress } from '@/lib/platform/address'
import { type Prisma, prisma } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { cutPage, type Page, type PageWish, pageSize } from '@/lib/platform/page'
import type { OrderAccess, OrderFacts, OrderLineView, OrderStatus, SeatFate } from './types'

const PARTS = {
  promoUses: { include: { promoCode: { select: { code: true } } } },
  lines: {
    include: {
      performance: {
        select: {
          startsAt: true,
          doorsAt: true,
          event: {
            select: { slug: true, title: true, imageUrl: true, organizer: { select: { name: true } } },
          },
          venue: { select: { name: true, city: true, country: true, timezone: true, address: true } },
        },
      },
    },
    orderBy: [{ performance: { startsAt: 'asc' } }, { performanceId: 'asc' }, { seatIndex: 'asc' }],
  },
} satisfies Prisma.OrderInclude

type OrderRow = Prisma.OrderGetPayload<{ include: typeof PARTS }>

/** The order, for whoever may see it; null for anyone else and for any other id, malformed ones too. */
export async function findOrder(id: string, access: OrderAccess): Promise<OrderFacts | null> {
  const allowed = accessFilter(access)
  if (!isId(id) || allowed.length === 0) return null
  const row = await prisma.order.findFirst({ where: { id, OR: allowed }, include: PARTS })
  return row && toFacts(row)
}

/** The same for commands that work for nobody in particular: jobs, webhooks, the reconciler. */
export async function findOrderById(id: string): Promise<OrderFacts | null> {
  const row = await prisma.order.findUnique({ where: { id }, include: PARTS })
  return row && toFacts(row)
}

/** Where an order stands; null where there is none. */
export async function findOrderStatus(id: string): Promise<OrderStatus | null> {
  const row = await prisma.order.findUnique({ where: { id }, select: { status: true } })
  return row?.status ?? null
}

/**
 * A caller's own orders, the newest first. A key opens one order and lists none. With `overBy`, only those with nothing
 * ahead: cancelled, or for performances that began before that moment.
 */
export async function findOrders(
  { userId, guestId }: OrderAccess,
  { cursor, limit }: PageWish = {},
  overBy?: Date,
): Promise<Page<OrderFacts>> {
  const allowed = accessFilter({ userId, guestId })
  if (allowed.length === 0) return { items: [], nextCursor: null }
  const size = pageSize(limit)
  const rows = await prisma.order.findMany({
    // Ids are made in time order, so the last one is a cursor.
    where: {
      OR: allowed,
      ...(cursor && isId(cursor) ? { id: { lt: cursor } } : {}),
      ...(overBy ? { NOT: aheadOf(overBy) } : {}),
    },
    include: PARTS,
    orderBy: { id: 'desc' },
    take: size + 1,
  })
  const { items, nextCursor } = cutPage(rows, size, ({ id }) => id)
  return { items: items.map(toFacts), nextCursor }
}

/** A caller's orders with a performance that begins after `since`, not cancelled, at most `limit`; in no order. */
export async function findOrdersAhead(
  { userId, guestId }: OrderAccess,
  since: Date,
  limit = 50,
): Promise<OrderFacts[]> {
  const allowed = accessFilter({ userId, guestId })
  if (allowed.length === 0) return []
  const where = { OR: allowed, ...aheadOf(since) }
  const rows = await prisma.order.findMany({ where, include: PARTS, orderBy: { id: 'desc' }, take: limit })
  return rows.map(toFacts)
}

function aheadOf(since: Date) {
  return {
    status: { notIn: ['cancelled', 'refunded'] },
    lines: { some: { performance: { startsAt: { gt: since } } } },
  } satisfies Prisma.OrderWhereInput
}

/** Ids of orders that wait for a fan whose time is over. */
export async function findOverdueOrders(limit: number): Promise<string[]> {
  const rows = await prisma.order.findMany({
    where: { status: { in: ['pending', 'authorized'] }, expiresAt: { lte: new Date() } },
    orderBy: { expiresAt: 'asc' },
    select: { id: true },
    take: limit,
  })
  return rows.map((row) => row.id)
}

/** What became of an order's seats, in the order of its lines as they were drawn: held by its cart, free, or taken. */
export async function findSeatFates(orderId: string): Promise<SeatFate[]> {
  return prisma.$queryRaw<SeatFate[]>`
    SELECT l.performance_id AS "performanceId", l.seat_index AS "seatIndex", l.seat_label AS label,
      CASE
        WHEN s.status = 'free' OR (s.status = 'held' AND s.held_until <= clock_timestamp()) THEN 'free'
        WHEN s.status = 'held' AND h.cart_id = o.cart_id THEN 'held'
        WHEN s.status = 'sold' AND t.order_id = o.id THEN 'sold'
        ELSE 'taken'
      END AS fate
    FROM order_line l
    JOIN "order" o ON o.id = l.order_id
    JOIN performance_seat s ON s.performance_id = l.performance_id AND s.seat_index = l.seat_index
    LEFT JOIN hold h ON h.id = s.hold_id
    LEFT JOIN ticket t ON t.id = s.ticket_id
    WHERE l.order_id = ${orderId}::uuid ORDER BY l.performance_id, l.seat_index`
}

/** How `drawOrder` makes them; nothing else is asked of the database, which knows no NUL for one. */
const ACCESS_KEY = /^tbo_[\w-]{43}$/

/** What an order must be for these to open it: one of the conditions; nothing does where there is none. */
export function accessFilter({ userId, guestId, key }: OrderAccess): Prisma.OrderWhereInput[] {
  return [
    ...(userId && isId(userId) ? [{ userId }] : []),
    ...(guestId && isId(guestId) ? [{ guestId }] : []),
    ...(key && ACCESS_KEY.test(key) ? [{ accessToken: key }] : []),
  ]
}

function toFacts(row: OrderRow): OrderFacts {
  const { id, reference, accessToken, cartId, status, cancelReason, email, name, locale, delivery } = row
  const { createdAt, expiresAt, authorizedAt, paidAt, currency } = row
  return {
    ...{ id, reference, accessToken, cartId, status, cancelReason, email, name, locale, delivery },
    ...{ createdAt, expiresAt, authorizedAt, paidAt },
    total: { amount: row.totalAmount, currency },
    promoCodes: row.promoUses.map((use) => use.promoCode.code),
    postage: { amount: row.postageAmount, currency },
    waived: { amount: row.waivedAmount, currency },
    address: row.address as PostalAddress | null,
    lines: row.lines.map((line) => toLine(line, currency)),
  }
}

function toLine({ performance, ...line }: OrderRow['lines'][number], currency: string): OrderLineView {
  const { event, venue, startsAt, doorsAt } = performance
  const { slug, title, imageUrl, organizer } = event
  return {
    performanceId: line.performanceId,
    ...{ event: { slug, title, imageUrl }, organizer, venue, startsAt, doorsAt },
    seat: {
      ...{ index: line.seatIndex, label: line.seatLabel },
      ...{ section: line.section, row: line.row, number: line.number },
      category: { name: line.categoryName },
    },
    ticketType: { id: line.ticketTypeId, name: line.ticketTypeName },
    price: { amount: line.priceAmount, currency },
    discount: { amount: line.discountAmount, currency },
  }
}
