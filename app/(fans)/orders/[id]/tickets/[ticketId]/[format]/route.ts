import { renderTicket } from '@/lib/coordinator/render-ticket'
import { refuse } from '@/lib/platform/result'
import { readAccess } from '../../../../read-access'
import { answerFile } from '../../../answer-file'

type Context = { params: Promise<{ ticketId: string; format: string }> }

/** `GET /orders/<order>/tickets/<ticket>/pdf` or `/image`: the ticket, for whoever may see its order. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { ticketId, format } = await params
  if (format !== 'pdf' && format !== 'image') return answerFile(refuse('not_found'), 'inline')
  const access = await readAccess(new URL(request.url).searchParams.get('key'))
  return answerFile(await renderTicket({ access, ticketId, format }), 'inline')
}
