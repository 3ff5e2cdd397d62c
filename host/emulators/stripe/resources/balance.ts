import { z } from 'zod'
import { noSuch } from '../http/errors'
import { listPage } from '../http/list'
import { listShape, text } from '../http/params'
import { type Route, route } from '../http/router'
import { newId } from '../ids'
import { decimalsOf } from '../money'
import type { BalanceTransaction } from '../objects'
import type { Turn } from '../turn'

export type BalanceEntry = { type: string; amount: number; currency: string; source: string; fee?: number }

/** Books a movement on the platform's balance and returns its id. Money is available at once here. */
export function addBalance(turn: Turn, entry: BalanceEntry): string {
  const fee = entry.fee ?? (entry.type === 'charge' ? processingFee(entry.amount, entry.currency) : 0)
  const row: BalanceTransaction = {
    ...BALANCE_DEFAULTS,
    id: newId('txn'),
    object: 'balance_transaction',
    amount: entry.amount,
    available_on: turn.now,
    created: turn.now,
    currency: entry.currency,
    description: null,
    fee,
    net: entry.amount - fee,
    source: entry.source,
    status: 'available',
    type: entry.type,
    ...{ reporting_category: entry.type, fee_details: feeDetails(fee, entry.currency) },
  }
  turn.tables.balance.set(row.id, row)
  return row.id
}

/** What the platform could pay out now, in minor units of a currency. */
export function availableMinor(turn: Turn, currency: string): number {
  let sum = 0
  for (const row of turn.tables.balance.values()) if (row.currency === currency) sum += row.net
  return sum
}

/** A believable fee: 2.9 % and 30 minor units (30 whole ones in a currency without decimals). */
function processingFee(amount: number, currency: string): number {
  return amount > 0 ? Math.round(amount * 0.029) + 30 * (decimalsOf(currency) === 3 ? 10 : 1) : 0
}

function feeDetails(fee: number, currency: string) {
  if (fee === 0) return []
  return [
    { amount: fee, application: null, currency, description: 'Stripe processing fees', type: 'stripe_fee' },
  ]
}

function balanceObject({ tables }: Turn) {
  const byCurrency = new Map<string, number>()
  for (const { currency, net } of tables.balance.values()) {
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + net)
  }
  if (byCurrency.size === 0) byCurrency.set('usd', 0)
  const available = [...byCurrency].map(([currency, amount]) => ({
    amount,
    currency,
    source_types: { card: amount },
  }))
  const pending = available.map(({ currency }) => ({ amount: 0, currency, source_types: { card: 0 } }))
  return { object: 'balance', available, pending, livemode: false }
}

const listParams = z.strictObject({
  ...listShape,
  source: text.optional(),
  type: text.optional(),
  currency: text.optional(),
})

export const balanceRoutes: Route[] = [
  route('GET', '/v1/balance', z.strictObject({}), balanceObject),
  route('GET', '/v1/balance_transactions/:id', z.strictObject({}), ({ tables, path }) => {
    const row = tables.balance.get(path[0]!)
    if (!row) throw noSuch('balance transaction', path[0]!)
    return row
  }),
  route('GET', '/v1/balance_transactions', listParams, ({ tables, params }) => {
    const rows = [...tables.balance.values()].filter(
      (row) =>
        (!params.source || row.source === params.source) &&
        (!params.type || row.type === params.type) &&
        (!params.currency || row.currency === params.currency),
    )
    return listPage(rows, params, '/v1/balance_transactions')
  }),
]

const BALANCE_DEFAULTS = { balance_type: 'payments', exchange_rate: null }
