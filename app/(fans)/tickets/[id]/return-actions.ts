'use server'

import { redirect } from 'next/navigation'
import { returnTicket } from '@/lib/coordinator/return-ticket'
import { takeBackReturn } from '@/lib/coordinator/take-back-return'
import type { Result } from '@/lib/platform/result'
import { ticketPath } from '../ticket-path'
import { readTicketForm } from './read-ticket-form'

/** Offers the ticket to the waiting list; what stands against it, its page says. */
export async function giveBack(form: FormData): Promise<void> {
  const asked = await readTicketForm(form)
  toPage(asked, await returnTicket(asked))
}

/** Takes the ticket back from the waiting list, while nobody is buying it. */
export async function keepTicket(form: FormData): Promise<void> {
  const asked = await readTicketForm(form)
  toPage(asked, await takeBackReturn(asked))
}

function toPage(
  { ticketId, access }: Awaited<ReturnType<typeof readTicketForm>>,
  result: Result<null>,
): never {
  // Not, or no longer, theirs.
  if (!result.ok && result.code === 'not_found') redirect('/tickets')
  redirect(ticketPath(ticketId, access, '', result.ok ? undefined : `return.${result.code}`))
}
