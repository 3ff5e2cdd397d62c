import { serveCustomer } from '@/lib/coordinator/doors/serve-door'
import { viewTickets } from '@/lib/coordinator/view-order'
import { ok, refuse } from '@/lib/platform/result'
import { toTicketJson } from '../../../_json/orders'
import { listTicketsEndpoint } from './endpoint'

export const GET = serveCustomer(listTicketsEndpoint, async ({ params, who }) => {
  const tickets = await viewTickets(who.access, params.id)
  return tickets ? ok({ items: tickets.map(toTicketJson), nextCursor: null }) : refuse('not_found')
})
