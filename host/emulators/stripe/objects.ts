/**
 * The objects as they are stored and sent, with the fields this stand-in works with. What Stripe always sends but
 * nothing here changes (mostly nulls) is added by each object's factory and is not listed.
 */
export type Metadata = Record<string, string>
export type Address = {
  city: string | null
  country: string | null
  line1: string | null
  line2: string | null
  postal_code: string | null
  state: string | null
}
export type BillingDetails = {
  address: Address
  email: string | null
  name: string | null
  phone: string | null
  tax_id: null
}

type Base<Kind extends string> = {
  id: string
  object: Kind
  created: number
  metadata: Metadata
  livemode: false
}

export type PaymentMethod = Base<'payment_method'> & {
  /** `always`: its owner agreed to be shown it again. */
  allow_redisplay: 'always' | 'limited' | 'unspecified'
  type: 'card'
  billing_details: BillingDetails
  customer: string | null
  card: { brand: string; last4: string; exp_month: number; exp_year: number; fingerprint: string }
}

export type PaymentError = {
  type: 'card_error' | 'invalid_request_error'
  code: string
  decline_code?: string
  message: string
  charge?: string
  payment_method: PaymentMethod
}

export type IntentStatus =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'requires_action'
  | 'requires_capture'
  | 'succeeded'
  | 'canceled'

export type PaymentIntent = Base<'payment_intent'> & {
  amount: number
  amount_capturable: number
  amount_received: number
  application_fee_amount: number | null
  canceled_at: number | null
  cancellation_reason: string | null
  capture_method: 'automatic' | 'automatic_async' | 'manual'
  client_secret: string
  currency: string
  customer: string | null
  description: string | null
  last_payment_error: PaymentError | null
  latest_charge: string | null
  next_action: { type: 'redirect_to_url'; redirect_to_url: { url: string; return_url: string | null } } | null
  payment_method: string | null
  receipt_email: string | null
  setup_future_usage: 'on_session' | 'off_session' | null
  statement_descriptor_suffix: string | null
  status: IntentStatus
  transfer_data: { destination: string; amount?: number } | null
  transfer_group: string | null
}

export type Charge = Base<'charge'> & {
  amount: number
  amount_captured: number
  amount_refunded: number
  application_fee_amount: number | null
  balance_transaction: string | null
  billing_details: BillingDetails
  captured: boolean
  currency: string
  customer: string | null
  description: string | null
  disputed: boolean
  failure_code: string | null
  failure_message: string | null
  paid: boolean
  payment_intent: string
  payment_method: string
  receipt_email: string | null
  refunded: boolean
  status: 'succeeded' | 'failed'
  transfer?: string
  transfer_group: string | null
}

export type Refund = Base<'refund'> & {
  amount: number
  balance_transaction: string | null
  charge: string
  currency: string
  payment_intent: string
  reason: string | null
  status: 'succeeded'
  transfer_reversal: string | null
}

export type Transfer = Base<'transfer'> & {
  amount: number
  amount_reversed: number
  balance_transaction: string | null
  currency: string
  description: string | null
  destination: string
  reversed: boolean
  source_transaction: string | null
  transfer_group: string | null
}

export type TransferReversal = Base<'transfer_reversal'> & {
  amount: number
  balance_transaction: string | null
  currency: string
  source_refund: string | null
  transfer: string
}

export type LineItem = {
  id: string
  object: 'item'
  amount_subtotal: number
  amount_total: number
  currency: string
  description: string
  quantity: number
  price: { unit_amount: number; currency: string; product: string }
}

export type Product = Base<'product'> & { name: string; description: string | null; images: string[] }

export type CheckoutSession = Base<'checkout.session'> & {
  amount_subtotal: number
  amount_total: number
  cancel_url: string | null
  client_reference_id: string | null
  currency: string
  customer: string | null
  customer_creation: 'always' | 'if_required' | null
  customer_details: { email: string | null; name: string | null } | null
  customer_email: string | null
  expires_at: number
  payment_intent: string | null
  payment_status: 'paid' | 'unpaid'
  saved_payment_method_options: { payment_method_save?: 'enabled' | 'disabled' } | null
  status: 'open' | 'complete' | 'expired'
  submit_type: string | null
  success_url: string
  url: string | null
}

export type Customer = Base<'customer'> & {
  email: string | null
  name: string | null
  phone: string | null
  description: string | null
  deleted?: true
}

export type Account = Base<'account'> & {
  type: 'standard' | 'express' | 'custom' | 'none'
  business_profile: { name: string | null; url: string | null }
  capabilities: Record<string, 'active' | 'inactive' | 'pending'>
  charges_enabled: boolean
  country: string
  default_currency: string
  details_submitted: boolean
  email: string | null
  payouts_enabled: boolean
  requirements: {
    currently_due: string[]
    eventually_due: string[]
    past_due: string[]
    disabled_reason: string | null
  }
}

export type Dispute = Base<'dispute'> & {
  amount: number
  charge: string
  currency: string
  evidence: Record<string, string | null>
  payment_intent: string
  reason: string
  status: 'needs_response' | 'under_review' | 'won' | 'lost'
}

export type BalanceTransaction = Omit<Base<'balance_transaction'>, 'metadata' | 'livemode'> & {
  amount: number
  available_on: number
  currency: string
  description: string | null
  fee: number
  net: number
  source: string
  status: 'available'
  type: string
}

export type StripeEvent = {
  id: string
  object: 'event'
  account?: string
  api_version: string
  created: number
  data: { object: Record<string, unknown>; previous_attributes?: Record<string, unknown> }
  livemode: false
  pending_webhooks: number
  request: { id: string | null; idempotency_key: string | null }
  type: string
}
