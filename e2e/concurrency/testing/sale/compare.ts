import { expect } from 'vitest'
import { pool } from '@/lib/platform/db'
import type { House } from './house'
import { isSold, type ModelOrder, PRICE, type SaleModel } from './model'

/** How far the real clock may be from the model's, which stands still during a run. */
const SLACK_MINUTES = 0.75

type Facts = {
  /** By index: free, `held by <hold's cart>` or `sold to <order>`. */
  seats: string[]
  holds: { cartId: string; seats: number[]; minutesLeft: number }[]
  orders: { id: string; status: string; minutesLeft: number; tickets: number; total: number }[]
}

const FACTS_SQL = `
SELECT
  (SELECT json_agg(CASE
      WHEN s.status = 'sold' THEN 'sold to ' || t.order_id
      WHEN s.status = 'held' AND s.held_until > clock_timestamp() THEN 'held by ' || h.cart_id
      WHEN s.status = 'blocked' THEN 'blocked' ELSE 'free' END ORDER BY s.seat_index)
    FROM performance_seat s LEFT JOIN hold h ON h.id = s.hold_id
    LEFT JOIN ticket t ON t.id = s.ticket_id AND t.status = 'valid' WHERE s.performance_id = $1) AS seats,
  (SELECT coalesce(json_agg(json_build_object('cartId', cart_id, 'seats', seat_indexes,
      'minutesLeft', extract(epoch FROM expires_at - clock_timestamp()) / 60)), '[]')
    FROM hold WHERE performance_id = $1 AND seat_count > 0 AND expires_at > clock_timestamp()) AS holds,
  (SELECT coalesce(json_agg(json_build_object('id', o.id, 'status', o.status, 'total', o.total_amount,
      'minutesLeft', extract(epoch FROM o.expires_at - clock_timestamp()) / 60,
      'tickets', (SELECT count(*) FROM ticket t WHERE t.order_id = o.id AND t.status = 'valid')) ORDER BY o.id), '[]')
    FROM "order" o WHERE o.cart_id = ANY ($2::uuid[])) AS orders`

/** Fails where the database or Stripe says anything else than the model. */
export async function compare(model: SaleModel, house: House): Promise<void> {
  const cartIds = house.fans.map((fan) => fan.cartId)
  const { rows } = await pool.query<Facts>({
    ...{ name: 'sale-facts', text: FACTS_SQL, values: [house.performanceId, cartIds] },
  })
  const facts = rows[0] as Facts
  expect(facts.seats).toEqual(model.seats.map((seat) => sayOwner(seat, cartIds)))
  compareHolds(model, cartIds, facts)
  compareOrders(model, facts)
  expect(readPages(model, house)).toEqual(model.orders.map(sayPage))
  expect(takenMoney(model, house)).toBe(
    PRICE * model.orders.flatMap((order) => (order.card === 'captured' ? order.seats : [])).length,
  )
}

function sayOwner(seat: SaleModel['seats'][number], cartIds: string[]): string {
  if (seat === 'free') return seat
  return 'heldBy' in seat ? `held by ${cartIds[seat.heldBy]}` : `sold to ${seat.soldTo.id}`
}

function compareHolds(model: SaleModel, cartIds: string[], { holds }: Facts): void {
  for (const [cart, { hold, now }] of model.carts.entries()) {
    const found = holds.find(({ cartId }) => cartId === cartIds[cart])
    expect(found?.seats ?? []).toEqual(model.seatsHeldBy(cart))
    if (hold) expectNear(found?.minutesLeft, hold.endsAt - now)
  }
}

function compareOrders(model: SaleModel, { orders }: Facts): void {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  const promised = [...model.orders].sort(byId).map((order) => ({
    ...{ id: order.id, status: order.status, total: PRICE * order.seats.length },
    tickets: isSold(order) ? order.seats.length : 0,
  }))
  expect(orders.map(({ minutesLeft: _, ...order }) => order)).toEqual(promised)
  for (const order of model.orders) {
    const found = orders.find(({ id }) => id === order.id)
    expectNear(found?.minutesLeft, order.endsAt - (model.carts[order.cart]?.now ?? 0))
  }
}

function expectNear(minutes: number | undefined, promised: number): void {
  expect(Math.abs((minutes ?? Number.NaN) - promised)).toBeLessThan(SLACK_MINUTES)
}

function sayPage({ page, card }: ModelOrder): string {
  return `page ${page}, card ${card}`
}

const CARDS: Record<string, string> = {
  requires_action: 'challenged',
  requires_payment_method: 'declined',
  requires_capture: 'authorized',
  succeeded: 'captured',
  canceled: 'released',
}

/** What Stripe's own books say of each order. */
function readPages({ orders }: SaleModel, { books }: House): string[] {
  const { sessions, intents } = books.store.tables
  return orders.map(({ id }) => {
    const own = [...sessions.values()].filter((session) => session.client_reference_id === id)
    if (own.length > 1) return `${own.length} pages`
    const intent = intents.get(own[0]?.payment_intent ?? '')
    return `page ${own[0]?.status ?? 'none'}, card ${intent ? CARDS[intent.status] : 'none'}`
  })
}

/** Minor units that Stripe took for these orders, less what was given back. */
export function takenMoney({ orders }: SaleModel, { books }: House): number {
  const ids = new Set(orders.map((order) => order.id))
  const { intents, refunds } = books.store.tables
  const own = [...intents.values()].filter((intent) => ids.has(intent.metadata.order ?? ''))
  const ownIds = new Set(own.map((intent) => intent.id))
  const given = [...refunds.values()].filter((refund) => ownIds.has(refund.payment_intent))
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  return sum(own.map((intent) => intent.amount_received)) - sum(given.map((refund) => refund.amount))
}
