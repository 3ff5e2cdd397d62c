import { findOwnEvent } from '@/lib/events/own/queries'
import { parse } from '@/lib/platform/parse'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { promoCodeSchema } from '@/lib/reservations/promos/schema'
import { insertPromo } from '@/lib/reservations/promos/store'

/**
 * Makes a promo code for an organizer's tickets, or one event's. `invalid` names what is wrong: also a name the
 * organizer has already; `not_found`: the event is not theirs. Whoever calls has checked who asks.
 */
export async function createPromoCode({
  organizerId,
  input,
}: {
  organizerId: string
  input: unknown
}): Promise<Result<{ id: string; code: string }, 'invalid' | 'not_found'>> {
  const parsed = parse(promoCodeSchema, input)
  if (!parsed.ok) return parsed
  const { code, eventId } = parsed.value
  if (eventId && !(await findOwnEvent({ organizerId, eventId }))) return refuse('not_found')
  const id = await inTransaction((tx) => insertPromo(tx, organizerId, parsed.value))
  if (id) return ok({ id, code })
  return refuse('invalid', { errors: [{ path: 'code', message: 'is taken already' }] })
}
