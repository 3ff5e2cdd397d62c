import { z } from 'zod'
import { invalidParam, invalidState, noSuch } from '../http/errors'
import { listPage, pageOf } from '../http/list'
import { listShape } from '../http/params'
import { type Route, route } from '../http/router'
import { newId } from '../ids'
import type { CheckoutSession, LineItem } from '../objects'
import type { SessionPlan } from '../store'
import type { Turn } from '../turn'
import { type CreateParams, createParams, listParams, updateParams } from './checkout-session-params'
import { createLineItem } from './line-items'
import { applyMetadata, newMetadata } from './metadata'
import { cancelIntent } from './payment-flow'
import { refuseTooSmall } from './payment-intents'

const SHORTEST_SECONDS = 30 * 60
const LONGEST_SECONDS = 24 * 60 * 60

function createSession(turn: Turn, params: CreateParams): CheckoutSession {
  const id = newId('cs_test')
  const items = params.line_items.map((item) => createLineItem(turn, item))
  const currency = items[0]?.currency ?? 'usd'
  const total = items.reduce((sum, item) => sum + item.amount_total, 0)
  refuseUnfit(turn, params, items, total)
  const session: CheckoutSession = {
    ...SESSION_DEFAULTS,
    id,
    object: 'checkout.session',
    created: turn.now,
    livemode: false,
    metadata: newMetadata(params.metadata),
    amount_subtotal: total,
    amount_total: total,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    currency,
    customer: params.customer ?? null,
    customer_creation: params.customer ? null : (params.customer_creation ?? 'if_required'),
    customer_details: params.customer_email ? customerDetails(params.customer_email, null) : null,
    customer_email: params.customer_email ?? null,
    expires_at: params.expires_at ?? turn.now + LONGEST_SECONDS,
    payment_intent: null,
    payment_status: 'unpaid',
    saved_payment_method_options: params.saved_payment_method_options ?? null,
    status: 'open',
    submit_type: params.submit_type ?? null,
    success_url: params.success_url,
    url: `${turn.publicUrl}/c/pay/${id}`,
    ...{ locale: params.locale ?? null },
  }
  turn.tables.sessions.set(id, session)
  turn.tables.lineItems.set(id, items)
  turn.tables.sessionPlans.set(id, planPayment(params))
  return session
}

function refuseUnfit(turn: Turn, params: CreateParams, items: LineItem[], total: number): void {
  const currency = items[0]?.currency ?? 'usd'
  if (items.some((item) => item.currency !== currency)) {
    throw invalidParam('All line items must have the same currency.', 'line_items')
  }
  refuseTooSmall(total, currency)
  if (params.customer && params.customer_email) {
    throw invalidParam(
      'You may only specify one of these parameters: customer, customer_email.',
      'customer_email',
    )
  }
  if (params.saved_payment_method_options?.payment_method_save && !params.customer) {
    throw invalidParam(
      '`saved_payment_method_options` can only be used with a `customer`.',
      'saved_payment_method_options',
    )
  }
  if (params.customer && !turn.tables.customers.has(params.customer)) {
    throw noSuch('customer', params.customer, 'customer')
  }
  const destination = params.payment_intent_data?.transfer_data?.destination
  if (destination && !turn.tables.accounts.has(destination)) {
    throw noSuch('destination', destination, 'payment_intent_data[transfer_data][destination]')
  }
  const lifetime = (params.expires_at ?? turn.now + LONGEST_SECONDS) - turn.now
  if (lifetime < SHORTEST_SECONDS) {
    throw invalidParam(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      'expires_at',
    )
  }
  if (lifetime > LONGEST_SECONDS) {
    throw invalidParam(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      'expires_at',
    )
  }
}

function planPayment({ payment_intent_data: data }: CreateParams): SessionPlan {
  return {
    capture_method: data?.capture_method ?? 'automatic_async',
    metadata: data?.metadata ?? {},
    description: data?.description ?? null,
    receipt_email: data?.receipt_email ?? null,
    setup_future_usage: data?.setup_future_usage ?? null,
    statement_descriptor_suffix: data?.statement_descriptor_suffix ?? null,
    transfer_group: data?.transfer_group ?? null,
    transfer_data: data?.transfer_data ?? null,
    application_fee_amount: data?.application_fee_amount ?? null,
  }
}

/** Who paid, as a completed session tells it. */
export function customerDetails(email: string | null, name: string | null) {
  return {
    ...{
      address: null,
      business_name: null,
      individual_name: null,
      phone: null,
      tax_exempt: 'none',
      tax_ids: [],
    },
    email,
    name,
  }
}

/** Ends an open session; a payment that was begun in it is cancelled, so no card can be charged later. */
export function expireSession(turn: Turn, session: CheckoutSession): void {
  session.status = 'expired'
  session.url = null
  const intent = turn.tables.intents.get(session.payment_intent ?? '')
  if (intent && intent.status !== 'canceled') cancelIntent(turn, intent, 'automatic')
  turn.emit('checkout.session.expired', session)
}

/** Expires every open session whose time is over. Called before each request and by a timer. */
export function expireDueSessions(turn: Turn): boolean {
  const due = [...turn.tables.sessions.values()].filter(
    (session) => session.status === 'open' && session.expires_at <= turn.now,
  )
  for (const session of due) expireSession(turn, session)
  return due.length > 0
}

function findSession(turn: Turn, id: string): CheckoutSession {
  const session = turn.tables.sessions.get(id)
  if (!session) throw noSuch('checkout.session', id)
  return session
}

export const checkoutSessionRoutes: Route[] = [
  route('POST', '/v1/checkout/sessions', createParams, (call) => createSession(call, call.params)),
  route('GET', '/v1/checkout/sessions/:session', z.strictObject({}), (call) =>
    findSession(call, call.path[0]!),
  ),
  route('POST', '/v1/checkout/sessions/:session', updateParams, (call) => {
    const session = findSession(call, call.path[0]!)
    applyMetadata(session, call.params.metadata)
    return session
  }),
  route('POST', '/v1/checkout/sessions/:session/expire', z.strictObject({}), (call) => {
    const session = findSession(call, call.path[0]!)
    if (session.status !== 'open') {
      throw invalidState(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
      )
    }
    expireSession(call, session)
    return session
  }),
  route('GET', '/v1/checkout/sessions/:session/line_items', z.strictObject(listShape), (call) => {
    const { id } = findSession(call, call.path[0]!)
    return pageOf(call.tables.lineItems.get(id) ?? [], call.params, `/v1/checkout/sessions/${id}/line_items`)
  }),
  route('GET', '/v1/checkout/sessions', listParams, ({ tables, params }) => {
    const rows = [...tables.sessions.values()].filter(
      (row) =>
        (!params.payment_intent || row.payment_intent === params.payment_intent) &&
        (!params.customer || row.customer === params.customer) &&
        (!params.status || row.status === params.status),
    )
    return listPage(rows, params, '/v1/checkout/sessions')
  }),
]

const SESSION_DEFAULTS = {
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  allowed_payment_method_types: ['card'],
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null,
  },
  customer_account: null,
  discounts: [],
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  managed_payments: null,
  mode: 'payment',
  origin_context: null,
  payment_link: null,
  payment_method_collection: 'if_required',
  payment_method_configuration_details: null,
  payment_method_options: { card: { request_three_d_secure: 'automatic' } },
  payment_method_types: ['card'],
  permissions: null,
  phone_number_collection: { enabled: false },
  recovered_from: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  subscription: null,
  total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  ui_mode: 'hosted_page',
  wallet_options: null,
}
