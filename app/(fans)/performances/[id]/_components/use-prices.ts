'use client'

import { useLocale } from 'next-intl'
import { useMemo } from 'react'
import type { TypeLine } from '@/components/seat-map/seat-tip'
import type { TicketTypePrice } from '@/lib/events/types'
import { formatMoney, type Money, sumMoney } from '@/lib/platform/money'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import type { Sale } from '../to-sale'

export type Prices = {
  /** All-in, of the ticket type a bare click takes; undefined where the category is not sold. */
  ofCategory(categoryIndex: number): string | undefined
  ofSeat(index: number): string | undefined
  /** From the lowest to the highest in the section: `€45–€80`; empty where nothing of it is sold. */
  ofSection(sectionIndex: number): string
  /** What a seat can be sold as, the default first. */
  typesOf(index: number): TicketTypePrice[]
  /** The same as text, for the seat's card. */
  linesOf(index: number): TypeLine[]
  /** Of seats as a bare click takes them; null for none. */
  totalOf(seats: readonly number[]): Money | null
}

/** What seats cost, as text. The same functions until the map is another: the map and the lists are drawn by them. */
export function usePrices({ prices }: Sale, map: SeatMap | null): Prices {
  const locale = useLocale()
  return useMemo(() => {
    const texts = prices.map(({ ticketTypes: [first] }) =>
      first ? formatMoney(first.price, locale, { short: true }) : undefined,
    )
    const lines = prices.map(({ ticketTypes }) =>
      ticketTypes.map(({ id, name, price }) => ({
        ...{ id, name },
        price: formatMoney(price, locale, { short: true }),
      })),
    )
    const categoryOf = (index: number) => map?.category[index] ?? -1
    const sectionTexts = new Map<number, string>()
    return {
      ofSection(sectionIndex) {
        const text = sectionTexts.get(sectionIndex) ?? rangeText(map, sectionIndex, prices, locale)
        sectionTexts.set(sectionIndex, text)
        return text
      },
      ofCategory: (categoryIndex) => texts[categoryIndex],
      ofSeat: (index) => texts[categoryOf(index)],
      typesOf: (index) => prices[categoryOf(index)]?.ticketTypes ?? [],
      totalOf(seats) {
        const costs = seats.flatMap((seat) => prices[categoryOf(seat)]?.ticketTypes[0]?.price ?? [])
        const amounts = costs.map(({ amount }) => amount)
        return costs[0] ? sumMoney(amounts, costs[0].currency) : null
      },
      linesOf: (index) => lines[categoryOf(index)] ?? [],
    }
  }, [prices, map, locale])
}

function rangeText(
  map: SeatMap | null,
  sectionIndex: number,
  prices: Sale['prices'],
  locale: string,
): string {
  const section = map?.sections[sectionIndex]
  if (!map || !section) return ''
  const { firstSeat, seatCount } = section
  const categories = new Set(map.category.subarray(firstSeat, firstSeat + seatCount))
  const sold = [...categories].flatMap((category) => prices[category]?.ticketTypes[0]?.price ?? [])
  const sorted = sold.sort((a, b) => a.amount - b.amount)
  const ends = [sorted[0], sorted.at(-1)].flatMap((price) => price ?? [])
  return [...new Set(ends.map((price) => formatMoney(price, locale, { short: true })))].join('–')
}
