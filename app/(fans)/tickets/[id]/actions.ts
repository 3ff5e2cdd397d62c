'use server'

import { redirect } from 'next/navigation'
import { offerTicket } from '@/lib/coordinator/offer-ticket'
import { takeBackTicket } from '@/lib/coordinator/take-back-ticket'
import { isId } from '@/lib/platform/ids'
import { readAccess } from '../../orders/read-access'
import { ticketPath } from '../ticket-path'

async function readForm(form: FormData) {
  const ticketId = String(form.get('ticket') ?? '')
  if (!isId(ticketId)) redirect('/tickets')
  return { ticketId, access: await readAccess(String(form.get('key') ?? '')) }
}

/** Offers the ticket to a friend; what went wrong, its page says. */
export async function giveTicket(form: FormData): Promise<void> {
  const asked = await readForm(form)
  const to = { name: String(form.get('name') ?? ''), email: String(form.get('email') ?? '') }
  const offered = await offerTicket({ ...asked, to })
  redirect(ticketPath(asked.ticketId, asked.access, '', offered.ok ? undefined : offered.code))
}

/** Takes the offer back, if nobody was quicker. */
export async function takeBack(form: FormData): Promise<void> {
  const asked = await readForm(form)
  const back = await takeBackTicket(asked)
  if (!back.ok) redirect('/tickets')
  redirect(ticketPath(asked.ticketId, asked.access))
}
