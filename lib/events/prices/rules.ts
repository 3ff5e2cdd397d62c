import type { FieldIssue } from '@/lib/platform/errors'
import type { Money } from '@/lib/platform/money'
import type { PerformanceDraft } from '../performances/schema'

export type PricedType = { categoryIndex: number; position: number; name: string; amount: number }

type Category = { id: string; name: string }

export type PriceList = { ok: true; types: PricedType[] } | { ok: false; issues: FieldIssue[] }

/**
 * Brings asked prices and the categories of a map together, by id or else by name without regard to case. Every
 * category is priced exactly once; otherwise every fault is named and there is no list.
 */
export function matchPrices(categories: readonly Category[], prices: PerformanceDraft['prices']): PriceList {
  const issues: FieldIssue[] = []
  const types: PricedType[] = []
  const priced = new Set<number>()
  for (const [at, { category, ticketTypes }] of prices.entries()) {
    const categoryIndex = findCategoryIndex(categories, category)
    const path = `prices[${at}]`
    if (categoryIndex === -1) issues.push({ path: `${path}.category`, message: 'is no category of this map' })
    else if (priced.has(categoryIndex))
      issues.push({ path: `${path}.category`, message: 'has a price already' })
    priced.add(categoryIndex)
    issues.push(...findRepeatedNames(ticketTypes, path))
    types.push(
      ...ticketTypes.map(({ name, amount }, position) => ({ categoryIndex, position, name, amount })),
    )
  }
  const missing = categories.filter((_, index) => !priced.has(index))
  issues.push(
    ...missing.map(({ name }) => ({ path: 'prices', message: `there is no price for category "${name}"` })),
  )
  return issues.length > 0 ? { ok: false, issues } : { ok: true, types }
}

function findCategoryIndex(categories: readonly Category[], wanted: string): number {
  const byId = categories.findIndex(({ id }) => id === wanted)
  if (byId !== -1) return byId
  const name = wanted.toLowerCase()
  return categories.findIndex((category) => category.name.trim().normalize('NFC').toLowerCase() === name)
}

function findRepeatedNames(ticketTypes: readonly { name: string }[], path: string): FieldIssue[] {
  const names = ticketTypes.map(({ name }) => name.toLowerCase())
  return names.flatMap((name, at) =>
    names.indexOf(name) < at
      ? [{ path: `${path}.ticketTypes[${at}].name`, message: 'is the name of another ticket type here' }]
      : [],
  )
}

/** The lowest of the prices in a currency, in minor units. Those of other currencies cannot be compared and are left out. */
export function lowestPrice(priced: readonly { priceFrom: Money }[], currency: string): Money {
  const amounts = priced.filter(({ priceFrom }) => priceFrom.currency === currency)
  return { amount: Math.min(...amounts.map(({ priceFrom }) => priceFrom.amount)), currency }
}
