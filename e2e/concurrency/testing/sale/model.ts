import type { Outage } from '../../../fixtures/stripe-books'
import { ModelStripe, type Page } from './model-stripe'

export const SEATS_PER_ROW = 6
export const SEAT_COUNT = 2 * SEATS_PER_ROW
export const CART_COUNT = 3
export const PRICE = 4500

export type ModelOrder = Page & {
  id: string
  cart: number
  seats: number[]
  email: string
  status: 'pending' | 'authorized' | 'confirmed' | 'paid' | 'cancelled'
  /** In its cart's minutes. */
  endsAt: number
  /** It was cancelled because seats were gone when the fan confirmed. */
  hasLostSeats: boolean
}

/** Each cart has a clock of its own, in minutes, that moves only when a step says so. */
export type ModelCart = {
  now: number
  hold: { startedAt: number; endsAt: number; isExtended: boolean } | null
}

export type ModelSeat = 'free' | { heldBy: number } | { soldTo: ModelOrder }

export type Refused = { refused: string[] }

/**
 * What TicketBoss promises, said as simply as it can be: who has which seat until when, where each order stands, and
 * what Stripe holds of its money. Knows nothing of rows, locks or transactions.
 */
export class SaleModel {
  readonly seats: ModelSeat[] = Array.from({ length: SEAT_COUNT }, () => 'free')
  readonly carts: ModelCart[] = Array.from({ length: CART_COUNT }, () => ({ now: 0, hold: null }))
  /** The newest last. */
  readonly orders: ModelOrder[] = []
  readonly heardEvents = new Set<string>()
  readonly stripe = new ModelStripe()

  cartOf(cart: number): ModelCart {
    return this.carts[cart] as ModelCart
  }

  seatsHeldBy(cart: number): number[] {
    return this.#seatsWhere((seat) => typeof seat === 'object' && 'heldBy' in seat && seat.heldBy === cart)
  }

  /** All or nothing, at most ten, ten minutes from the first. */
  hold(cart: number, wanted: number[]): Refused | null {
    if (wanted.length > 10) return { refused: ['seat_limit'] }
    const mine = this.seatsHeldBy(cart)
    const isMineOrFree = (seat: number) => this.seats[seat] === 'free' || mine.includes(seat)
    if (!wanted.every(isMineOrFree)) return { refused: ['seats_taken'] }
    if (new Set([...mine, ...wanted]).size > 10) return { refused: ['seat_limit'] }
    const { now } = this.cartOf(cart)
    this.cartOf(cart).hold ??= { startedAt: now, endsAt: now + 10, isExtended: false }
    for (const seat of wanted) this.seats[seat] = { heldBy: cart }
    return null
  }

  /** Whether `quantity` seats of one row are free side by side. */
  hasFreeBlock(quantity: number): boolean {
    const isFree = (seat: number) => this.seats[seat] === 'free'
    return this.seats.some((_, first) => {
      const block = Array.from({ length: quantity }, (_, i) => first + i)
      return (first % SEATS_PER_ROW) + quantity <= SEATS_PER_ROW && block.every(isFree)
    })
  }

  release(cart: number, seats: number[]): void {
    const mine = this.seatsHeldBy(cart)
    for (const seat of seats) if (mine.includes(seat)) this.seats[seat] = 'free'
    this.#endEmptyHold(cart)
  }

  passTime(cart: number, minutes: number): void {
    const { hold } = this.cartOf(cart)
    this.cartOf(cart).now += minutes
    if (hold && hold.endsAt <= this.cartOf(cart).now) this.release(cart, this.seatsHeldBy(cart))
  }

  /** Draws an order, or goes on with the one that is open; `newId` names a new one. Null where nothing is held. */
  checkOut(cart: number, email: string, newId: () => string): ModelOrder | null {
    const seats = this.seatsHeldBy(cart)
    const { hold, now } = this.cartOf(cart)
    if (!hold) return null
    const open = this.orders.filter((order) => order.cart === cart && isOpen(order))
    const isSame = (order: ModelOrder) =>
      order.endsAt > now && order.email === email && String(order.seats) === String(seats)
    const same = open.findLast(isSame)
    if (!hold.isExtended) hold.endsAt = Math.min(hold.startedAt + 30, Math.max(hold.endsAt, now + 15))
    hold.isExtended = true
    for (const order of open.filter((other) => other !== same)) this.#callOff(order)
    if (same) {
      same.endsAt = hold.endsAt
      this.sync(same)
      if (isOpen(same)) return this.#openPage(same)
    }
    const page: Page = { page: 'none', isPageKnown: false, card: 'none' }
    const drawn: ModelOrder = {
      ...page,
      id: newId(),
      cart,
      seats,
      email,
      status: 'pending',
      endsAt: hold.endsAt,
      hasLostSeats: false,
    }
    this.orders.push(drawn)
    return this.#openPage(drawn)
  }

  /** The app asks Stripe what is true. False where Stripe does not answer. */
  sync(order: ModelOrder): boolean {
    if (!order.isPageKnown) return true
    if (!this.stripe.answers('read')) return false
    this.#settle(order)
    return true
  }

  /** The seats first, then the money. */
  confirm(order: ModelOrder): Refused | null {
    if (order.status === 'pending') this.sync(order)
    if (order.status === 'authorized') {
      const mine = this.seatsHeldBy(order.cart)
      order.hasLostSeats = !order.seats.every((seat) => mine.includes(seat))
    }
    if (order.hasLostSeats) {
      // Asked again, the card is let go again, in case it could not be before.
      this.#callOff(order)
      return { refused: ['seats_lost'] }
    }
    if (order.status === 'authorized') {
      for (const seat of order.seats) this.seats[seat] = { soldTo: order }
      this.#endEmptyHold(order.cart)
      order.status = 'confirmed'
    }
    this.#capture(order)
    return isSold(order) ? null : { refused: ['not_authorized'] }
  }

  cancel(order: ModelOrder): Refused | null {
    if (isSold(order)) return { refused: ['too_late'] }
    this.#callOff(order)
    return null
  }

  expireOrders(): void {
    for (const order of this.orders) {
      if (!isOpen(order) || order.endsAt > this.cartOf(order.cart).now) continue
      this.sync(order)
      if (isOpen(order)) this.#callOff(order)
    }
  }

  reconcile(): void {
    for (const order of this.orders) {
      if (order.status === 'confirmed') this.#capture(order)
      else if (order.status === 'cancelled') this.stripe.release(order)
      else this.sync(order)
    }
  }

  #settle(order: ModelOrder): void {
    const money = this.stripe.read(order)
    if (order.status === 'paid') return
    if (order.status === 'cancelled') this.stripe.release(order)
    else if (order.status !== 'confirmed') {
      if (money === 'gone') order.status = 'cancelled'
      else if (money === 'authorized') order.status = 'authorized'
    } else if (money === 'captured') order.status = 'paid'
    else if (money === 'gone') this.#undo(order)
    else this.#capture(order)
  }

  #capture(order: ModelOrder): void {
    if (order.status === 'confirmed' && this.stripe.capture(order)) this.#settle(order)
  }

  /** The authorization was gone: nobody pays, so the seats go back. */
  #undo(order: ModelOrder): void {
    order.status = 'cancelled'
    for (const seat of order.seats) this.seats[seat] = 'free'
  }

  #callOff(order: ModelOrder): void {
    order.status = 'cancelled'
    this.stripe.release(order)
  }

  #openPage(order: ModelOrder): ModelOrder {
    if (order.status === 'pending' && !order.isPageKnown) this.stripe.open(order)
    return order
  }

  #endEmptyHold(cart: number): void {
    if (this.seatsHeldBy(cart).length === 0) this.cartOf(cart).hold = null
  }

  #seatsWhere(isWanted: (seat: ModelSeat) => boolean): number[] {
    return this.seats.flatMap((seat, index) => (isWanted(seat) ? [index] : []))
  }

  /** Runs a step while Stripe does not answer some of the requests. */
  during(outage: Outage | null): this {
    this.stripe.outage = outage
    return this
  }
}

function isOpen({ status }: ModelOrder): boolean {
  return status === 'pending' || status === 'authorized'
}

export function isSold({ status }: ModelOrder): boolean {
  return status === 'confirmed' || status === 'paid'
}
