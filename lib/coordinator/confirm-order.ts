import { setTimeout as sleep } from 'node:timers/promises'
import { runInBackground } from '@/lib/platform/background'
import { newId } from '@/lib/platform/ids'
import { enqueue } from '@/lib/platform/jobs'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction, type Tx } from '@/lib/platform/transaction'
import { findOrder, findSeatFates } from '@/lib/reservations/orders/queries'
import { decideConfirm, isCancellationMailed } from '@/lib/reservations/orders/rules'
import { lockOrder, moveOrder } from '@/lib/reservations/orders/store'
import type { LockedOrder, OrderAccess, OrderView } from '@/lib/reservations/orders/types'
import { setCartCode } from '@/lib/reservations/promos/store'
import { lockReturns } from '@/lib/reservations/returns/store'
import { sellSeats } from '@/lib/reservations/sales/store'
import { toSales } from '@/lib/reservations/tickets/rules'
import { issueTickets } from '@/lib/reservations/tickets/store'
import { beginDelivery } from './begin-delivery'
import { capturePayment } from './capture-payment'
import { payReturns } from './pay-returns'
import { publishSoon } from './publish-seat-changes'
import { releasePayment } from './release-payment'
import { syncPayment } from './sync-payment'
import { viewOrder } from './view-order'

/** The jobs only make up for a crash: what they do is tried right after the commit. */
const SAFETY_NET_MS = 15_000
/** Nobody waits longer for the answer because Stripe is slow: the order's page says what is true. */
const PATIENCE_MS = 4_000

type Outcome = { kind: 'sold' } | { kind: 'not_authorized' } | { kind: 'seats_lost'; labels: string[] }

/**
 * The fan has verified the purchase: turns the order's seats from held to sold and then takes the money. All or
 * nothing: where a seat is no longer the fan's, the order is cancelled, the authorization let go, and `seats_lost`
 * names the seats. A returned ticket among them is void from then on, and its price on the way to who bought it first.
 * Repeating it is harmless, in two tabs at once too. The order comes back `confirmed` where Stripe
 * cannot be reached right now, or takes longer than four seconds: the seats are the fan's, and the money is taken when it can be.
 */
export async function confirmOrder({
  access,
  orderId,
}: {
  access: OrderAccess
  orderId: string
}): Promise<Result<OrderView, 'not_found' | 'not_authorized' | 'seats_lost'>> {
  const found = await findOrder(orderId, access)
  if (!found) return refuse('not_found')
  // The fan can be quicker than the webhook.
  if (found.status === 'pending') await syncPayment(orderId)
  const outcome = await inTransaction((tx) => sellOrder(tx, orderId))
  if (outcome.kind === 'not_authorized') return refuse('not_authorized')
  if (outcome.kind === 'seats_lost') {
    runInBackground('release-payment', () => releasePayment(orderId))
    return refuse('seats_lost', { seats: outcome.labels })
  }
  for (const performanceId of new Set(found.lines.map((line) => line.performanceId)))
    publishSoon(performanceId)
  await captureSoon(orderId)
  const order = await viewOrder(access, orderId)
  if (!order) return refuse('not_found')
  return order.status === 'cancelled' ? refuse('not_authorized') : ok(order)
}

/** Takes the money, and waits for Stripe's answer for a while: where it is slow, that goes on behind the page. */
async function captureSoon(orderId: string): Promise<void> {
  const taking = capturePayment(orderId)
  runInBackground('capture-payment', () => taking)
  const giveUp = new AbortController()
  const late = sleep(PATIENCE_MS, null, { signal: giveUp.signal }).catch(() => null)
  await Promise.race([taking, late])
  giveUp.abort()
}

async function sellOrder(tx: Tx, orderId: string): Promise<Outcome> {
  const order = await lockOrder(tx, orderId)
  if (!order) return { kind: 'not_authorized' }
  const decision = decideConfirm(order)
  if (decision === 'sold') return { kind: 'sold' }
  if (decision === 'not_authorized') return { kind: 'not_authorized' }
  if (decision === 'seats_lost') return { kind: 'seats_lost', labels: await findGoneSeats(orderId) }
  const ticketIds = new Map(order.lines.map((line) => [line.id, newId()]))
  const sales = toSales(order, ticketIds)
  const returns = await lockReturns(tx, sales)
  const returned = returns.tickets.map(({ ticketId }) => ticketId)
  const lost = order.cartId ? await sellSeats(tx, order.cartId, sales, returned) : sales
  if (lost.length > 0) return loseSeats(tx, order, lost)
  await payReturns(tx, returns)
  if (order.cartId) await setCartCode(tx, order.cartId, null)
  await issueTickets(tx, order, ticketIds)
  await moveOrder(tx, order, decision === 'sell_free' ? 'confirm_free' : 'confirm')
  if (decision === 'sell_free') await beginDelivery(tx, order)
  else await enqueue(tx, 'capture-payment', { orderId }, { startAfter: new Date(Date.now() + SAFETY_NET_MS) })
  return { kind: 'sold' }
}

async function loseSeats(
  tx: Tx,
  order: LockedOrder,
  lost: { performanceId: string; seatIndex: number }[],
): Promise<Outcome> {
  await moveOrder(tx, order, 'cancel', 'seats_lost')
  const orderId = order.id
  await enqueue(tx, 'release-payment', { orderId }, { startAfter: new Date(Date.now() + SAFETY_NET_MS) })
  if (isCancellationMailed(order, 'seats_lost')) {
    await enqueue(tx, 'send-order-mail', { orderId, kind: 'cancelled' })
  }
  const isLost = (line: { performanceId: string; seatIndex: number }) =>
    lost.some((seat) => seat.performanceId === line.performanceId && seat.seatIndex === line.seatIndex)
  return { kind: 'seats_lost', labels: order.lines.filter(isLost).map((line) => line.seatLabel) }
}

/** Asked again after it was refused: what the fan has no more. */
async function findGoneSeats(orderId: string): Promise<string[]> {
  const fates = await findSeatFates(orderId)
  return fates.filter(({ fate }) => fate !== 'held').map(({ label }) => label)
}
