import { normalizeEmail } from '@/lib/accounts/users/rules'
import type { PaymentMeans } from '@/lib/commerce/cards/types'
import { openPayment } from '@/lib/commerce/payments/store'
import { canPost } from '@/lib/delivery/post/lob'
import { findSaleFacts } from '@/lib/events/performances/queries'
import { decideStatus } from '@/lib/events/performances/rules'
import { findPostage } from '@/lib/events/postage/queries'
import { decidePostage } from '@/lib/events/postage/rules'
import type { PostageFacts } from '@/lib/events/postage/types'
import { findCategories } from '@/lib/events/seat-maps/queries'
import { runInBackground } from '@/lib/platform/background'
import { enqueue } from '@/lib/platform/jobs'
import { sumMoney } from '@/lib/platform/money'
import { parse } from '@/lib/platform/parse'
import { ok, type Refusal, type Result, refuse } from '@/lib/platform/result'
import { inTransaction, type Tx } from '@/lib/platform/transaction'
import { findCartId, findHeldSeats } from '@/lib/reservations/carts/queries'
import { extendForPayment } from '@/lib/reservations/extensions/store'
import { checkPrices, type DrawRefusal, pickSeats, sellsSame } from '@/lib/reservations/orders/rules'
import { checkoutSchema } from '@/lib/reservations/orders/schema'
import {
  drawOrder,
  findFirstEnd,
  fixPrices,
  lockCart,
  lockCartSeats,
  lockOpenOrders,
  moveOrder,
  redrawOrder,
} from '@/lib/reservations/orders/store'
import type {
  CheckoutDetails,
  DrawnSeat,
  ExpectedCart,
  LockedOrder,
  OrderView,
} from '@/lib/reservations/orders/types'
import { setCartCode, takePromos } from '@/lib/reservations/promos/store'
import { releaseSeats } from '@/lib/reservations/releases/store'
import type { CartOwner } from '@/lib/reservations/types'
import { discountSeats } from './discount-seats'
import { findMeans } from './find-means'
import { openCheckout } from './open-checkout'
import { publishSoon } from './publish-seat-changes'
import { releasePayment } from './release-payment'
import { sweepHolds } from './sweep-holds'
import { syncPayment } from './sync-payment'
import { viewOrderById } from './view-order'

export type CheckOutRequest = {
  owner: CartOwner
  email: string
  name: string
  delivery?: string
  address?: unknown
  /** Where the cart has several currencies: the one to take now. */
  currency?: string
  /** What the page showed; a cart that differs is refused. */
  expected?: ExpectedCart
  /** The language in which the fan checks out: their mails are in it. */
  locale?: string
  /** Id of a card that the account keeps, to pay without Stripe's page. */
  cardId?: string
}

export type CheckOutRefusal = DrawRefusal | 'address_required' | 'unavailable'
export type CheckedOut = { order: OrderView; paymentUrl: string | null }

type Drawn = { orderId: string; replaced: string[]; isNew: boolean }
type Draw = {
  owner: CartOwner
  cartId: string
  details: CheckoutDetails
  means: PaymentMeans
  expected?: ExpectedCart
  /** Minor units that Stripe said are too little to charge. */
  refusedAmount?: number
}

/**
 * Draws an order from the seats the owner holds and opens the page to pay it; the holds then last until the order
 * does. The same seats again give the same order; a changed cart cancels the order it replaces. `paymentUrl` is null
 * where nothing is left to pay. `price_changed` holds the seats at the new price, so that repeating it succeeds;
 * `unavailable` keeps the order, and repeating it goes on from there.
 */
export async function checkOut(request: CheckOutRequest): Promise<Result<CheckedOut, CheckOutRefusal>> {
  const { owner, expected, cardId, locale, ...input } = request
  const parsed = parse(checkoutSchema, input)
  if (!parsed.ok) return parsed
  const details = { ...parsed.value, locale }
  if (details.delivery === 'post' && !details.address) return refuse('address_required')
  const cartId = await findCartId(owner)
  if (!cartId) return refuse('cart_empty')
  const means = await findMeans(owner, cardId)
  if (!means.ok) return means
  const draw: Draw = { owner, cartId, details, means: means.value, ...(expected ? { expected } : {}) }
  const drawn = await drawCurrent(draw)
  if (!drawn.ok) {
    if (drawn.code === 'seats_lost') await letGoOfLost(cartId)
    return drawn
  }
  const opened = await openCheckout(drawn.value)
  if (!opened.ok && opened.code === 'invalid') return waiveRefused(draw, drawn.value)
  return opened.ok ? answer(drawn.value, opened.value) : refuse('unavailable', opened)
}

async function answer(
  orderId: string,
  paymentUrl: string | null,
): Promise<Result<CheckedOut, 'unavailable'>> {
  const order = await viewOrderById(orderId)
  return order ? ok({ order, paymentUrl }) : refuse('unavailable')
}

/**
 * Less than Stripe takes, which we could not know: the fan is not asked for it. Drawn anew from the cart as it is by now,
 * so no more than what Stripe refused is waived.
 */
async function waiveRefused(draw: Draw, orderId: string): Promise<Result<CheckedOut, CheckOutRefusal>> {
  const refused = await viewOrderById(orderId)
  const drawn = await drawCurrent({ ...draw, refusedAmount: refused?.total.amount ?? 0 })
  if (!drawn.ok) return drawn
  const opened = await openCheckout(drawn.value)
  return opened.ok ? answer(drawn.value, opened.value) : refuse('unavailable')
}

/** What ended, or is not on sale any more, leaves the cart at once, so that a repeat takes what is left. */
async function letGoOfLost(cartId: string): Promise<void> {
  await sweepHolds()
  const performanceIds = new Set((await findHeldSeats(cartId)).map((seat) => seat.performanceId))
  for (const performanceId of performanceIds) {
    const facts = await findSaleFacts(performanceId)
    if (facts && decideStatus(facts, new Date()) === 'on_sale') continue
    await releaseSeats(cartId, performanceId, null)
    publishSoon(performanceId)
  }
}

/** Draws, or finds the order that is open already; where Stripe says that one is over, draws anew. */
async function drawCurrent(draw: Draw): Promise<Result<string, DrawRefusal>> {
  const ahead = await readAhead(draw.cartId)
  for (let attempt = 0; ; attempt += 1) {
    const drawn = await inTransaction((tx) => drawFromCart(tx, draw, ahead))
    if (!drawn.ok) return drawn
    const { orderId, replaced, isNew } = drawn.value
    for (const id of replaced) runInBackground('release-payment', () => releasePayment(id))
    if (isNew || attempt > 0) return ok(orderId)
    await syncPayment(orderId)
    if ((await viewOrderById(orderId))?.status !== 'cancelled') return ok(orderId)
  }
}

async function drawFromCart(
  tx: Tx,
  { owner, cartId, details, means, expected, refusedAmount = 0 }: Draw,
  ahead: ReadAhead,
): Promise<Result<Drawn, DrawRefusal>> {
  await lockCart(tx, cartId)
  const open = await lockOpenOrders(tx, cartId)
  const picked = pickSeats(await lockCartSeats(tx, cartId), { currency: details.currency, expected })
  if (!picked.ok) return picked
  const postage = findFee(picked.value, details, ahead.postage)
  if (!postage.ok) return postage
  const asked = {
    cartId,
    seats: picked.value,
    email: details.email,
    postageAmount: postage.value,
    refusedAmount,
  }
  const priced = await discountSeats(tx, asked)
  const { seats, promoIds, postageAmount, waivedAmount } = priced
  const currency = seats[0]?.currency ?? ''
  const sameCurrency = open.filter((order) => order.total.currency === currency)
  const same = sameCurrency.find((order) => isReusable(order, seats, { ...details, ...means, postageAmount }))
  const total = sumMoney([...seats.map(toPaid), postageAmount], currency)
  // Nobody need agree to pay nothing where the page had asked for what is waived.
  const isSpared = refusedAmount > 0 && total.amount === 0
  const refusal = same ? null : checkPrices(seats, isSpared ? undefined : expected, postageAmount)
  if (priced.isOver) return forgetPromo(tx, cartId, refusal ?? refuse('price_changed', { total }))
  if (refusal) return keepNewPrices(tx, seats, refusal)
  await extendForPayment(tx, cartId)
  const expiresAt = await findFirstEnd(tx, cartId, seats)
  // A hold can end between the look at its seats and here: nobody is sent to pay for seats that are gone.
  if (!expiresAt) return refuse('seats_lost', { seats: seats.map((seat) => seat.label) })
  const replaced = sameCurrency.filter((order) => order !== same)
  await cancelReplaced(tx, replaced)
  if (same) await redrawOrder(tx, same.id, details, expiresAt)
  const orderId =
    same?.id ??
    (await drawOrder(tx, {
      ...{ cartId, owner, details, seats, total, postageAmount, waivedAmount, expiresAt },
      categoryNames: ahead.categoryNames,
    }))
  if (!same) await takePromos(tx, { orderId, promoIds, email: normalizeEmail(details.email) })
  if (!same && total.amount > 0) await openPayment(tx, orderId, total, means)
  return ok({ orderId, replaced: replaced.map((order) => order.id), isNew: !same })
}

function isReusable(
  order: LockedOrder,
  seats: DrawnSeat[],
  asked: Pick<CheckoutDetails, 'email'> & PaymentMeans & { postageAmount: number },
): boolean {
  const { payment, email, postageAmount } = order
  const isPaidLike =
    !payment || (payment.customerId === asked.customerId && payment.paymentMethodId === asked.paymentMethodId)
  const isLike = email === asked.email && postageAmount === asked.postageAmount && isPaidLike
  return order.expiresAt > new Date() && isLike && sellsSame(order.lines, seats)
}

/** Minor units for the letter; 0 without one. Refuses the post where it is not offered for these seats. */
function findFee(
  seats: DrawnSeat[],
  { delivery }: CheckoutDetails,
  facts: Map<string, PostageFacts>,
): Result<number, 'invalid'> {
  if (delivery !== 'post') return ok(0)
  const performanceIds = [...new Set(seats.map((seat) => seat.performanceId))]
  const known = performanceIds.flatMap((id) => facts.get(id) ?? [])
  const offer = decidePostage(known.length === performanceIds.length ? known : [], new Date())
  if (offer.kind === 'offered') return ok(offer.fee.amount)
  const message =
    offer.kind === 'too_late' ? `${offer.title} is too soon to be posted` : 'is not offered for this cart'
  return refuse('invalid', { errors: [{ path: 'delivery', message }] })
}

function toPaid({ priceAmount, discountAmount }: DrawnSeat): number {
  return priceAmount - discountAmount
}

async function forgetPromo(tx: Tx, cartId: string, refusal: Refusal<'price_changed'>) {
  await setCartCode(tx, cartId, null)
  return refusal
}

async function keepNewPrices(tx: Tx, seats: DrawnSeat[], refusal: Refusal<'price_changed'>) {
  await fixPrices(tx, seats)
  return refusal
}

/** The fan changed the cart, so what they meant to buy before is off: by their own hand. */
async function cancelReplaced(tx: Tx, orders: LockedOrder[]): Promise<void> {
  for (const order of orders) {
    await moveOrder(tx, order, 'cancel', order.expiresAt > new Date() ? 'by_hand' : 'expired')
    await enqueue(tx, 'release-payment', { orderId: order.id })
  }
}

/** What is looked up before anything is locked: it hardly changes. By seat map, and by performance. */
type ReadAhead = { categoryNames: Map<string, string[]>; postage: Map<string, PostageFacts> }

async function readAhead(cartId: string): Promise<ReadAhead> {
  const held = await findHeldSeats(cartId)
  const maps = [...new Set(held.map((seat) => seat.seatMapId))]
  const named = maps.map(async (id) => [id, (await findCategories(id)).map(({ name }) => name)] as const)
  const facts = canPost() ? await findPostage(held.map((seat) => seat.performanceId)) : []
  return {
    categoryNames: new Map(await Promise.all(named)),
    postage: new Map(facts.map((one) => [one.performanceId, one])),
  }
}
