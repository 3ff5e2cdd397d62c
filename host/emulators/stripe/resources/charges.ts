import { z } from 'zod'
import type { CardDecline } from '../cards'
import { invalidState, noSuch } from '../http/errors'
import { listPage } from '../http/list'
import { listShape, metadata, text } from '../http/params'
import { type Route, route } from '../http/router'
import { newId } from '../ids'
import type { Charge, PaymentIntent, PaymentMethod } from '../objects'
import type { Turn } from '../turn'
import { addBalance } from './balance'
import { openDispute } from './disputes'
import { applyMetadata } from './metadata'
import { sendDestinationShare } from './transfers'

const AUTHORIZED_FOR_SECONDS = 7 * 24 * 60 * 60

export type ChargeFacts = { decline: CardDecline | null; wasChallenged: boolean }

/** The attempt on a card: authorized, or failed. Capturing is a step of its own. */
export function createCharge(
  turn: Turn,
  intent: PaymentIntent,
  method: PaymentMethod,
  facts: ChargeFacts,
): Charge {
  const { decline } = facts
  const charge: Charge = {
    ...CHARGE_DEFAULTS,
    id: newId('ch'),
    object: 'charge',
    created: turn.now,
    livemode: false,
    metadata: { ...intent.metadata },
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application_fee_amount: intent.application_fee_amount,
    balance_transaction: null,
    billing_details: method.billing_details,
    captured: false,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    paid: !decline,
    payment_intent: intent.id,
    payment_method: method.id,
    receipt_email: intent.receipt_email,
    refunded: false,
    status: decline ? 'failed' : 'succeeded',
    transfer_group: intent.transfer_group,
    ...networkFacts(turn, intent, method, facts),
  }
  turn.tables.charges.set(charge.id, charge)
  intent.latest_charge = charge.id
  turn.emit(decline ? 'charge.failed' : 'charge.succeeded', charge)
  return charge
}

function networkFacts(turn: Turn, intent: PaymentIntent, method: PaymentMethod, facts: ChargeFacts) {
  const { decline, wasChallenged } = facts
  const { card } = method
  const authenticated = { authentication_flow: 'challenge', result: 'authenticated', version: '2.2.0' }
  return {
    outcome: {
      ...OUTCOME_DEFAULTS,
      network_status: decline ? 'declined_by_network' : 'approved_by_network',
      reason: decline?.declineCode ?? decline?.code ?? null,
      seller_message: decline ? 'The bank did not return any further details.' : 'Payment complete.',
      type: decline ? 'issuer_declined' : 'authorized',
    },
    payment_method_details: {
      type: 'card',
      card: {
        ...CARD_DETAIL_DEFAULTS,
        amount_authorized: decline ? null : intent.amount,
        brand: card.brand,
        network: card.brand,
        exp_month: card.exp_month,
        exp_year: card.exp_year,
        fingerprint: card.fingerprint,
        last4: card.last4,
        three_d_secure: wasChallenged ? authenticated : null,
        ...(decline ? {} : { capture_before: turn.now + AUTHORIZED_FOR_SECONDS }),
      },
    },
  }
}

/** Takes `amount` (minor units, at most what was authorized) of an authorized charge; the rest is let go. */
export function captureCharge(turn: Turn, charge: Charge, intent: PaymentIntent, amount: number): void {
  charge.captured = true
  charge.amount_captured = amount
  charge.balance_transaction = addBalance(turn, {
    type: 'charge',
    amount,
    currency: charge.currency,
    source: charge.id,
  })
  sendDestinationShare(turn, charge, intent)
  // A charge that never waited for its capture was announced by charge.succeeded alone.
  if (intent.capture_method === 'manual') turn.emit('charge.captured', charge)
  if (turn.tables.behaviours.get(charge.payment_method)?.dispute) openDispute(turn, charge)
}

/** The charge that a PaymentIntent's money is on. Throws when it has none that succeeded. */
export function chargeOf(turn: Turn, intent: PaymentIntent): Charge {
  const charge = intent.latest_charge ? turn.tables.charges.get(intent.latest_charge) : undefined
  if (charge?.paid) return charge
  throw invalidState(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`)
}

export function findCharge(turn: Turn, id: string, param?: string): Charge {
  const charge = turn.tables.charges.get(id)
  if (!charge) throw noSuch('charge', id, param)
  return charge
}

const listParams = z.strictObject({
  ...listShape,
  payment_intent: text.optional(),
  customer: text.optional(),
  transfer_group: text.optional(),
})

export const chargeRoutes: Route[] = [
  route('GET', '/v1/charges/:charge', z.strictObject({}), (call) => findCharge(call, call.path[0]!)),
  route('POST', '/v1/charges/:charge', z.strictObject({ metadata: metadata.optional() }), (call) => {
    const charge = findCharge(call, call.path[0]!)
    applyMetadata(charge, call.params.metadata)
    return charge
  }),
  route('GET', '/v1/charges', listParams, ({ tables, params }) => {
    const { payment_intent, customer, transfer_group } = params
    const rows = [...tables.charges.values()].filter(
      (charge) =>
        (!payment_intent || charge.payment_intent === payment_intent) &&
        (!customer || charge.customer === customer) &&
        (!transfer_group || charge.transfer_group === transfer_group),
    )
    return listPage(rows, params, '/v1/charges')
  }),
]

const CHARGE_DEFAULTS = {
  application: null,
  application_fee: null,
  calculated_statement_descriptor: 'TEST STAND-IN',
  failure_balance_transaction: null,
  fraud_details: {},
  on_behalf_of: null,
  radar_options: {},
  receipt_number: null,
  receipt_url: null,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  transfer_data: null,
}

const OUTCOME_DEFAULTS = {
  advice_code: null,
  network_advice_code: null,
  network_decline_code: null,
  risk_level: 'normal',
  risk_score: 12,
}

const CARD_DETAIL_DEFAULTS = {
  authorization_code: null,
  checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
  country: 'US',
  electronic_commerce_indicator: null,
  extended_authorization: { status: 'disabled' },
  funding: 'credit',
  incremental_authorization: { status: 'unavailable' },
  installments: null,
  mandate: null,
  multicapture: { status: 'unavailable' },
  network_token: { used: false },
  network_transaction_id: null,
  regulated_status: 'unregulated',
  transaction_link_id: null,
  wallet: null,
}
