import type { ErrorCode } from '@/lib/platform/errors'
import { type Money, sumMoney } from '@/lib/platform/money'
import { ok, type Refusal, type Result, refuse } from '@/lib/platform/result'
import type {
  CancelReason,
  CartSeat,
  DrawnSeat,
  ExpectedCart,
  LockedLine,
  LockedOrder,
  OrderStatus,
} from './types'

export type OrderEvent =
  /** The card was authorized. */
  | 'authorize'
  /** The seats became the fan's; their money is still to be taken. */
  | 'confirm'
  /** The same, with nothing to pay. */
  | 'confirm_free'
  | 'capture'
  /** By hand, by time, by a lost seat. */
  | 'cancel'
  /** The authorization was gone when the money was to be taken: the seats go back. */
  | 'undo'
  | 'refund_part'
  | 'refund_all'

const TRANSITIONS: Record<OrderStatus, Partial<Record<OrderEvent, OrderStatus>>> = {
  pending: { authorize: 'authorized', confirm_free: 'paid', cancel: 'cancelled' },
  authorized: { confirm: 'confirmed', cancel: 'cancelled' },
  confirmed: { capture: 'paid', undo: 'cancelled' },
  paid: { refund_part: 'partially_refunded', refund_all: 'refunded' },
  partially_refunded: { refund_part: 'partially_refunded', refund_all: 'refunded' },
  refunded: {},
  cancelled: {},
}

/** Where an event leads an order; null where it cannot happen to it. */
export function nextStatus(status: OrderStatus, event: OrderEvent): OrderStatus | null {
  return TRANSITIONS[status][event] ?? null
}

/** Its seats are the fan's, or were. */
export function isSold(status: OrderStatus): boolean {
  return status !== 'pending' && status !== 'authorized' && status !== 'cancelled'
}

/** It waits for the fan. */
export function isOpen(status: OrderStatus): boolean {
  return status === 'pending' || status === 'authorized'
}

/** When the first of an order's performances after `since` begins, in ms; Infinity where none does. */
export function nextStart(order: { lines: { startsAt: Date }[] }, since: Date): number {
  const ahead = order.lines.map((line) => line.startsAt.getTime()).filter((ms) => ms > since.getTime())
  return Math.min(...ahead)
}

/** What confirming does: sell now, nothing more (it was sold before), or a refusal. */
export function decideConfirm({
  status,
  cancelReason,
  total,
}: Pick<LockedOrder, 'status' | 'cancelReason' | 'total'>):
  | 'sell'
  | 'sell_free'
  | 'sold'
  | 'seats_lost'
  | 'not_authorized' {
  if (isSold(status)) return 'sold'
  if (status === 'authorized') return 'sell'
  if (status === 'pending' && total.amount === 0) return 'sell_free'
  return cancelReason === 'seats_lost' ? 'seats_lost' : 'not_authorized'
}

/** A fan whose money was reserved hears that it was let go, unless they asked for it themselves. */
export function isCancellationMailed(
  order: Pick<LockedOrder, 'authorizedAt'>,
  reason: CancelReason,
): boolean {
  return order.authorizedAt !== null && reason !== 'by_hand'
}

/** What the truth about an order's money means for the order. */
export type Settlement = {
  event: OrderEvent | null
  reason: CancelReason | null
  /** What is to be asked of the provider after this is committed. */
  next: 'capture' | 'release' | null
  /** Whether our own record of the money changes. */
  isRecorded: boolean
}

type MoneyFacts = { status: 'open' | 'authorized' | 'captured' | 'cancelled'; lastDecline: string | null }

/**
 * Brings an order and its money together, whoever heard of it first and in whatever order. Money taken without the
 * seats being the fan's (nothing here does that) is given back, and never recorded as ours.
 */
export function decideSettlement(status: OrderStatus, money: MoneyFacts): Settlement {
  const keep: Settlement = { event: null, reason: null, next: null, isRecorded: true }
  if (isSold(status) && status !== 'confirmed') return { ...keep, isRecorded: false }
  if (status === 'cancelled') {
    return money.status === 'cancelled'
      ? keep
      : { ...keep, next: 'release', isRecorded: money.status !== 'captured' }
  }
  if (status === 'confirmed') {
    if (money.status === 'captured') return { ...keep, event: 'capture' }
    if (money.status === 'cancelled') return { ...keep, event: 'undo', reason: 'declined' }
    return { ...keep, next: 'capture' }
  }
  if (money.status === 'captured')
    return { event: 'cancel', reason: 'expired', next: 'release', isRecorded: false }
  if (money.status === 'cancelled') {
    const isDeclined = status === 'authorized' || money.lastDecline !== null
    return { ...keep, event: 'cancel', reason: isDeclined ? 'declined' : 'expired' }
  }
  return { ...keep, event: status === 'pending' && money.status === 'authorized' ? 'authorize' : null }
}

export type DrawRefusal = Extract<
  ErrorCode,
  'cart_empty' | 'seats_lost' | 'price_changed' | 'mixed_currencies' | 'invalid'
>

/** The seats of a cart that one order sells: those held, of one currency. Refuses what the fan did not agree to. */
export function pickSeats(
  seats: CartSeat[],
  { currency, expected }: { currency?: string; expected?: ExpectedCart },
): Result<DrawnSeat[], DrawRefusal> {
  const asked = currency ? seats.filter((seat) => seat.currency === currency) : seats
  const lost = findLost(asked, expected)
  if (lost.length > 0) return refuse('seats_lost', { seats: lost })
  if (seats.length === 0) return refuse('cart_empty')
  const currencies = [...new Set(seats.map((seat) => seat.currency))].sort()
  if (asked.length === 0) {
    return refuse('invalid', {
      errors: [{ path: 'currency', message: `The cart has seats in ${currencies.join(', ')}` }],
    })
  }
  if (!currency && currencies.length > 1) return refuse('mixed_currencies', { currencies })
  return ok(asked.filter(isDrawable))
}

/** Refuses where a seat, or all with the letter, costs something else now than when it was held, or than the fan was told. */
export function checkPrices(
  seats: DrawnSeat[],
  expected?: ExpectedCart,
  postageAmount = 0,
): Refusal<'price_changed'> | null {
  const currency = seats[0]?.currency ?? ''
  const amounts = seats.map((seat) => (seat.currentAmount ?? seat.priceAmount) - seat.discountAmount)
  const total = sumMoney([...amounts, postageAmount], currency)
  const isChanged = seats.some((seat) => seat.priceAmount !== (seat.currentAmount ?? seat.priceAmount))
  const isUnexpected = expected !== undefined && !isSameSum(expected.total, total)
  return isChanged || isUnexpected ? refuse('price_changed', { total }) : null
}

function isSameSum(one: Money, other: Money): boolean {
  return one.amount === other.amount && one.currency === other.currency
}

/** True where an open order sells exactly these seats, as these tickets, at these prices. */
export function sellsSame(lines: LockedLine[], seats: DrawnSeat[]): boolean {
  const keyOf = (one: LockedLine | DrawnSeat, paidAmount: number) =>
    [one.performanceId, one.seatIndex, one.ticketTypeId, paidAmount, one.discountAmount].join('/')
  const sold = lines.map((line) => keyOf(line, line.priceAmount)).sort()
  const asked = seats.map((seat) => keyOf(seat, seat.priceAmount - seat.discountAmount)).sort()
  return sold.join() === asked.join()
}

function isDrawable(seat: CartSeat): seat is DrawnSeat {
  return seat.ticketTypeId !== null && seat.ticketTypeName !== null && seat.priceAmount !== null
}

function findLost(seats: CartSeat[], expected?: ExpectedCart): string[] {
  const isLost = (seat: CartSeat) => !seat.isHeld || !seat.isOnSale || !isDrawable(seat)
  const lost = seats.filter(isLost).map((seat) => seat.label)
  const keyOf = (seat: { performanceId: string; label: string }) => `${seat.performanceId}/${seat.label}`
  const known = new Set(seats.map(keyOf))
  const gone = (expected?.seats ?? []).filter((seat) => !known.has(keyOf(seat))).map((seat) => seat.label)
  return [...lost, ...gone]
}
