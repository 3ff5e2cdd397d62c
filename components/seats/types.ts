import type { CartView } from '@/lib/reservations/types'

/** A seat to hold; without a ticket type it takes the first of its category. */
export type SeatWish = { label: string; ticketType?: string }

/** One call's worth of clicks. */
export type SeatChange = { hold: SeatWish[]; release: string[] }

/** Why some of what was asked for is not held, as the server says it. Labels. */
export type SeatRefusal = {
  code:
    | 'seats_taken'
    | 'seat_limit'
    | 'sold_out'
    | 'not_on_sale'
    | 'offer_ended'
    | 'already_extended'
    | 'hold_ended'
    | 'refused'
  seats: string[]
  alternatives: string[]
}

/** What the server says after a change: the cart as it is now, whatever became of the wish. */
export type SeatsAnswer = {
  cart: CartView
  /** The server's clock just after; orders answers, and takes the visitor's wrong clock out of countdowns. */
  now: Date
  refusal: SeatRefusal | null
}

/** The server actions of the seats page. They reject where the server cannot be reached. */
export type SeatActions = {
  /** `together`: all of `hold` or nothing; otherwise every seat that can be had. */
  changeSeats(wish: SeatChange & { performanceId: string; together: boolean }): Promise<ActionAnswer>
  /** Keeps what is offered in place of lost seats, or lets it go. */
  answerOffer(wish: { performanceId: string; offerId: string; keep: boolean }): Promise<ActionAnswer>
  /** Ten minutes more for a hold, once. */
  extendHold(wish: { performanceId: string }): Promise<ActionAnswer>
}

/** `ok: false` is what no page expects: input of another version of the page, or a server in trouble. */
export type ActionAnswer = { ok: true; value: SeatsAnswer } | { ok: false; code: string }
