'use server'

import { redirect } from 'next/navigation'
import { offerTicket } from '@/lib/coordinator/offer-ticket'
import { takeBackTicket } from '@/lib/coordinator/take-back-ticket'
import { ticketPath } from '../ticket-path'
import { readTicketForm } from './read-ticket-form'

/** Offers the ticket to a friend; what went wrong, its page says. */
export async function giveTicket(form: FormData): Promise<void> {
  const asked = await readTicketForm(form)
  const to = { name: String(form.get('name') ?? ''), email: String(form.get('email') ?? '') }
  const offered = await offerTicket({ ...asked, to })
  redirect(ticketPath(asked.ticketId, asked.access, '', offered.ok ? undefined : offered.code))
}

/** Takes the offer back, if nobody was quicker. */
export async function takeBack(form: FormData): Promise<void> {
  const asked = await readTicketForm(form)
  const back = await takeBackTicket(asked)
  if (!back.ok) redirect('/tickets')
  redirect(ticketPath(asked.ticketId, asked.access))
}
