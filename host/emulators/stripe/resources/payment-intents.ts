import { z } from 'zod'
import { invalidParam, invalidState, noSuch } from '../http/errors'
import { listPage } from '../http/list'
import { listShape, text } from '../http/params'
import { type Route, route } from '../http/router'
import { newId, randomToken } from '../ids'
import { formatAmount, minimumAmountMinor } from '../money'
import type { IntentStatus, PaymentIntent } from '../objects'
import type { Turn } from '../turn'
import { findPaymentMethod } from './cards-on-file'
import { captureCharge } from './charges'
import { applyMetadata, newMetadata } from './metadata'
import { attemptPayment, cancelIntent, completeIntent, declinedError, sessionOf } from './payment-flow'
import {
  cancelParams,
  captureParams,
  confirmParams,
  createParams,
  updateParams,
} from './payment-intent-params'

type NewIntent = Pick<PaymentIntent, 'amount' | 'currency'> &
  Partial<Omit<PaymentIntent, 'amount' | 'currency'>>

/** A new intent that waits for a card. Throws below the currency's minimum, and for an unknown customer. */
export function createIntent(turn: Turn, facts: NewIntent): PaymentIntent {
  refuseTooSmall(facts.amount, facts.currency)
  if (facts.customer && !turn.tables.customers.has(facts.customer))
    throw noSuch('customer', facts.customer, 'customer')
  const id = newId('pi')
  const intent: PaymentIntent = {
    ...INTENT_DEFAULTS,
    object: 'payment_intent',
    created: turn.now,
    livemode: false,
    amount_capturable: 0,
    amount_received: 0,
    application_fee_amount: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    customer: null,
    description: null,
    last_payment_error: null,
    latest_charge: null,
    next_action: null,
    payment_method: null,
    receipt_email: null,
    setup_future_usage: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
    ...withoutUndefined(facts),
    id,
    client_secret: `${id}_secret_${randomToken(25)}`,
    metadata: newMetadata(facts.metadata),
  }
  turn.tables.intents.set(id, intent)
  turn.emit('payment_intent.created', intent)
  return intent
}

/** Throws what Stripe says to an amount below the currency's minimum. */
export function refuseTooSmall(amount: number, currency: string): void {
  const minimum = minimumAmountMinor(currency)
  if (amount >= minimum) return
  const message = `Amount must be at least ${formatAmount(minimum, currency)} ${currency}.`
  throw invalidParam(message, 'amount', 'amount_too_small')
}

function withoutUndefined<T extends object>(facts: T): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T
}

function findIntent(turn: Turn, id: string): PaymentIntent {
  const intent = turn.tables.intents.get(id)
  if (!intent) throw noSuch('payment_intent', id)
  return intent
}

/** Refuses an action on an intent that is not in one of the states that allow it. */
function requireStatus(intent: PaymentIntent, action: string, allowed: IntentStatus[]): void {
  if (allowed.includes(intent.status)) return
  throw invalidState(
    `This PaymentIntent could not be ${action} because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be ${action}: ${allowed.join(', ')}.`,
    'payment_intent_unexpected_state',
    { payment_intent: intent },
  )
}

/** While its Checkout Session is open, the session owns the intent: expire the session instead. */
function refuseCheckoutOwned(turn: Turn, intent: PaymentIntent, action: string): void {
  const session = sessionOf(turn, intent)
  if (session?.status !== 'open') return
  throw invalidState(
    `You cannot ${action} this PaymentIntent because it was created by a Checkout Session (${session.id}). Expire the Checkout Session instead.`,
    'payment_intent_unexpected_state',
    { payment_intent: intent },
  )
}

function capture(turn: Turn, intent: PaymentIntent, params: z.output<typeof captureParams>): PaymentIntent {
  requireStatus(intent, 'captured', ['requires_capture'])
  const amount = params.amount_to_capture ?? intent.amount_capturable
  if (amount > intent.amount_capturable) {
    const message = `The amount to capture (${amount}) cannot be greater than the capturable amount (${intent.amount_capturable}).`
    throw invalidState(message, 'amount_too_large', { param: 'amount_to_capture' })
  }
  const charge = turn.tables.charges.get(intent.latest_charge ?? '')
  if (!charge) throw invalidState(`PaymentIntent ${intent.id} has no charge.`)
  applyMetadata(intent, params.metadata)
  if (params.application_fee_amount !== undefined)
    intent.application_fee_amount = params.application_fee_amount
  captureCharge(turn, charge, intent, amount)
  completeIntent(turn, intent, amount)
  return intent
}

function cancel(turn: Turn, intent: PaymentIntent, reason: string | undefined): PaymentIntent {
  const open: IntentStatus[] = [
    'requires_payment_method',
    'requires_capture',
    'requires_confirmation',
    'requires_action',
  ]
  requireStatus(intent, 'canceled', open)
  refuseCheckoutOwned(turn, intent, 'cancel')
  cancelIntent(turn, intent, reason ?? null)
  return intent
}

function confirm(turn: Turn, intent: PaymentIntent, params: z.output<typeof confirmParams>): PaymentIntent {
  requireStatus(intent, 'confirmed', ['requires_payment_method', 'requires_confirmation'])
  refuseCheckoutOwned(turn, intent, 'confirm')
  const methodId = params.payment_method ?? intent.payment_method
  if (!methodId) {
    throw invalidState(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
      'payment_intent_unexpected_state',
      { payment_intent: intent },
    )
  }
  const outcome = attemptPayment(turn, intent, findPaymentMethod(turn, methodId), {
    challengeUrl: `${turn.publicUrl}/3ds/${intent.id}`,
    returnUrl: params.return_url ?? null,
  })
  if (outcome === 'declined') throw declinedError(intent)
  return intent
}

const listParams = z.strictObject({ ...listShape, customer: text.optional() })

export const paymentIntentRoutes: Route[] = [
  route('POST', '/v1/payment_intents', createParams, (call) => {
    const { confirm: confirmNow, return_url, automatic_payment_methods, ...facts } = call.params
    const method = facts.payment_method ? findPaymentMethod(call, facts.payment_method).id : undefined
    const status = method ? 'requires_confirmation' : 'requires_payment_method'
    const intent = createIntent(call, { ...facts, payment_method: method, status })
    Object.assign(intent, automatic_payment_methods ? { automatic_payment_methods } : {})
    return confirmNow ? confirm(call, intent, { return_url }) : intent
  }),
  route('GET', '/v1/payment_intents/:intent', z.strictObject({ client_secret: text.optional() }), (call) =>
    findIntent(call, call.path[0]!),
  ),
  route('POST', '/v1/payment_intents/:intent', updateParams, (call) => {
    const intent = findIntent(call, call.path[0]!)
    const { metadata, amount, ...facts } = call.params
    if (amount !== undefined) {
      requireStatus(intent, 'updated', ['requires_payment_method', 'requires_confirmation'])
      refuseTooSmall(amount, intent.currency)
      intent.amount = amount
    }
    applyMetadata(intent, metadata)
    return Object.assign(intent, withoutUndefined(facts))
  }),
  route('POST', '/v1/payment_intents/:intent/confirm', confirmParams, (call) =>
    confirm(call, findIntent(call, call.path[0]!), call.params),
  ),
  route('POST', '/v1/payment_intents/:intent/capture', captureParams, (call) =>
    capture(call, findIntent(call, call.path[0]!), call.params),
  ),
  route('POST', '/v1/payment_intents/:intent/cancel', cancelParams, (call) =>
    cancel(call, findIntent(call, call.path[0]!), call.params.cancellation_reason),
  ),
  route('GET', '/v1/payment_intents', listParams, ({ tables, params }) => {
    const rows = [...tables.intents.values()].filter(
      (row) => !params.customer || row.customer === params.customer,
    )
    return listPage(rows, params, '/v1/payment_intents')
  }),
]

const INTENT_DEFAULTS = {
  allowed_payment_method_types: ['card'],
  amount_details: { tip: {} },
  application: null,
  automatic_payment_methods: null,
  confirmation_method: 'automatic',
  customer_account: null,
  excluded_payment_method_types: null,
  managed_payments: null,
  on_behalf_of: null,
  payment_method_configuration_details: null,
  payment_method_options: { card: { installments: null, mandate_options: null, network: null } },
  payment_method_types: ['card'],
  payment_record: null,
  processing: null,
  review: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
}
