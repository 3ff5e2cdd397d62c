import { MAX_SEATS_PER_HOLD } from './hold-limits'

/**
 * Every way TicketBoss says no, with its HTTP status and title. The codes are the API's and never change; actions,
 * routes and pages all read this one map (copy for fans is in `lib/i18n` under `errors.<code>`).
 */
export const ERRORS = {
  unauthenticated: { status: 401, title: 'Sign in to continue' },
  bad_credentials: { status: 401, title: 'Email or password is wrong' },
  bad_code: { status: 422, title: 'The code is wrong or no longer valid' },
  waiting_room: { status: 403, title: 'There is a queue for this on-sale' },
  not_found: { status: 404, title: 'Not found' },
  unknown_seat: { status: 404, title: 'No such seat in this performance' },
  unknown_ticket: { status: 404, title: 'No such ticket' },
  malformed: { status: 400, title: 'The request cannot be read' },
  invalid: { status: 422, title: 'The request is not valid' },
  seat_limit: { status: 422, title: `At most ${MAX_SEATS_PER_HOLD} seats a performance` },
  address_required: { status: 422, title: 'An address is needed to post tickets' },
  mixed_currencies: { status: 422, title: 'The cart has several currencies' },
  too_large: { status: 413, title: 'The request is too large' },
  rate_limited: { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available right now' },
  seats_taken: { status: 409, title: 'Seats are taken' },
  seats_lost: { status: 409, title: 'Seats are no longer yours' },
  not_on_sale: { status: 409, title: 'Not on sale' },
  sold_out: { status: 409, title: 'Not enough seats together' },
  cart_empty: { status: 409, title: 'The cart is empty' },
  price_changed: { status: 409, title: 'A price has changed' },
  not_authorized: { status: 409, title: 'The payment is not authorized' },
  too_late: { status: 409, title: 'Too late to change this' },
  tickets_sold: { status: 409, title: 'Tickets have been sold' },
  idempotency_mismatch: { status: 409, title: 'This key was used for another request' },
  already_admitted: { status: 409, title: 'Already admitted' },
  wrong_performance: { status: 409, title: 'A ticket for another performance' },
  void: { status: 409, title: 'This ticket is void' },
  not_transferable: { status: 409, title: 'This ticket cannot be passed on' },
  already_offered: { status: 409, title: 'This ticket is offered to somebody already' },
  seats_free: { status: 409, title: 'There are seats right now' },
  already_waiting: { status: 409, title: 'This email is on the waiting list already' },
  not_returnable: { status: 409, title: 'This ticket cannot be returned' },
  already_returned: { status: 409, title: 'This ticket is offered to the waiting list' },
  being_bought: { status: 409, title: 'Somebody is buying this ticket' },
  offer_ended: { status: 409, title: 'This offer is over' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof ERRORS

export type FieldIssue = { path: string; message: string }

/** What an answer carries besides its code. Names are those of the API. */
export type ErrorFacts = {
  detail?: string
  errors?: FieldIssue[]
  /** Labels: the seats lost or unknown. */
  seats?: string[]
  /** Labels: the nearest free block. */
  alternatives?: string[]
  total?: { amount: number; currency: string }
  currencies?: string[]
  retryAfterSeconds?: number
  /** Where to go on, e.g. the waiting room. */
  location?: string
  admittedAt?: string
  admittedWhere?: string
}
