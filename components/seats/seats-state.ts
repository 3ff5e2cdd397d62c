import type { CartHold, CartOffer, CartView, HeldSeat } from '@/lib/reservations/types'
import { hasEnded } from '../cart/cart-state'

/** What the page has to say about seats, until it is dismissed or the next choice. Seats are indexes in the map. */
export type SeatsNotice =
  /** Someone else has these. `alternatives` is the nearest free block, empty where there is none. */
  | { kind: 'taken'; seats: number[]; alternatives: number[] }
  /** The same, and others are held for the fan in their place: see `offer`. */
  | { kind: 'lost'; seats: number[] }
  /** The fan wanted to keep what was offered, too late. */
  | { kind: 'offer_ended' }
  | { kind: 'limit' }
  | { kind: 'not_together' }
  | { kind: 'not_on_sale' }
  /** The hold's time is over; these were in it. */
  | { kind: 'ended'; seats: HeldSeat[] }
  /** Neither yes nor no: the server could not be reached, or is in trouble. */
  | { kind: 'unreachable' }
  | { kind: 'failed' }

export type Asked = {
  hold: readonly number[]
  release: readonly number[]
  /** Seats given back only to have others in their place: not worth a word. */
  isSwap?: boolean
}

export type SeatsState = {
  performanceId: string
  maxSeats: number
  /** As the server said last, at `now` of its clock. */
  cart: CartView
  now: Date
  /** This performance's part of the cart. */
  hold: CartHold | null
  /** Indexes of the hold's seats; the same set until they change. */
  mine: ReadonlySet<number>
  /** Held for two minutes in place of lost seats, until the fan keeps them or lets them go. */
  offer: CartOffer | null
  /** Indexes of the offer's seats; the same set until they change. */
  offered: ReadonlySet<number>
  /** Asked for, not yet answered. */
  holding: ReadonlySet<number>
  releasing: ReadonlySet<number>
  notice: SeatsNotice | null
  /** How often another event's seats joined those already in the cart. */
  joins: number
}

export type SeatsEvent =
  | { type: 'asked'; asked: Asked }
  | { type: 'answered'; asked: Asked; cart: CartView; now: Date; notice: SeatsNotice | null }
  | { type: 'failed'; asked: Asked; notice: SeatsNotice }
  /** The map shows these as free again (or waited long enough). */
  | { type: 'settled'; seats: readonly number[] }
  | { type: 'synced'; cart: CartView; now: Date }
  | { type: 'ended' }
  /** The offer's time is over. */
  | { type: 'offer_ended' }
  | { type: 'noticed'; notice: SeatsNotice | null }

const NONE: ReadonlySet<number> = new Set()

export type SeatsStart = { performanceId: string; maxSeats: number; cart: CartView; now: Date }

/** The page as it starts: the cart's seats are mine, nothing is under way. */
export function startSeats(start: SeatsStart): SeatsState {
  const empty = {
    hold: null,
    offer: null,
    mine: NONE,
    offered: NONE,
    holding: NONE,
    releasing: NONE,
    notice: null,
    joins: 0,
  }
  return takeCart({ ...start, ...empty }, start.cart, start.now)
}

/** Everything that happens on the seats page, in one place. */
export function nextSeats(state: SeatsState, event: SeatsEvent): SeatsState {
  switch (event.type) {
    case 'asked':
      return {
        ...state,
        holding: plus(state.holding, event.asked.hold),
        releasing: plus(state.releasing, event.asked.release),
        notice: null,
      }
    case 'answered': {
      const next = event.now < state.now ? state : takeCart(state, event.cart, event.now)
      // Seats given back stay "under way" until the map has heard of it, else they would flicker as someone else's.
      return { ...next, holding: minus(next.holding, event.asked.hold), notice: event.notice ?? next.notice }
    }
    case 'failed':
      return {
        ...state,
        holding: minus(state.holding, event.asked.hold),
        releasing: minus(state.releasing, event.asked.release),
        notice: event.notice,
      }
    case 'settled':
      return { ...state, releasing: minus(state.releasing, event.seats) }
    case 'synced':
      return syncCart(state, event.cart, event.now)
    case 'ended':
      return endHold(state)
    case 'offer_ended':
      return endOffer(state)
    case 'noticed':
      return { ...state, notice: event.notice }
  }
}

/** How many seats the fan would have here if all that is under way succeeds. */
export function countChosen({ mine, holding, releasing }: SeatsState): number {
  return [...mine].filter((seat) => !releasing.has(seat)).length + minus(holding, [...mine]).size
}

/** How many more seats the fan may choose here; what is offered counts as long as it stands. */
export function roomLeft(state: SeatsState): number {
  return state.maxSeats - countChosen(state) - state.offered.size
}

/** An answer that was on its way while a newer one came says nothing new. */
function syncCart(state: SeatsState, cart: CartView, now: Date): SeatsState {
  if (now < state.now) return state
  const next = takeCart(state, cart, now)
  // The hold was extended in another tab: it had not ended after all.
  const isBack = state.notice?.kind === 'ended' && next.hold !== null
  return isBack ? { ...next, notice: null } : next
}

function endHold(state: SeatsState): SeatsState {
  if (!state.hold) return state
  const { seats } = state.hold
  const holds = state.cart.holds.filter((hold) => hold !== state.hold)
  const left = takeCart(state, { ...state.cart, holds }, state.now)
  return { ...left, notice: { kind: 'ended', seats } }
}

function endOffer(state: SeatsState): SeatsState {
  const offers = state.cart.offers.filter((offer) => offer !== state.offer)
  const left = takeCart(state, { ...state.cart, offers }, state.now)
  return { ...left, notice: left.notice?.kind === 'lost' ? null : left.notice }
}

function takeCart(state: SeatsState, cart: CartView, now: Date): SeatsState {
  const hold = cart.holds.find((one) => one.performanceId === state.performanceId) ?? null
  const seats = hold?.seats.map((seat) => seat.index) ?? []
  const offer = cart.offers.find((one) => one.performanceId === state.performanceId) ?? null
  const offered = sameOr(state.offered, offer?.seats.map((seat) => seat.index) ?? [])
  const before = state.cart.holds.length
  const hasJoined = before > 0 && cart.holds.length > before
  const joins = state.joins + (hasJoined ? 1 : 0)
  const next = { ...state, cart, now, hold, offer, offered, mine: sameOr(state.mine, seats), joins }
  // The server may know of the end before this page's clock does, or the page was asleep.
  const isOver = state.hold && !hold && hasEnded(state.hold, now)
  return isOver ? { ...next, notice: { kind: 'ended', seats: state.hold?.seats ?? [] } } : next
}

/** The same set where it has the same seats: the map redraws for every new one. */
function sameOr(set: ReadonlySet<number>, seats: readonly number[]): ReadonlySet<number> {
  return set.size === seats.length && seats.every((seat) => set.has(seat)) ? set : new Set(seats)
}

function plus(set: ReadonlySet<number>, seats: readonly number[]): ReadonlySet<number> {
  return seats.every((seat) => set.has(seat)) ? set : new Set([...set, ...seats])
}

function minus(set: ReadonlySet<number>, seats: readonly number[]): ReadonlySet<number> {
  return seats.some((seat) => set.has(seat)) ? new Set([...set].filter((seat) => !seats.includes(seat))) : set
}
