import { renderTicketCalendar } from '@/lib/coordinator/render-calendar'
import { renderTicket } from '@/lib/coordinator/render-ticket'
import { refuse } from '@/lib/platform/result'
import { answerFile } from '../../../orders/[id]/answer-file'
import { readAccess } from '../../../orders/read-access'

type Context = { params: Promise<{ id: string; file: string }> }

/** `GET /tickets/<ticket>/pdf`, `/image` or `/calendar`, for whose ticket it is. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id: ticketId, file } = await params
  const access = await readAccess(new URL(request.url).searchParams.get('key'))
  if (file === 'calendar') return answerFile(await renderTicketCalendar({ access, ticketId }), 'attachment')
  if (file !== 'pdf' && file !== 'image') return answerFile(refuse('not_found'), 'inline')
  return answerFile(await renderTicket({ access, ticketId, format: file }), 'inline')
}
