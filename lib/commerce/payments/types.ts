import type { Locale } from '@/lib/i18n/locales'
import type { Money } from '@/lib/platform/money'

/** What we know of the money of one order. `cancelled`: nothing was taken, and nothing can be any more. */
export type PaymentStatus = 'open' | 'authorized' | 'captured' | 'cancelled'

export type PaymentView = {
  orderId: string
  status: PaymentStatus
  total: Money
  checkoutSessionId: string | null
  checkoutUrl: string | null
  paymentIntentId: string | null
  /** Stripe's customer, where the card is to be kept, or is one that is kept. */
  customerId: string | null
  /** The kept card that pays; then there is no session. */
  paymentMethodId: string | null
  /** Both null until a card was accepted; `brand` as Stripe spells it, e.g. `visa`. */
  brand: string | null
  last4: string | null
  /** Stripe's code of the last refusal, e.g. `card_declined`. */
  lastDecline: string | null
}

/** A Checkout session as Stripe answers it now. */
export type CheckoutTruth = {
  sessionId: string
  /** Whose it is, as we told Stripe when we opened it. */
  orderId: string | null
  url: string | null
  status: 'open' | 'complete' | 'expired'
  /** Null until a card is tried. */
  intent: IntentTruth | null
}

/** A PaymentIntent as Stripe answers it now. Amounts are minor units. */
export type IntentTruth = {
  id: string
  /** Whose it is, as we told Stripe. */
  orderId: string | null
  /** The bank's own page, where it asks for one. */
  nextUrl: string | null
  status:
    | 'requires_payment_method'
    | 'requires_confirmation'
    | 'requires_action'
    | 'processing'
    | 'requires_capture'
    | 'canceled'
    | 'succeeded'
  amount: number
  /** ISO 4217, upper case. */
  currency: string
  amountReceived: number
  /** All that was taken has been given back. */
  isRefunded: boolean
  brand: string | null
  last4: string | null
  lastDecline: string | null
}

/** What Stripe's answer means for us. */
export type PaymentReading = {
  status: PaymentStatus
  paymentIntentId: string | null
  brand: string | null
  last4: string | null
  lastDecline: string | null
  /** Minor units; above zero exactly when captured. */
  capturedAmount: number
  /** Stripe holds another sum than the order's: nothing may be built on it. */
  isMismatched: boolean
}

export type CheckoutLine = {
  name: string
  description: string
  /** Minor units of one. */
  unitAmount: number
  quantity: number
}

export type CheckoutRequest = {
  orderId: string
  reference: string
  email: string
  /** At Stripe, where the buyer has an account here: their cards can be kept there. */
  customerId: string | null
  currency: string
  /** Of the page; Stripe has every language there are messages for. */
  locale: Locale
  lines: CheckoutLine[]
  successUrl: string
  cancelUrl: string
  /** Stripe demands at least 30 minutes from the call. */
  expiresAt: Date
}

/** A verified webhook event, reduced to what it points at. Its payload is never believed, only followed. */
export type StripeNotice = {
  id: string
  type: string
  orderId: string | null
  checkoutSessionId: string | null
  paymentIntentId: string | null
}
