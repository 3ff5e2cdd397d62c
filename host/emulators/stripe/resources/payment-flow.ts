import type { CardDecline } from '../cards'
import { ApiError, invalidState } from '../http/errors'
import type { CheckoutSession, PaymentError, PaymentIntent, PaymentMethod } from '../objects'
import type { Turn } from '../turn'
import { captureCharge, createCharge } from './charges'

export type AttemptOutcome = 'paid' | 'challenge' | 'declined'
export type AttemptOptions = { wasChallenged?: boolean; challengeUrl: string; returnUrl: string | null }

/**
 * Tries a card on a PaymentIntent that waits for one: `paid` means authorized (captured too, unless capture is
 * manual), `challenge` that the cardholder must pass 3-D Secure first, `declined` that another card is needed.
 */
export function attemptPayment(
  turn: Turn,
  intent: PaymentIntent,
  method: PaymentMethod,
  { wasChallenged = false, challengeUrl, returnUrl }: AttemptOptions,
): AttemptOutcome {
  const behaviour = turn.tables.behaviours.get(method.id)
  intent.payment_method = method.id
  intent.last_payment_error = null
  intent.next_action = null
  if (behaviour?.challenge && !wasChallenged) {
    intent.status = 'requires_action'
    intent.next_action = {
      type: 'redirect_to_url',
      redirect_to_url: { url: challengeUrl, return_url: returnUrl },
    }
    turn.emit('payment_intent.requires_action', intent)
    return 'challenge'
  }
  const decline = behaviour?.decline ?? null
  const charge = createCharge(turn, intent, method, { decline, wasChallenged })
  if (decline) {
    failIntent(turn, intent, cardError(decline, method, charge.id))
    return 'declined'
  }
  if (intent.setup_future_usage && intent.customer) attachMethod(turn, method, intent.customer)
  if (intent.capture_method === 'manual') {
    intent.status = 'requires_capture'
    intent.amount_capturable = intent.amount
    turn.emit('payment_intent.amount_capturable_updated', intent)
  } else {
    captureCharge(turn, charge, intent, intent.amount)
    completeIntent(turn, intent, intent.amount)
  }
  return 'paid'
}

/** The cardholder failed the challenge, or gave up on it: the card is let go and another one may be tried. */
export function failChallenge(turn: Turn, intent: PaymentIntent): void {
  const method = turn.tables.methods.get(intent.payment_method ?? '')
  if (!method) throw invalidState(`PaymentIntent ${intent.id} has no payment method.`)
  failIntent(turn, intent, {
    type: 'invalid_request_error',
    code: 'payment_intent_authentication_failure',
    message:
      'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
    payment_method: method,
  })
}

/** The money is taken: the intent is done, and so is the session it came from. */
export function completeIntent(turn: Turn, intent: PaymentIntent, amount: number): void {
  intent.status = 'succeeded'
  intent.amount_capturable = 0
  intent.amount_received = amount
  const session = sessionOf(turn, intent)
  if (session?.status === 'complete') session.payment_status = 'paid'
  turn.emit('payment_intent.succeeded', intent)
}

/** Cancels an intent in whatever state that still allows it; an authorization is let go. */
export function cancelIntent(turn: Turn, intent: PaymentIntent, reason: string | null): void {
  intent.status = 'canceled'
  intent.canceled_at = turn.now
  intent.cancellation_reason = reason
  intent.amount_capturable = 0
  intent.next_action = null
  const charge = turn.tables.charges.get(intent.latest_charge ?? '')
  turn.emit('payment_intent.canceled', intent)
  if (!charge?.paid || charge.captured) return
  // Stripe shows a released authorization as an uncaptured charge that was refunded in full.
  charge.refunded = true
  charge.amount_refunded = charge.amount
  turn.emit('charge.refunded', charge)
}

/** The Checkout Session that made this intent, if one did. */
export function sessionOf({ tables }: Turn, intent: PaymentIntent): CheckoutSession | undefined {
  for (const session of tables.sessions.values()) if (session.payment_intent === intent.id) return session
  return undefined
}

/** 402, as an API call that confirms a declined card gets it. */
export function declinedError(intent: PaymentIntent): ApiError {
  const error = intent.last_payment_error
  return new ApiError(402, {
    type: 'card_error',
    message: error?.message ?? 'Your card was declined.',
    ...(error?.code ? { code: error.code } : {}),
    ...(error?.decline_code ? { decline_code: error.decline_code } : {}),
    ...(error?.charge ? { charge: error.charge } : {}),
    payment_intent: intent,
    payment_method: error?.payment_method,
  })
}

function attachMethod(turn: Turn, method: PaymentMethod, customer: string): void {
  if (method.customer === customer) return
  method.customer = customer
  turn.emit('payment_method.attached', method)
}

function failIntent(turn: Turn, intent: PaymentIntent, error: PaymentError): void {
  intent.status = 'requires_payment_method'
  intent.payment_method = null
  intent.next_action = null
  intent.last_payment_error = structuredClone(error)
  turn.emit('payment_intent.payment_failed', intent)
}

function cardError(decline: CardDecline, payment_method: PaymentMethod, charge: string): PaymentError {
  const { code, declineCode, message } = decline
  return {
    type: 'card_error',
    code,
    ...(declineCode ? { decline_code: declineCode } : {}),
    message,
    charge,
    payment_method,
  }
}
