import type { PriceList, TicketPrice } from './types'

/** A kind of visitor and what they pay of the full price. */
export type Visitor = readonly [name: string, share: number]

export const ONE_PRICE: readonly Visitor[] = [['Standard', 1]]
export const WITH_CONCESSIONS: readonly Visitor[] = [
  ['Adult', 1],
  ['Concession', 0.8],
]
export const FOR_FAMILIES: readonly Visitor[] = [
  ['Adult', 1],
  ['Child', 0.5],
  ['Concession', 0.8],
]

/** Full prices by category and the visitors' shares of them, rounded to `step` minor units. */
export function priceList(
  full: Readonly<Record<string, number>>,
  visitors: readonly Visitor[],
  step = 50,
): PriceList {
  const round = (amount: number) => Math.round(amount / step) * step
  const entries = Object.entries(full).map(([category, amount]) => [
    category,
    visitors.map(([name, share]) => ({ name, amount: round(amount * share) })),
  ])
  return Object.fromEntries(entries) as PriceList
}

/**
 * The ticket types of each of the map's categories, in the map's order. A category is priced by its name; a map
 * that names them differently by its place in the list, the last price serving all that follow.
 */
export function pricesOf(
  prices: PriceList,
  categories: readonly { name: string }[],
): (readonly TicketPrice[])[] {
  const ladder = Object.values(prices)
  return categories.map(({ name }, index) => prices[name] ?? ladder[Math.min(index, ladder.length - 1)] ?? [])
}
