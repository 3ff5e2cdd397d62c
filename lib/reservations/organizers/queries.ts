import { type Prisma, prisma } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { sumMoney } from '@/lib/platform/money'
import { cutPage, type Page, type PageWish, pageSize } from '@/lib/platform/page'
import type { OrganizerOrder, PerformanceSales } from './types'

/** Orders whose seats were sold, whatever became of them. */
const SOLD: Prisma.OrderWhereInput['status'] = { in: ['confirmed', 'paid', 'partially_refunded', 'refunded'] }

type SalesRow = {
  typeId: string
  name: string
  categoryIndex: number
  amount: number
  sold: number
  revenue: number
}

/** What an organizer's own performance has sold; null for one that does not exist or is somebody else's. */
export async function findSales({
  organizerId,
  performanceId,
}: {
  organizerId: string
  performanceId: string
}): Promise<PerformanceSales | null> {
  if (!isId(performanceId) || !isId(organizerId)) return null
  const performance = await prisma.performance.findFirst({
    where: { id: performanceId, event: { organizerId, deletedAt: null } },
    select: { id: true, seatMapId: true, currency: true },
  })
  if (!performance) return null
  const { id, seatMapId, currency } = performance
  const [rows, orders] = await Promise.all([countTypes(id), countOrders(id)])
  const types = rows.map((row) => ({
    categoryIndex: row.categoryIndex,
    ticketType: { id: row.typeId, name: row.name },
    price: { amount: row.amount, currency },
    sold: row.sold,
    revenue: { amount: row.revenue, currency },
  }))
  return { performanceId: id, seatMapId, currency, orderCount: orders, types }
}

function countTypes(performanceId: string): Promise<SalesRow[]> {
  return prisma.$queryRaw<SalesRow[]>`
    SELECT t.id AS "typeId", t.name, t.category_index AS "categoryIndex", t.amount,
      count(s.amount)::int AS sold, coalesce(sum(s.amount), 0)::float8 AS revenue
    FROM ticket_type t
    LEFT JOIN (
      SELECT l.ticket_type_id, l.price_amount AS amount
      FROM order_line l JOIN ticket k ON k.order_line_id = l.id AND k.status = 'valid'
      WHERE l.performance_id = ${performanceId}::uuid
    ) s ON s.ticket_type_id = t.id
    WHERE t.performance_id = ${performanceId}::uuid
    GROUP BY t.id
    ORDER BY t.category_index, t.position`
}

async function countOrders(performanceId: string): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT order_id)::int AS count FROM ticket
    WHERE performance_id = ${performanceId}::uuid AND status = 'valid'`
  return row?.count ?? 0
}

/**
 * Orders that sold seats of an organizer, the newest first, one page, each with this organizer's part of it. The cursor
 * is the last order's id; one that is not an id starts anew.
 */
export async function listOrganizerOrders(
  organizerId: string,
  { performanceId, cursor, limit }: PageWish & { performanceId?: string } = {},
): Promise<Page<OrganizerOrder>> {
  const size = pageSize(limit)
  const own = { performance: { event: { organizerId } }, ...(performanceId ? { performanceId } : {}) }
  const rows = await prisma.order.findMany({
    // Ids sort by time.
    where: { status: SOLD, lines: { some: own }, ...(cursor && isId(cursor) ? { id: { lt: cursor } } : {}) },
    include: { lines: { ...LINES, where: own } },
    orderBy: { id: 'desc' },
    take: size + 1,
  })
  const { items, nextCursor } = cutPage(rows, size, ({ id }) => id)
  return { items: items.map(toOrganizerOrder), nextCursor }
}

const LINES = {
  include: {
    performance: {
      select: {
        startsAt: true,
        venue: { select: { timezone: true } },
        event: { select: { slug: true, title: true } },
      },
    },
  },
  orderBy: [{ performanceId: 'asc' }, { seatIndex: 'asc' }],
} satisfies Prisma.Order$linesArgs

type OrderRow = Prisma.OrderGetPayload<{ include: { lines: typeof LINES } }>

function toOrganizerOrder(row: OrderRow): OrganizerOrder {
  const { id, reference, status, email, name, delivery, createdAt, currency } = row
  const amounts = row.lines.map((line) => line.priceAmount)
  return {
    ...{ id, reference, status, email, name, delivery, createdAt },
    total: sumMoney(amounts, currency),
    lines: row.lines.map(({ performance, ...line }) => ({
      performanceId: line.performanceId,
      event: performance.event,
      timezone: performance.venue.timezone,
      startsAt: performance.startsAt,
      seat: {
        ...{ label: line.seatLabel, section: line.section, row: line.row, number: line.number },
        category: { name: line.categoryName },
      },
      ticketType: { id: line.ticketTypeId, name: line.ticketTypeName },
      price: { amount: line.priceAmount, currency },
    })),
  }
}
