import type { CartHold, CartOffer, CartView, HeldSeat } from '@/lib/reservations/types'

/** What the cart page has to say, until the next thing happens. */
export type CartNotice =
  /** These could not be held again: someone else has them now. `isOffered`: others are held in their place. */
  | { kind: 'taken'; seats: HeldSeat[]; isOffered: boolean }
  | { kind: 'offer_ended' }
  | { kind: 'limit' }
  | { kind: 'unreachable' }
  | { kind: 'failed' }

export type CartState = {
  cart: CartView
  /** The server's clock when the cart was so. */
  now: Date
  /** Holds whose time ended while the page stood open; shown until they are held again. */
  ended: CartHold[]
  notice: CartNotice | null
}

export type CartEvent =
  | { type: 'taken'; cart: CartView; now: Date; notice: CartNotice | null }
  | { type: 'failed'; notice: CartNotice }
  | { type: 'ended'; performanceId: string }
  | { type: 'offer_ended'; offerId: string }

/** Everything that happens on the cart page. An answer older than what is shown says nothing new. */
export function nextCart(state: CartState, event: CartEvent): CartState {
  switch (event.type) {
    case 'taken': {
      if (event.now < state.now) return state
      // Where others are offered, that is the way on.
      const { holds, offers } = event.cart
      const held = new Set([...holds, ...offers].map(({ performanceId }) => performanceId))
      const gone = state.cart.holds.filter((hold) => hasEnded(hold, event.now))
      const ended = [...state.ended, ...gone].filter((hold) => !held.has(hold.performanceId))
      return { cart: event.cart, now: event.now, ended, notice: event.notice }
    }
    case 'failed':
      return { ...state, notice: event.notice }
    case 'ended': {
      const hold = state.cart.holds.find((one) => one.performanceId === event.performanceId)
      if (!hold) return state
      const holds = state.cart.holds.filter((one) => one !== hold)
      return { ...state, cart: { ...state.cart, holds }, ended: [...state.ended, hold] }
    }
    case 'offer_ended': {
      const offers = state.cart.offers.filter((offer) => offer.id !== event.offerId)
      return { ...state, cart: { ...state.cart, offers } }
    }
  }
}

/** The server's word that a hold is gone may be a moment ahead of its end by `now`, which is taken before it looks. */
const END_MARGIN_MS = 1_000

/** True where a hold that is missing from a cart of that moment is missing because its time was over. */
export function hasEnded(hold: CartHold, now: Date): boolean {
  return now.getTime() >= hold.expiresAt.getTime() - END_MARGIN_MS
}

/** What is paid in each currency, in the order the currencies come. */
export function totalsOf(
  holds: Pick<CartHold | CartOffer, 'seats'>[],
): { amount: number; currency: string }[] {
  const totals = new Map<string, number>()
  for (const { price } of holds.flatMap((hold): HeldSeat[] => hold.seats)) {
    totals.set(price.currency, (totals.get(price.currency) ?? 0) + price.amount)
  }
  return [...totals].map(([currency, amount]) => ({ amount, currency }))
}
