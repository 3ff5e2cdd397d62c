'use client'

import { useLocale } from 'next-intl'
import { useMemo, useState } from 'react'
import { formatMoney, type Money } from '@/lib/platform/money'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { SEAT_FLAG } from '@/lib/seat-map/plan'
import type { SeatFilter } from '@/lib/seat-map/seat-filter'
import type { Sale } from '../to-sale'

type Wish = {
  categories: ReadonlySet<number> | null
  /** In minor units; null for any price. */
  ceiling: number | null
  accessibleOnly: boolean
  fullViewOnly: boolean
}

/** No filter at all. */
export const ANYTHING: Wish = { categories: null, ceiling: null, accessibleOnly: false, fullViewOnly: false }

export type PriceCeiling = { amount: number; text: string }

export type SeatFilterHandle = {
  wish: Wish
  change(part: Partial<Wish>): void
  /** What the map shows; null where nothing is asked for. The same object until it changes. */
  filter: SeatFilter | null
  /** Prices to choose a ceiling from, the lowest first; none where all seats cost the same. */
  ceilings: PriceCeiling[]
  hasAccessible: boolean
  hasRestricted: boolean
}

/** What the fan wants to see of the map: categories, a highest price, accessible seats, full views. */
export function useSeatFilter(sale: Sale, map: SeatMap | null): SeatFilterHandle {
  const [wish, setWish] = useState(ANYTHING)
  const locale = useLocale()
  const ceilings = useMemo(() => ceilingsOf(sale, locale), [sale, locale])
  const filter = useMemo(() => toFilter(sale, wish), [sale, wish])
  const flags = useMemo(() => map?.flags.reduce((all, own) => all | own, 0) ?? 0, [map])
  return {
    ...{ wish, filter, ceilings },
    change: (part) => setWish((before) => ({ ...before, ...part })),
    hasAccessible: (flags & (SEAT_FLAG.wheelchair | SEAT_FLAG.companion)) !== 0,
    hasRestricted: (flags & SEAT_FLAG.restrictedView) !== 0,
  }
}

/** The categories that cost no more than this, by index. */
export function categoriesUpTo({ prices }: Sale, amount: number): Set<number> {
  const within = prices.filter(({ ticketTypes: [first] }) => first && first.price.amount <= amount)
  return new Set(within.map(({ category }) => category.index))
}

function toFilter(sale: Sale, { ceiling, ...wish }: Wish): SeatFilter | null {
  if (ceiling === null && !wish.categories && !wish.accessibleOnly && !wish.fullViewOnly) return null
  if (ceiling === null) return wish
  const within = categoriesUpTo(sale, ceiling)
  const chosen = wish.categories
  return { ...wish, categories: chosen ? new Set([...within].filter((at) => chosen.has(at))) : within }
}

function ceilingsOf({ prices }: Sale, locale: string): PriceCeiling[] {
  const byAmount = new Map<number, Money>()
  for (const { ticketTypes } of prices) {
    const price = ticketTypes[0]?.price
    if (price) byAmount.set(price.amount, price)
  }
  const sorted = [...byAmount.values()].sort((a, b) => a.amount - b.amount)
  // The highest is no ceiling.
  return sorted
    .slice(0, -1)
    .map((price) => ({ amount: price.amount, text: formatMoney(price, locale, { short: true }) }))
}
