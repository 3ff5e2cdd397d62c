import { Prisma } from '@/lib/platform/db'
import { newReference, newSecret } from '@/lib/platform/ids'
import type { Money } from '@/lib/platform/money'
import type { Tx } from '@/lib/platform/transaction'
import { returnPromos } from '../promos/store'
import type { CartOwner } from '../types'
import { nextStatus, type OrderEvent } from './rules'
import type { CancelReason, CartSeat, CheckoutDetails, DrawnSeat, LockedOrder, OrderStatus } from './types'

/**
 * Everybody takes locks in this order: cart, orders, seats, holds. Lets one check-out of a cart go at a time, and
 * leaves claims alone: they only need the row to stay (KEY SHARE).
 */
export async function lockCart(tx: Tx, cartId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM cart WHERE id = ${cartId}::uuid FOR NO KEY UPDATE`
}

/** An order with its lines, locked until the transaction ends; null where there is none. */
export async function lockOrder(tx: Tx, orderId: string): Promise<LockedOrder | null> {
  const [order] = await lockOrders(tx, Prisma.sql`o.id = ${orderId}::uuid`)
  return order ?? null
}

/** The same for several, the newest first. */
export function lockOrdersOf(tx: Tx, orderIds: string[]): Promise<LockedOrder[]> {
  return lockOrders(tx, Prisma.sql`o.id = ANY (${orderIds}::uuid[])`)
}

/** The orders of a cart that wait for the fan, locked, the newest first. */
export function lockOpenOrders(tx: Tx, cartId: string): Promise<LockedOrder[]> {
  return lockOrders(tx, Prisma.sql`o.cart_id = ${cartId}::uuid AND o.status IN ('pending', 'authorized')`)
}

async function lockOrders(tx: Tx, which: Prisma.Sql): Promise<LockedOrder[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "order" o WHERE ${which} ORDER BY o.id DESC FOR UPDATE`
  const ids = rows.map((row) => row.id)
  const orders = await tx.order.findMany({
    where: { id: { in: ids } },
    include: { lines: true, payment: { select: { customerId: true, paymentMethodId: true } } },
    orderBy: { id: 'desc' },
  })
  return orders.map(({ totalAmount, currency, ...order }) => ({
    ...order,
    total: { amount: totalAmount, currency },
  }))
}

/** All seats in the cart's holds, those that were lost too, locked in key order. */
export function lockCartSeats(tx: Tx, cartId: string): Promise<CartSeat[]> {
  return tx.$queryRaw<CartSeat[]>`
    SELECT s.performance_id AS "performanceId", s.seat_index AS "seatIndex", h.expires_at AS "expiresAt",
      (s.status = 'held' AND s.hold_id = h.id AND s.held_until > clock_timestamp()) AS "isHeld",
      (p.status = 'published' AND p.starts_at > clock_timestamp() AND e.deleted_at IS NULL) AS "isOnSale",
      p.seat_map_id AS "seatMapId", p.currency, seat.label, seat.section, seat.row, seat.number,
      seat.category AS "categoryIndex", t.id AS "ticketTypeId", t.name AS "ticketTypeName",
      s.price_amount AS "priceAmount", t.amount AS "currentAmount",
      e.organizer_id AS "organizerId", e.id AS "eventId", 0 AS "discountAmount"
    FROM (SELECT id, performance_id, expires_at, unnest(seat_indexes) AS seat_index FROM hold
          WHERE cart_id = ${cartId}::uuid) h
    JOIN performance_seat s ON s.performance_id = h.performance_id AND s.seat_index = h.seat_index
    JOIN performance p ON p.id = s.performance_id
    JOIN event e ON e.id = p.event_id
    JOIN seat ON seat.seat_map_id = p.seat_map_id AND seat.index = s.seat_index
    LEFT JOIN ticket_type t ON t.id = s.ticket_type_id AND s.hold_id = h.id
    ORDER BY s.performance_id, s.seat_index FOR UPDATE OF s`
}

/** Holds the seats at what they cost now. The caller holds their locks, and tells the fan. */
export async function fixPrices(tx: Tx, seats: DrawnSeat[]): Promise<void> {
  const changed = seats.filter(
    (seat) => seat.currentAmount !== null && seat.currentAmount !== seat.priceAmount,
  )
  if (changed.length === 0) return
  await tx.$executeRaw`
    UPDATE performance_seat s SET price_amount = c.amount
    FROM unnest(${changed.map((seat) => seat.performanceId)}::uuid[], ${changed.map((seat) => seat.seatIndex)}::int[],
      ${changed.map((seat) => seat.currentAmount)}::int[]) AS c(performance_id, seat_index, amount)
    WHERE s.performance_id = c.performance_id AND s.seat_index = c.seat_index AND s.status = 'held'`
}

/** When the first of the seats' holds ends; null where one of them has ended by now. */
export async function findFirstEnd(tx: Tx, cartId: string, seats: DrawnSeat[]): Promise<Date | null> {
  const performanceIds = [...new Set(seats.map((seat) => seat.performanceId))]
  const [row] = await tx.$queryRaw<{ endsAt: Date | null; allLive: boolean | null }[]>`
    SELECT min(expires_at) AS "endsAt", bool_and(expires_at > clock_timestamp()) AS "allLive"
    FROM hold WHERE cart_id = ${cartId}::uuid AND performance_id = ANY (${performanceIds}::uuid[])`
  return row?.allLive ? row.endsAt : null
}

export type NewOrder = {
  cartId: string
  owner: CartOwner
  details: CheckoutDetails
  seats: DrawnSeat[]
  /** By seat map id, then category index. */
  categoryNames: Map<string, string[]>
  /** With the letter. */
  total: Money
  /** Minor units, as what is waived of the seats: a part of their discounts. */
  postageAmount: number
  waivedAmount: number
  expiresAt: Date
}

/** Draws an order of held seats, `pending`. Returns its id. */
export async function drawOrder(tx: Tx, order: NewOrder): Promise<string> {
  const { cartId, owner, details, seats, categoryNames, total, expiresAt } = order
  const { postageAmount, waivedAmount } = order
  const { id } = await tx.order.create({
    data: {
      ...{ ...owner, cartId, expiresAt, reference: newReference(), accessToken: newSecret('tbo_') },
      ...{ email: details.email, name: details.name, delivery: details.delivery, address: details.address },
      ...{ locale: details.locale },
      ...{ currency: total.currency, totalAmount: total.amount, postageAmount, waivedAmount },
      lines: {
        create: seats.map((seat) => ({
          ...{ performanceId: seat.performanceId, seatIndex: seat.seatIndex, seatLabel: seat.label },
          ...{ section: seat.section, row: seat.row, number: seat.number },
          ...{ ticketTypeId: seat.ticketTypeId, ticketTypeName: seat.ticketTypeName },
          categoryName: categoryNames.get(seat.seatMapId)?.[seat.categoryIndex] ?? '',
          priceAmount: seat.priceAmount - seat.discountAmount,
          discountAmount: seat.discountAmount,
        })),
      },
    },
    select: { id: true },
  })
  return id
}

/** A fan checks the same seats out again, perhaps under another name. The caller holds the order's lock. */
export async function redrawOrder(
  tx: Tx,
  orderId: string,
  { name, locale, delivery, address }: CheckoutDetails,
  expiresAt: Date,
): Promise<void> {
  await tx.order.update({
    where: { id: orderId },
    data: { name, locale, delivery, address: address ?? Prisma.DbNull, expiresAt },
  })
}

/**
 * Moves a locked order along its transition table and stamps the moment; a cancelled one gives back its promo codes. Throws where the event cannot happen to it:
 * the caller holds the lock and has decided on what it saw.
 */
export async function moveOrder(
  tx: Tx,
  order: Pick<LockedOrder, 'id' | 'status'>,
  event: OrderEvent,
  cancelReason: CancelReason | null = null,
): Promise<OrderStatus> {
  const status = nextStatus(order.status, event)
  if (!status) throw new Error(`order ${order.id} is ${order.status}: it cannot ${event}`)
  const now = new Date()
  await tx.order.update({
    where: { id: order.id },
    data: {
      ...{ status, cancelReason },
      ...(event === 'authorize' ? { authorizedAt: now } : {}),
      ...(event === 'confirm' || event === 'confirm_free' ? { confirmedAt: now } : {}),
      ...(status === 'paid' ? { paidAt: now } : {}),
      ...(status === 'cancelled' ? { cancelledAt: now } : {}),
    },
  })
  if (status === 'cancelled') await returnPromos(tx, order.id)
  return status
}
