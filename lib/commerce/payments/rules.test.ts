import { describe, expect, it } from 'vitest'
import { decimalsOf } from '@/lib/platform/money'
import { LISTED_CURRENCIES, nameBrand, readCheckout, readIntent, smallestCharge } from './rules'
import type { CheckoutTruth, IntentTruth } from './types'

const owed = { amount: 9000, currency: 'EUR' }

function intent(changes: Partial<IntentTruth> = {}): IntentTruth {
  return {
    ...{ id: 'pi_1', status: 'requires_capture', amount: 9000, currency: 'EUR', amountReceived: 0 },
    ...{ orderId: 'o1', nextUrl: null, isRefunded: false, brand: 'visa', last4: '4242', lastDecline: null },
    ...changes,
  }
}

function checkout(changes: Partial<CheckoutTruth> = {}): CheckoutTruth {
  return { sessionId: 'cs_1', orderId: 'o1', url: null, status: 'open', intent: null, ...changes }
}

describe('what Stripe says of a payment', () => {
  it('is open until a card is accepted, and over once the session is', () => {
    expect(readCheckout(checkout(), owed).status).toBe('open')
    expect(readCheckout(checkout({ status: 'expired' }), owed).status).toBe('cancelled')
    const declined = intent({
      status: 'requires_payment_method',
      lastDecline: 'generic_decline',
      last4: null,
    })
    expect(readCheckout(checkout({ intent: declined }), owed)).toMatchObject({
      ...{ status: 'open', lastDecline: 'generic_decline' },
    })
    expect(readCheckout(checkout({ status: 'expired', intent: declined }), owed).status).toBe('cancelled')
  })

  it('is authorized with the card that was accepted', () => {
    expect(readCheckout(checkout({ status: 'complete', intent: intent() }), owed)).toMatchObject({
      ...{ status: 'authorized', paymentIntentId: 'pi_1', brand: 'visa', last4: '4242', capturedAmount: 0 },
    })
  })

  it('counts for nothing where the sum or the currency is another', () => {
    for (const wrong of [{ amount: 1 }, { currency: 'JPY' }]) {
      expect(readIntent(intent(wrong), owed)).toMatchObject({ status: 'open', isMismatched: true })
    }
    const partly = intent({ status: 'succeeded', amountReceived: 100 })
    expect(readIntent(partly, owed)).toMatchObject({ status: 'open', isMismatched: true, capturedAmount: 0 })
  })

  it('is captured with what was received, and cancelled once that was given back', () => {
    const taken = intent({ status: 'succeeded', amountReceived: 9000 })
    expect(readIntent(taken, owed)).toMatchObject({ status: 'captured', capturedAmount: 9000 })
    expect(readIntent({ ...taken, isRefunded: true }, owed)).toMatchObject({
      ...{ status: 'cancelled', capturedAmount: 0 },
    })
    expect(readIntent(intent({ status: 'canceled' }), owed).status).toBe('cancelled')
  })

  it('that is still being decided is waited for, even where no other card can be tried', () => {
    expect(readIntent(intent({ status: 'processing' }), owed, true).status).toBe('open')
    expect(readIntent(intent({ status: 'requires_payment_method' }), owed, true).status).toBe('cancelled')
  })
})

it('brands are written as people write them', () => {
  expect(['visa', 'amex', 'mastercard', 'newcard'].map(nameBrand)).toEqual([
    ...['Visa', 'American Express', 'Mastercard', 'Newcard'],
  ])
})

describe('the smallest charge', () => {
  it('is known in minor units for each currency Stripe lists, those without decimals too', () => {
    expect(LISTED_CURRENCIES).toHaveLength(24)
    expect(Object.fromEntries(LISTED_CURRENCIES.map((code) => [code, inWords(code)]))).toEqual({
      ...{ AED: '2', AUD: '0.5', BGN: '1', BRL: '0.5', CAD: '0.5', CHF: '0.5', CZK: '15', DKK: '2.5' },
      ...{ EUR: '0.5', GBP: '0.3', HKD: '4', HUF: '175', INR: '0.5', JPY: '50', MXN: '10', MYR: '2' },
      ...{ NOK: '3', NZD: '0.5', PLN: '2', RON: '2', SEK: '3', SGD: '0.5', THB: '10', USD: '0.5' },
    })
    expect(smallestCharge('JPY')).toBe(50)
    expect(smallestCharge('HUF')).toBe(17_500)
  })

  it('is not guessed for any other', () => {
    for (const code of ['KRW', 'ISK', 'KWD', 'XXX']) expect(smallestCharge(code)).toBe(1)
  })
})

/** As Stripe's table has it, in whole units. */
function inWords(currency: string): string {
  return String(smallestCharge(currency) / 10 ** decimalsOf(currency))
}
