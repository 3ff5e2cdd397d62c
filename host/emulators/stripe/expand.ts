import { invalidParam } from './http/errors'
import { listPage } from './http/list'
import type { Tables } from './store'

const MAX_LEVELS = 4

/** Which table an id leads to. A foreign id (a test product, say) has none and stays an id. */
function findById(tables: Tables, id: string): object | undefined {
  const byPrefix: Record<string, Map<string, object>> = {
    cs: tables.sessions,
    pi: tables.intents,
    ch: tables.charges,
    pm: tables.methods,
    cus: tables.customers,
    prod: tables.products,
    re: tables.refunds,
    tr: tables.transfers,
    trr: tables.reversals,
    acct: tables.accounts,
    du: tables.disputes,
    txn: tables.balance,
  }
  return byPrefix[id.split('_', 1)[0] ?? '']?.get(id)
}

/** Properties that Stripe leaves out unless they are asked for. */
function includable(tables: Tables, object: Record<string, unknown>, property: string): unknown {
  const id = String(object.id)
  if (object.object === 'checkout.session' && property === 'line_items') {
    const rows = tables.lineItems.get(id) ?? []
    return { object: 'list', data: rows, has_more: false, url: `/v1/checkout/sessions/${id}/line_items` }
  }
  if (object.object === 'charge' && property === 'refunds') {
    const rows = [...tables.refunds.values()].filter((refund) => refund.charge === id)
    return listPage(rows, {}, `/v1/charges/${id}/refunds`)
  }
  return undefined
}

/**
 * A copy of an answer with the asked ids replaced by their objects (`latest_charge.balance_transaction`,
 * `data.payment_intent` in lists). Refuses what cannot be expanded, and paths deeper than Stripe's four levels.
 */
export function expandAnswer(tables: Tables, answer: object, paths: string[]): object {
  const copy = structuredClone(answer) as Record<string, unknown>
  for (const path of paths) {
    const keys = path.split('.')
    if (keys.length > MAX_LEVELS + (keys[0] === 'data' ? 1 : 0)) {
      throw invalidParam(
        'You cannot expand more than 4 levels of a property.',
        'expand',
        'parameter_invalid_string',
      )
    }
    expandPath(tables, copy, keys, path)
  }
  return copy
}

function expandPath(tables: Tables, node: Record<string, unknown>, keys: string[], path: string): void {
  const [key, ...rest] = keys
  if (key === undefined) return
  if (!(key in node)) {
    const included = includable(tables, node, key)
    if (included === undefined) throw cannotExpand(path)
    node[key] = structuredClone(included)
  }
  const value = node[key]
  if (typeof value === 'string') {
    const found = findById(tables, value)
    if (!found) throw cannotExpand(path)
    node[key] = structuredClone(found)
  } else if (rest.length === 0 && (typeof value !== 'object' || Array.isArray(value))) {
    throw cannotExpand(path)
  }
  const next = node[key]
  const children = Array.isArray(next) ? next : [next]
  for (const child of children) {
    if (child && typeof child === 'object') expandPath(tables, child as Record<string, unknown>, rest, path)
  }
}

function cannotExpand(path: string) {
  return invalidParam(
    `This property cannot be expanded (${path}). You may want to try expanding something else.`,
    'expand',
  )
}
