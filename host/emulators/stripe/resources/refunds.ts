import { z } from 'zod'
import { ApiError, invalidParam, invalidState, noSuch } from '../http/errors'
import { listPage } from '../http/list'
import { flag, listShape, metadata, positive, text } from '../http/params'
import { type Route, route } from '../http/router'
import { newId } from '../ids'
import { formatAmount } from '../money'
import type { Charge, Refund } from '../objects'
import type { Turn } from '../turn'
import { addBalance } from './balance'
import { chargeOf, findCharge } from './charges'
import { applyMetadata, newMetadata } from './metadata'
import { reverseTransfer } from './transfers'

const createParams = z.strictObject({
  charge: text.optional(),
  payment_intent: text.optional(),
  amount: positive.optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  reverse_transfer: flag.optional(),
  refund_application_fee: flag.optional(),
  metadata: metadata.optional(),
})
type CreateParams = z.output<typeof createParams>

/** Gives back part or all of a captured charge. Throws on more than is left, and on what cannot be refunded. */
function createRefund(turn: Turn, params: CreateParams): Refund {
  const charge = chargeToRefund(turn, params)
  const left = charge.amount_captured - charge.amount_refunded
  refuseUnrefundable(charge, left, params)
  const amount = params.amount ?? left
  const id = newId('re')
  const { currency, payment_intent } = charge
  const refund: Refund = {
    id,
    object: 'refund',
    created: turn.now,
    livemode: false,
    metadata: newMetadata(params.metadata),
    amount,
    balance_transaction: addBalance(turn, { type: 'refund', amount: -amount, currency, source: id }),
    charge: charge.id,
    currency,
    payment_intent,
    reason: params.reason ?? null,
    status: 'succeeded',
    transfer_reversal: params.reverse_transfer ? reverseShare(turn, charge, amount, id) : null,
    ...REFUND_DEFAULTS,
  }
  turn.tables.refunds.set(id, refund)
  charge.amount_refunded += amount
  charge.refunded = charge.amount_refunded === charge.amount_captured
  turn.emit('refund.created', refund)
  turn.emit('charge.refunded', charge, { previous: { amount_refunded: charge.amount_refunded - amount } })
  turn.emit('refund.updated', refund)
  return refund
}

function chargeToRefund(turn: Turn, params: CreateParams): Charge {
  if (params.charge) return findCharge(turn, params.charge, 'charge')
  if (!params.payment_intent) {
    const message =
      'One of the following params should be provided for this request: payment_intent or charge.'
    throw invalidParam(message, 'payment_intent', 'parameter_missing')
  }
  const intent = turn.tables.intents.get(params.payment_intent)
  if (!intent) throw noSuch('payment_intent', params.payment_intent, 'payment_intent')
  const charge = chargeOf(turn, intent)
  if (charge.captured) return charge
  throw invalidState(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`)
}

function refuseUnrefundable(charge: Charge, left: number, params: CreateParams): void {
  const { id } = charge
  if (!charge.captured) throw invalidState(`Charge ${id} was not captured; cancel its PaymentIntent instead.`)
  if (charge.disputed)
    throw invalidState(`Charge ${id} has been charged back; cannot issue a refund.`, 'charge_disputed')
  if (left === 0) throw invalidState(`Charge ${id} has already been refunded.`, 'charge_already_refunded')
  if ((params.amount ?? 0) > left) throw tooMuch(charge, params.amount ?? 0, left)
  if (params.reverse_transfer && !charge.transfer) {
    throw invalidState(
      `Cannot reverse transfer for charge ${id} because it does not have an associated transfer.`,
    )
  }
  if (params.refund_application_fee && !charge.application_fee_amount) {
    throw invalidState(`Cannot refund the application fee of charge ${id} because it does not have one.`)
  }
}

function tooMuch(charge: Charge, asked: number, left: number): ApiError {
  const [askedText, leftText] = [asked, left].map((amount) => formatAmount(amount, charge.currency))
  const message = `Refund amount (${askedText}) is greater than unrefunded amount on charge (${leftText})`
  return new ApiError(400, { type: 'invalid_request_error', message, param: 'amount' })
}

/** The same share of the transfer as is refunded of the charge. */
function reverseShare(turn: Turn, charge: Charge, amount: number, sourceRefund: string): string | null {
  const transfer = turn.tables.transfers.get(charge.transfer ?? '')
  if (!transfer) return null
  const refundedThen = charge.amount_refunded + amount
  const reversedThen = Math.round((transfer.amount * refundedThen) / charge.amount_captured)
  const share = reversedThen - transfer.amount_reversed
  return share > 0 ? reverseTransfer(turn, transfer, share, { sourceRefund }).id : null
}

function findRefund(turn: Turn, id: string): Refund {
  const refund = turn.tables.refunds.get(id)
  if (!refund) throw noSuch('refund', id)
  return refund
}

const listParams = z.strictObject({ ...listShape, charge: text.optional(), payment_intent: text.optional() })

export const refundRoutes: Route[] = [
  route('POST', '/v1/refunds', createParams, (call) => createRefund(call, call.params)),
  route('GET', '/v1/refunds/:refund', z.strictObject({}), (call) => findRefund(call, call.path[0]!)),
  route('POST', '/v1/refunds/:refund', z.strictObject({ metadata: metadata.optional() }), (call) => {
    const refund = findRefund(call, call.path[0]!)
    applyMetadata(refund, call.params.metadata)
    call.emit('refund.updated', refund)
    return refund
  }),
  route('GET', '/v1/refunds', listParams, ({ tables, params }) => {
    const rows = [...tables.refunds.values()].filter(
      (row) =>
        (!params.charge || row.charge === params.charge) &&
        (!params.payment_intent || row.payment_intent === params.payment_intent),
    )
    return listPage(rows, params, '/v1/refunds')
  }),
]

const REFUND_DEFAULTS = {
  destination_details: {
    type: 'card',
    card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
  },
  receipt_number: null,
  source_transfer_reversal: null,
}
