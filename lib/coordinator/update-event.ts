import { setArtists } from '@/lib/events/artists/store'
import { changeEvent, lockEvent } from '@/lib/events/own/store'
import { type UpdateEventInput, updateEventSchema } from '@/lib/events/schema'
import { parse } from '@/lib/platform/parse'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { noteNews } from './announce-event'

/**
 * Changes what is given of an organizer's own event. Its address stays. Who follows an artist
 * that comes on the bill hears of the dates nobody was told of yet. Refusals: `invalid`, `not_found`.
 */
export async function updateEvent({
  organizerId,
  eventId,
  input,
}: {
  organizerId: string
  eventId: string
  input: UpdateEventInput
}): Promise<Result<{ id: string }, 'invalid' | 'not_found'>> {
  const parsed = parse(updateEventSchema, input)
  if (!parsed.ok) return parsed
  const { artists, ...words } = parsed.value
  return inTransaction(async (tx) => {
    if (!(await lockEvent(tx, { organizerId, eventId }))) return refuse('not_found')
    await changeEvent(tx, eventId, words)
    if (artists !== undefined) {
      await setArtists(tx, eventId, artists ?? [])
      await noteNews(tx, eventId)
    }
    return ok({ id: eventId })
  })
}
