import type { CategoryPrices, PerformanceDetail } from '@/lib/events/types'

/** What the page needs of a performance in the browser. */
export type Sale = {
  seatMapId: string
  eventSlug: string
  /** `open`: seats can be held, as far as there are any. */
  status: 'open' | 'scheduled' | 'past' | 'cancelled'
  /** When sales begin, for `scheduled`. */
  onSaleAt: Date | null
  timezone: string
  city: string
  holdMinutes: number
  /** By category index. */
  prices: CategoryPrices[]
}

/** A sold-out house stays open: a seat that comes back can be had by whoever watches. */
export function toSale(performance: PerformanceDetail): Sale {
  const { seatMapId, event, status, onSaleAt, venue, holdMinutes, prices } = performance
  const isOpen = status === 'on_sale' || status === 'sold_out'
  return {
    ...{ seatMapId, onSaleAt, holdMinutes, prices },
    eventSlug: event.slug,
    status: isOpen ? 'open' : status === 'draft' ? 'cancelled' : status,
    timezone: venue.timezone,
    city: venue.city,
  }
}
