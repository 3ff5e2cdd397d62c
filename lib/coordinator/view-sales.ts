import { countSeats } from '@/lib/events/availability/queries'
import { findCategories } from '@/lib/events/seat-maps/queries'
import type { SeatCounts } from '@/lib/events/types'
import { type Money, sumMoney } from '@/lib/platform/money'
import { findSales } from '@/lib/reservations/organizers/queries'
import type { TypeSales } from '@/lib/reservations/organizers/types'

export type SalesView = {
  performanceId: string
  counts: SeatCounts
  orderCount: number
  revenue: Money
  types: (Omit<TypeSales, 'categoryIndex'> & { category: { id: string; name: string } })[]
}

/**
 * How an organizer's own performance sells: seats by state (a few seconds old at most), orders, and what each kind of
 * ticket brought in. Null for a performance that does not exist or is somebody else's.
 */
export async function viewSales(own: {
  organizerId: string
  performanceId: string
}): Promise<SalesView | null> {
  const sales = await findSales(own)
  if (!sales) return null
  const { performanceId, seatMapId, currency, orderCount, types } = sales
  const [counts, categories] = await Promise.all([countSeats([performanceId]), findCategories(seatMapId)])
  const amounts = types.map((type) => type.revenue.amount)
  return {
    ...{ performanceId, orderCount },
    counts: counts.get(performanceId) ?? { free: 0, held: 0, sold: 0, blocked: 0 },
    revenue: sumMoney(amounts, currency),
    types: types.map(({ categoryIndex, ...type }) => {
      const { id, name } = categories[categoryIndex] ?? { id: String(categoryIndex), name: '' }
      return { ...type, category: { id, name } }
    }),
  }
}
