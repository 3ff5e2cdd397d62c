import { renderCalendar } from '@/lib/coordinator/render-calendar'
import { readAccess } from '../../../read-access'
import { answerFile } from '../../answer-file'

type Context = { params: Promise<{ id: string; performanceId: string }> }

/** `GET /orders/<order>/calendar/<performance>`: a calendar entry, for whoever may see the order. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id: orderId, performanceId } = await params
  const access = await readAccess(new URL(request.url).searchParams.get('key'))
  return answerFile(await renderCalendar({ access, orderId, performanceId }), 'attachment')
}
