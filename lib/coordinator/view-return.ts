import { findOrderById } from '@/lib/reservations/orders/queries'
import { findReturn } from '@/lib/reservations/returns/queries'
import type { ReturnFacts } from '@/lib/reservations/returns/types'
import { findTicketById } from '@/lib/reservations/tickets/queries'
import type { TicketFacts } from '@/lib/reservations/tickets/types'

export type ReturnView = {
  return: ReturnFacts
  ticket: TicketFacts
  buyer: { name: string; email: string; locale: string; accessToken: string }
}

/** A return with its ticket and who hears of it, for jobs; null where there is none. */
export async function viewReturn(returnId: string): Promise<ReturnView | null> {
  const found = await findReturn(returnId)
  const [ticket, order] = found
    ? await Promise.all([findTicketById(found.ticketId), findOrderById(found.orderId)])
    : []
  if (!found || !ticket || !order) return null
  const { name, email, locale, accessToken } = order
  return { return: found, ticket, buyer: { name, email, locale, accessToken } }
}
