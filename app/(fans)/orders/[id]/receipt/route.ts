import { renderReceipt } from '@/lib/coordinator/render-receipt'
import { readAccess } from '../../read-access'
import { answerFile } from '../answer-file'

type Context = { params: Promise<{ id: string }> }

/** `GET /orders/<order>/receipt`: the receipt as a PDF, for whoever may see the order. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const access = await readAccess(new URL(request.url).searchParams.get('key'))
  return answerFile(await renderReceipt({ access, orderId: (await params).id }), 'inline')
}
