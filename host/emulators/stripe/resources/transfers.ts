import { z } from 'zod'
import { invalidParam, invalidState, noSuch } from '../http/errors'
import { listPage } from '../http/list'
import { currency, listShape, metadata, positive, text } from '../http/params'
import { type Route, route } from '../http/router'
import { newId } from '../ids'
import { formatAmount } from '../money'
import type { Charge, PaymentIntent, Transfer, TransferReversal } from '../objects'
import type { Turn } from '../turn'
import { addBalance, availableMinor } from './balance'
import { applyMetadata, newMetadata } from './metadata'

type NewTransfer = Pick<
  Transfer,
  'amount' | 'currency' | 'destination' | 'source_transaction' | 'transfer_group'
> & {
  description?: string
  metadata?: Record<string, string>
}

/** Moves money to a connected account. The caller has checked that it may. */
function createTransfer(turn: Turn, facts: NewTransfer): Transfer {
  const id = newId('tr')
  const { amount, currency, destination, source_transaction, transfer_group } = facts
  const transfer: Transfer = {
    id,
    object: 'transfer',
    created: turn.now,
    livemode: false,
    metadata: newMetadata(facts.metadata),
    amount,
    amount_reversed: 0,
    balance_transaction: addBalance(turn, { type: 'transfer', amount: -amount, currency, source: id }),
    currency,
    description: facts.description ?? null,
    destination,
    reversed: false,
    source_transaction,
    transfer_group,
    ...{ destination_payment: newId('py'), source_type: 'card', reversals: reversalList(id, []) },
  }
  turn.tables.transfers.set(id, transfer)
  turn.emit('transfer.created', transfer)
  return transfer
}

/** The organizer's part of a destination charge (`transfer_data`), sent when it is captured. */
export function sendDestinationShare(turn: Turn, charge: Charge, intent: PaymentIntent): void {
  const data = intent.transfer_data
  if (!data) return
  const share = data.amount ?? charge.amount_captured - (intent.application_fee_amount ?? 0)
  const { currency, id: source_transaction } = charge
  const transfer_group = charge.transfer_group ?? `group_${intent.id}`
  const facts = { amount: share, currency, destination: data.destination, source_transaction, transfer_group }
  charge.transfer = createTransfer(turn, facts).id
  charge.transfer_group = transfer_group
}

/** Takes money back from a connected account. Throws when more is asked than is left of the transfer. */
export function reverseTransfer(
  turn: Turn,
  transfer: Transfer,
  amount: number,
  given: { metadata?: Record<string, string>; sourceRefund?: string } = {},
): TransferReversal {
  const left = transfer.amount - transfer.amount_reversed
  if (amount > left) {
    throw invalidState(
      `Transfer reversal amount (${formatAmount(amount, transfer.currency)}) is greater than the unreversed amount on the transfer (${formatAmount(left, transfer.currency)})`,
      undefined,
      { param: 'amount' },
    )
  }
  const id = newId('trr')
  const { currency } = transfer
  const reversal: TransferReversal = {
    id,
    object: 'transfer_reversal',
    created: turn.now,
    livemode: false,
    metadata: newMetadata(given.metadata),
    amount,
    balance_transaction: addBalance(turn, { type: 'transfer_refund', amount, currency, source: id }),
    currency,
    source_refund: given.sourceRefund ?? null,
    transfer: transfer.id,
    ...{ destination_payment_refund: null },
  }
  turn.tables.reversals.set(id, reversal)
  transfer.amount_reversed += amount
  transfer.reversed = transfer.amount_reversed === transfer.amount
  Object.assign(transfer, { reversals: reversalList(transfer.id, reversalsOf(turn, transfer.id)) })
  turn.emit('transfer.reversed', transfer)
  return reversal
}

function reversalList(transferId: string, rows: TransferReversal[]) {
  return listPage(structuredClone(rows), {}, `/v1/transfers/${transferId}/reversals`)
}

function reversalsOf({ tables }: Turn, transferId: string): TransferReversal[] {
  return [...tables.reversals.values()].filter((reversal) => reversal.transfer === transferId)
}

function findTransfer(turn: Turn, id: string): Transfer {
  const transfer = turn.tables.transfers.get(id)
  if (!transfer) throw noSuch('transfer', id)
  return transfer
}

/** The connected account that may be sent money. Throws when it is unknown or not onboarded. */
function refuseDestination(turn: Turn, destination: string): void {
  const account = turn.tables.accounts.get(destination)
  if (!account) throw noSuch('destination', destination, 'destination')
  if (account.capabilities.transfers === 'active') return
  throw invalidState(
    'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
    'insufficient_capabilities_for_transfer',
  )
}

/** A transfer of a charge's money: never more than was captured, less what was transferred already. */
function refuseSource(turn: Turn, source: Charge, amount: number, currency: string): void {
  if (source.currency !== currency) {
    throw invalidParam(
      `The currency of source_transaction's balance transaction (${source.currency}) must be the same as the transfer currency (${currency})`,
      'currency',
    )
  }
  const used = [...turn.tables.transfers.values()]
    .filter((transfer) => transfer.source_transaction === source.id)
    .reduce((sum, transfer) => sum + transfer.amount - transfer.amount_reversed, 0)
  if (source.captured && amount <= source.amount_captured - used) return
  const left = formatAmount(source.amount_captured - used, currency)
  throw invalidState(
    `Insufficient funds in source_transaction ${source.id}. The available amount is ${left}.`,
    'insufficient_funds',
  )
}

function refuseOverdraft(turn: Turn, amount: number, currency: string): void {
  if (amount <= availableMinor(turn, currency)) return
  throw invalidState('You have insufficient available funds in your Stripe account.', 'balance_insufficient')
}

const createParams = z.strictObject({
  amount: positive,
  currency,
  destination: text,
  description: text.optional(),
  metadata: metadata.optional(),
  source_transaction: text.optional(),
  transfer_group: text.optional(),
})

const reversalParams = z.strictObject({
  amount: positive.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
})

const listParams = z.strictObject({
  ...listShape,
  destination: text.optional(),
  transfer_group: text.optional(),
})

export const transferRoutes: Route[] = [
  route('POST', '/v1/transfers', createParams, (call) => {
    const { amount, currency, destination, source_transaction } = call.params
    refuseDestination(call, destination)
    const source = source_transaction ? call.tables.charges.get(source_transaction) : undefined
    if (source_transaction && !source) throw noSuch('charge', source_transaction, 'source_transaction')
    if (source) refuseSource(call, source, amount, currency)
    else refuseOverdraft(call, amount, currency)
    const transfer_group = call.params.transfer_group ?? source?.transfer_group ?? null
    return createTransfer(call, { ...call.params, source_transaction: source?.id ?? null, transfer_group })
  }),
  route('GET', '/v1/transfers', listParams, ({ tables, params }) => {
    const rows = [...tables.transfers.values()].filter(
      (row) =>
        (!params.destination || row.destination === params.destination) &&
        (!params.transfer_group || row.transfer_group === params.transfer_group),
    )
    return listPage(rows, params, '/v1/transfers')
  }),
  route('GET', '/v1/transfers/:transfer', z.strictObject({}), (call) => findTransfer(call, call.path[0]!)),
  route('POST', '/v1/transfers/:transfer', z.strictObject({ metadata: metadata.optional() }), (call) => {
    const transfer = findTransfer(call, call.path[0]!)
    applyMetadata(transfer, call.params.metadata)
    return transfer
  }),
  route('POST', '/v1/transfers/:transfer/reversals', reversalParams, (call) => {
    const transfer = findTransfer(call, call.path[0]!)
    const amount = call.params.amount ?? transfer.amount - transfer.amount_reversed
    if (amount === 0) throw invalidState(`Transfer ${transfer.id} is already fully reversed.`)
    return reverseTransfer(call, transfer, amount, call.params)
  }),
  route('GET', '/v1/transfers/:transfer/reversals', z.strictObject(listShape), (call) => {
    const { id } = findTransfer(call, call.path[0]!)
    return listPage(reversalsOf(call, id), call.params, `/v1/transfers/${id}/reversals`)
  }),
]
