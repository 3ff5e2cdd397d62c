import { renderTicketCalendar } from '@/lib/coordinator/render-calendar'
import { findWalletUrl, renderPass } from '@/lib/coordinator/render-pass'
import { renderTicket } from '@/lib/coordinator/render-ticket'
import { refuse } from '@/lib/platform/result'
import { answerFile } from '../../../orders/[id]/answer-file'
import { readAccess } from '../../../orders/read-access'

type Context = { params: Promise<{ id: string; file: string }> }

/**
 * `GET /tickets/<ticket>/…`, for whose ticket it is: `pdf`, `image`, `calendar`, `pass` (Apple Wallet); `google-wallet`
 * leads on to Google's page with the pass.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id: ticketId, file } = await params
  const access = await readAccess(new URL(request.url).searchParams.get('key'))
  if (file === 'calendar') return answerFile(await renderTicketCalendar({ access, ticketId }), 'attachment')
  if (file === 'pass') return answerFile(await renderPass({ access, ticketId }), 'attachment')
  if (file === 'google-wallet') {
    const found = await findWalletUrl({ access, ticketId })
    return found.ok ? Response.redirect(found.value, 302) : answerFile(found, 'inline')
  }
  if (file !== 'pdf' && file !== 'image') return answerFile(refuse('not_found'), 'inline')
  return answerFile(await renderTicket({ access, ticketId, format: file }), 'inline')
}
