import type { Money } from '@/lib/platform/money'
import type { DeliveryMethod, OrderStatus } from '../orders/types'

/** What one kind of ticket has brought in; void tickets do not count. */
export type TypeSales = {
  categoryIndex: number
  ticketType: { id: string; name: string }
  price: Money
  sold: number
  revenue: Money
}

/** What a performance has sold so far, as its organizer sees it. */
export type PerformanceSales = {
  performanceId: string
  seatMapId: string
  currency: string
  /** Orders with a valid ticket for it. */
  orderCount: number
  /** By category, then position; also those that nobody took. */
  types: TypeSales[]
}

/** An order as an organizer sees it: an order can span organizers, so `total` and `lines` are this one's share. */
export type OrganizerOrder = {
  id: string
  reference: string
  status: OrderStatus
  email: string
  name: string
  delivery: DeliveryMethod
  createdAt: Date
  total: Money
  lines: {
    performanceId: string
    event: { slug: string; title: string }
    timezone: string
    startsAt: Date
    seat: { label: string; section: string; row: string; number: string; category: { name: string } }
    ticketType: { id: string; name: string }
    price: Money
  }[]
}
