import { serveCustomer } from '@/lib/coordinator/doors/serve-door'
import { answerTicket } from '../../answer-ticket'
import { ticketImageEndpoint } from './endpoint'

export const GET = serveCustomer(ticketImageEndpoint, ({ params, who }) =>
  answerTicket(who.access, params.id, 'image'),
)
