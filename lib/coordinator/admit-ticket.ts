import { readTicketKeys, verifyTicketCode } from '@/lib/delivery/codes/rules'
import { ownsPerformance } from '@/lib/events/performances/queries'
import { env } from '@/lib/platform/env'
import { parse } from '@/lib/platform/parse'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { toOffsetIso } from '@/lib/platform/time'
import { type AdmitTicketInput, admitTicketSchema } from '@/lib/reservations/admissions/schema'
import { admit } from '@/lib/reservations/admissions/store'
import { findTicketById } from '@/lib/reservations/tickets/queries'
import type { TicketView } from '@/lib/reservations/tickets/types'
import { signTicket } from './compose-documents'

type Refusals = 'invalid' | 'not_found' | 'unknown_ticket' | 'wrong_performance' | 'void' | 'already_admitted'

/**
 * Lets whoever shows the code in, once. Refusals: `not_found` for a performance that is not the organizer's,
 * `unknown_ticket` for what we never signed, `wrong_performance`, `void` for a ticket that was refunded, returned or
 * passed on since this code was printed, or that somebody is buying from the waiting list, `already_admitted` with when and where.
 */
export async function admitTicket({
  organizerId,
  performanceId,
  input,
}: {
  organizerId: string
  performanceId: string
  input: AdmitTicketInput
}): Promise<Result<TicketView, Refusals>> {
  const parsed = parse(admitTicketSchema, input)
  if (!parsed.ok) return parsed
  if (!(await ownsPerformance(organizerId, performanceId))) return refuse('not_found')
  const claims = verifyTicketCode(parsed.value.code, readTicketKeys(env.TICKET_SIGNING_KEY).publicKey)
  if (!claims.ok) return claims
  const { ticketId, serial } = claims.value
  const admission = await admit({ ticketId, performanceId, serial, door: parsed.value.door ?? null })
  if (admission.outcome === 'already_admitted') {
    const { admittedAt, door } = admission
    return refuse('already_admitted', {
      admittedAt: toOffsetIso(admittedAt),
      ...(door ? { admittedWhere: door } : {}),
    })
  }
  if (admission.outcome !== 'admitted') return refuse(admission.outcome)
  return ok(await viewTicket(ticketId))
}

async function viewTicket(ticketId: string): Promise<TicketView> {
  const ticket = await findTicketById(ticketId)
  if (!ticket) throw new Error('an admitted ticket is gone')
  const { id, status, performanceId, seat, holder } = ticket
  return { id, status, performanceId, seat, holder, code: signTicket(ticket) }
}
