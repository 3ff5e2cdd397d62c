import type { Money } from '@/lib/platform/money'
import type { CheckoutTruth, IntentTruth, PaymentReading } from './types'

/**
 * What Stripe's session and payment mean for an order that costs `owed`. An authorization or a capture of another sum
 * or currency is reported as mismatched and counts as nothing.
 */
export function readCheckout(truth: CheckoutTruth, owed: Money): PaymentReading {
  if (truth.intent) return readIntent(truth.intent, owed, truth.status === 'expired')
  return { ...NOTHING, status: truth.status === 'expired' ? 'cancelled' : 'open' }
}

/** The same of the payment alone. `isClosed`: no other card can be tried. */
export function readIntent(intent: IntentTruth, owed: Money, isClosed = false): PaymentReading {
  const facts = {
    ...NOTHING,
    paymentIntentId: intent.id,
    brand: intent.brand,
    last4: intent.last4,
    lastDecline: intent.lastDecline,
  }
  const isSame = intent.amount === owed.amount && intent.currency === owed.currency
  if (intent.status === 'canceled') return { ...facts, status: 'cancelled' }
  if (intent.status === 'requires_capture') {
    return isSame ? { ...facts, status: 'authorized' } : { ...facts, isMismatched: true }
  }
  if (intent.status === 'succeeded') {
    // Given back in full is as good as never taken.
    if (intent.isRefunded) return { ...facts, status: 'cancelled' }
    const isWhole = isSame && intent.amountReceived === owed.amount
    if (!isWhole) return { ...facts, isMismatched: true }
    return { ...facts, status: 'captured', capturedAmount: intent.amountReceived }
  }
  return { ...facts, status: isClosed && intent.status !== 'processing' ? 'cancelled' : 'open' }
}

/** The same of a payment on a kept card: it is tried once, and the bank may ask for a page of its own first. */
export function readCardPayment(intent: IntentTruth, owed: Money): PaymentReading {
  return readIntent(intent, owed, intent.status !== 'requires_action')
}

const NOTHING: PaymentReading = {
  status: 'open',
  paymentIntentId: null,
  brand: null,
  last4: null,
  lastDecline: null,
  capturedAmount: 0,
  isMismatched: false,
}

const BRANDS: Record<string, string> = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}

/** A card's brand as people write it. */
export function nameBrand(brand: string): string {
  return BRANDS[brand] ?? brand.charAt(0).toUpperCase() + brand.slice(1)
}

/**
 * The smallest charges Stripe takes, in minor units: the table "Minimum and maximum charge amounts" of
 * https://docs.stripe.com/currencies, read in November 2026.
 */
const SMALLEST_CHARGES: Record<string, number> = {
  ...{ AED: 200, AUD: 50, BGN: 100, BRL: 50, CAD: 50, CHF: 50, CZK: 1_500, DKK: 250 },
  ...{ EUR: 50, GBP: 30, HKD: 400, HUF: 17_500, INR: 50, JPY: 50, MXN: 1_000, MYR: 200 },
  ...{ NOK: 300, NZD: 50, PLN: 200, RON: 200, SEK: 300, SGD: 50, THB: 1_000, USD: 50 },
}

/** The currencies whose smallest charge Stripe has published. */
export const LISTED_CURRENCIES: readonly string[] = Object.keys(SMALLEST_CHARGES)

/**
 * The smallest amount a card can be charged, in minor units. 1 for a currency that Stripe's table does not have: what it
 * takes there depends on the day's rate, and it says so itself when it is asked (`amount_too_small`).
 */
export function smallestCharge(currency: string): number {
  return SMALLEST_CHARGES[currency] ?? 1
}
