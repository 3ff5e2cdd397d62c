import { setArtists } from '@/lib/events/artists/store'
import { type CreateEventInput, createEventSchema } from '@/lib/events/schema'
import { insertEvent } from '@/lib/events/store'
import { parse } from '@/lib/platform/parse'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'

/**
 * Adds an event of an organizer, and artists that are new; fans see it once one of its performances is published. Refusals: `invalid`,
 * `not_found` (no such organizer).
 */
export async function createEvent({
  organizerId,
  input,
}: {
  organizerId: string
  input: CreateEventInput
}): Promise<Result<{ id: string; slug: string; artists: string[] }, 'invalid' | 'not_found'>> {
  const parsed = parse(createEventSchema, input)
  if (!parsed.ok) return parsed
  const { artists: names = [], ...words } = parsed.value
  const event = await inTransaction(async (tx) => {
    const inserted = await insertEvent(tx, { organizerId, ...words })
    if (!inserted || inserted === 'taken') return inserted
    return { ...inserted, artists: await setArtists(tx, inserted.id, names) }
  })
  if (event === 'taken')
    return refuse('invalid', { errors: [{ path: 'slug', message: 'is the address of another event' }] })
  return event ? ok(event) : refuse('not_found')
}
