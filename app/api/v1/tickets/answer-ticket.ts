import { renderTicket } from '@/lib/coordinator/render-ticket'
import { ok, type Result } from '@/lib/platform/result'
import type { OrderAccess } from '@/lib/reservations/orders/types'

/** A ticket's document as an answer that opens where it can be shown, under its own file name. */
export async function answerTicket(
  access: OrderAccess,
  ticketId: string,
  format: 'pdf' | 'image',
): Promise<Result<Response>> {
  const rendered = await renderTicket({ access, ticketId, format })
  if (!rendered.ok) return rendered
  const { bytes, contentType, filename } = rendered.value
  const headers = { 'content-type': contentType, 'content-disposition': `inline; filename="${filename}"` }
  return ok(new Response(new Uint8Array(bytes), { headers }))
}
