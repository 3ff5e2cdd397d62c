import { serveCustomer } from '@/lib/coordinator/doors/serve-door'
import { answerTicket } from '../../answer-ticket'
import { ticketPdfEndpoint } from './endpoint'

export const GET = serveCustomer(ticketPdfEndpoint, ({ params, who }) =>
  answerTicket(who.access, params.id, 'pdf'),
)
