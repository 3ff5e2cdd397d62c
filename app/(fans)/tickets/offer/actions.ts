'use server'

import { redirect } from 'next/navigation'
import { requireOwner } from '@/lib/accounts/session'
import { acceptTicket } from '@/lib/coordinator/accept-ticket'
import { ticketPath } from '../ticket-path'

/** The ticket is whoever's this browser is, from now on. What went wrong, the offer's page says. */
export async function acceptOffered(form: FormData): Promise<void> {
  const offerKey = String(form.get('key') ?? '').slice(0, 100)
  const name = String(form.get('name') ?? '')
  const accepted = await acceptTicket({ offerKey, name, owner: await requireOwner() })
  if (accepted.ok) redirect(ticketPath(accepted.value.ticketId, { key: accepted.value.key }))
  const trouble = { invalid: 'name', not_authorized: 'later' }[accepted.code as string]
  redirect(`/tickets/offer?${new URLSearchParams({ key: offerKey, ...(trouble ? { trouble } : {}) })}`)
}
