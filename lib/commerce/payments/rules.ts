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
