import { z } from 'zod'
import { invalidState, noSuch } from '../http/errors'
import { listPage } from '../http/list'
import { flag, listShape, metadata, text } from '../http/params'
import { type Route, route } from '../http/router'
import { newId } from '../ids'
import type { Charge, Dispute } from '../objects'
import type { Turn } from '../turn'
import { addBalance } from './balance'
import { applyMetadata } from './metadata'

const DISPUTE_FEE_MINOR = 1500
const EVIDENCE_DUE_SECONDS = 9 * 24 * 60 * 60

/** The cardholder's bank takes a captured charge back. */
export function openDispute(turn: Turn, charge: Charge): void {
  const dispute: Dispute = {
    ...DISPUTE_DEFAULTS,
    id: newId('du'),
    object: 'dispute',
    amount: charge.amount_captured,
    charge: charge.id,
    created: turn.now,
    currency: charge.currency,
    evidence: {},
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason: 'fraudulent',
    status: 'needs_response',
    ...{ evidence_details: evidenceDetails(turn) },
  }
  turn.tables.disputes.set(dispute.id, dispute)
  charge.disputed = true
  bookMoney(turn, dispute, -1)
  turn.emit('charge.dispute.created', dispute)
  turn.emit('charge.dispute.funds_withdrawn', dispute)
}

function evidenceDetails(turn: Turn) {
  return {
    due_by: turn.now + EVIDENCE_DUE_SECONDS,
    enhanced_eligibility: {},
    has_evidence: false,
    past_due: false,
    submission_count: 0,
    submission_method: null,
  }
}

function bookMoney(turn: Turn, dispute: Dispute, sign: 1 | -1): void {
  const { amount, currency, id: source } = dispute
  addBalance(turn, {
    type: 'adjustment',
    amount: sign * amount,
    currency,
    source,
    fee: -sign * DISPUTE_FEE_MINOR,
  })
}

function findDispute(turn: Turn, id: string): Dispute {
  const dispute = turn.tables.disputes.get(id)
  if (!dispute) throw noSuch('dispute', id)
  return dispute
}

function closeDispute(turn: Turn, dispute: Dispute, status: 'won' | 'lost'): void {
  dispute.status = status
  if (status === 'won') {
    bookMoney(turn, dispute, 1)
    turn.emit('charge.dispute.funds_reinstated', dispute)
  }
  turn.emit('charge.dispute.closed', dispute)
}

const updateParams = z.strictObject({
  evidence: z.record(z.string(), z.string()).optional(),
  metadata: metadata.optional(),
  submit: flag.optional(),
})

const listParams = z.strictObject({ ...listShape, charge: text.optional(), payment_intent: text.optional() })

/** As in Stripe's test mode, the words `winning_evidence` and `losing_evidence` decide a dispute. */
export const disputeRoutes: Route[] = [
  route('GET', '/v1/disputes/:dispute', z.strictObject({}), (call) => findDispute(call, call.path[0]!)),
  route('POST', '/v1/disputes/:dispute', updateParams, (call) => {
    const dispute = findDispute(call, call.path[0]!)
    refuseClosed(dispute)
    applyMetadata(dispute, call.params.metadata)
    Object.assign(dispute.evidence, call.params.evidence)
    if (call.params.submit === false || !call.params.evidence) return dispute
    dispute.status = 'under_review'
    const words = Object.values(dispute.evidence).join(' ')
    if (words.includes('winning_evidence')) closeDispute(call, dispute, 'won')
    else if (words.includes('losing_evidence')) closeDispute(call, dispute, 'lost')
    else call.emit('charge.dispute.updated', dispute)
    return dispute
  }),
  route('POST', '/v1/disputes/:dispute/close', z.strictObject({}), (call) => {
    const dispute = findDispute(call, call.path[0]!)
    refuseClosed(dispute)
    closeDispute(call, dispute, 'lost')
    return dispute
  }),
  route('GET', '/v1/disputes', listParams, ({ tables, params }) => {
    const rows = [...tables.disputes.values()].filter(
      (row) =>
        (!params.charge || row.charge === params.charge) &&
        (!params.payment_intent || row.payment_intent === params.payment_intent),
    )
    return listPage(rows, params, '/v1/disputes')
  }),
]

function refuseClosed(dispute: Dispute): void {
  if (dispute.status !== 'won' && dispute.status !== 'lost') return
  throw invalidState(`This dispute is already closed with the status ${dispute.status}.`)
}

const DISPUTE_DEFAULTS = {
  balance_transactions: [],
  enhanced_eligibility_types: [],
  intended_submission_method: null,
  is_charge_refundable: false,
  network_reason_code: '10.4',
}
