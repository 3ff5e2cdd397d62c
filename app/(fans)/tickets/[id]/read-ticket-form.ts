import { redirect } from 'next/navigation'
import { isId } from '@/lib/platform/ids'
import { readAccess } from '../../orders/read-access'

/** Which ticket a form is about, and by what right. */
export async function readTicketForm(form: FormData) {
  const ticketId = String(form.get('ticket') ?? '')
  if (!isId(ticketId)) redirect('/tickets')
  return { ticketId, access: await readAccess(String(form.get('key') ?? '')) }
}
