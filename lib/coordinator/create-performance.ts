import { checkTimes } from '@/lib/events/performances/rules'
import { type CreatePerformanceInput, createPerformanceSchema } from '@/lib/events/performances/schema'
import { findParts, insertPerformance } from '@/lib/events/performances/store'
import { matchPrices } from '@/lib/events/prices/rules'
import { findCategories } from '@/lib/events/seat-maps/queries'
import { parse } from '@/lib/platform/parse'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'

/**
 * Adds a performance of an event as a draft, with a price for every category of its seat map. Refusals: `invalid`
 * (names each field), `not_found` (event, venue or seat map is not this organizer's, or the map not that venue's).
 */
export async function createPerformance({
  organizerId,
  eventId,
  input,
}: {
  organizerId: string
  eventId: string
  input: CreatePerformanceInput
}): Promise<Result<{ id: string }, 'invalid' | 'not_found'>> {
  const parsed = parse(createPerformanceSchema, input)
  if (!parsed.ok) return parsed
  const draft = parsed.value
  const lateness = checkTimes(draft, new Date())
  if (lateness.length > 0) return refuse('invalid', { errors: lateness })
  return inTransaction(async (tx) => {
    const parts = await findParts(tx, { organizerId, eventId, ...draft })
    if (!parts) return refuse('not_found')
    const prices = matchPrices(await findCategories(parts.seatMapId), draft.prices)
    if (!prices.ok) return refuse('invalid', { errors: prices.issues })
    return ok({ id: await insertPerformance(tx, { eventId: parts.eventId, draft, types: prices.types }) })
  })
}
