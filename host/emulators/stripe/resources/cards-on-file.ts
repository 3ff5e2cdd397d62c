import { createHash } from 'node:crypto'
import { behaviourOf, brandOf, numberOfAlias } from '../cards'
import { noSuch } from '../http/errors'
import { newId } from '../ids'
import type { BillingDetails, PaymentMethod } from '../objects'
import type { Turn } from '../turn'

export type CardEntry = { number: string; expMonth: number; expYear: number; billing: BillingDetails }

export const NO_BILLING: BillingDetails = {
  address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
  email: null,
  name: null,
  phone: null,
  tax_id: null,
}

/** A card payment method. The number itself is not kept, only how it behaves. */
export function createPaymentMethod(turn: Turn, entry: CardEntry): PaymentMethod {
  const method: PaymentMethod = {
    id: newId('pm'),
    object: 'payment_method',
    created: turn.now,
    livemode: false,
    metadata: {},
    type: 'card',
    billing_details: entry.billing,
    customer: null,
    card: {
      ...CARD_DEFAULTS,
      brand: brandOf(entry.number),
      last4: entry.number.slice(-4),
      exp_month: entry.expMonth,
      exp_year: entry.expYear,
      fingerprint: createHash('sha256').update(entry.number).digest('base64url').slice(0, 16),
    },
    ...METHOD_DEFAULTS,
  }
  turn.tables.methods.set(method.id, method)
  turn.tables.behaviours.set(method.id, behaviourOf(entry.number))
  return method
}

/** The payment method named in a request: a stored one, or a new one for a test name such as `pm_card_visa`. */
export function findPaymentMethod(turn: Turn, id: string): PaymentMethod {
  const stored = turn.tables.methods.get(id)
  if (stored) return stored
  const number = numberOfAlias(id)
  if (!number) throw noSuch('PaymentMethod', id, 'payment_method')
  const expYear = new Date(turn.now * 1000).getUTCFullYear() + 1
  return createPaymentMethod(turn, { number, expMonth: 12, expYear, billing: NO_BILLING })
}

const METHOD_DEFAULTS = { allow_redisplay: 'unspecified', customer_account: null } as const

const CARD_DEFAULTS = {
  checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
  country: 'US',
  display_brand: null,
  funding: 'credit',
  generated_from: null,
  networks: null,
  regulated_status: 'unregulated',
  three_d_secure_usage: { supported: true },
  wallet: null,
}
