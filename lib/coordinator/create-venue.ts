import { type CreateVenueInput, createVenueSchema } from '@/lib/events/venues/schema'
import { insertVenue } from '@/lib/events/venues/store'
import { parse } from '@/lib/platform/parse'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'

/** Adds a venue of an organizer, as yet without seats. Refusals: `invalid`, `not_found` (no such organizer). */
export async function createVenue({
  organizerId,
  input,
}: {
  organizerId: string
  input: CreateVenueInput
}): Promise<Result<{ id: string }, 'invalid' | 'not_found'>> {
  const parsed = parse(createVenueSchema, input)
  if (!parsed.ok) return parsed
  const venue = await inTransaction((tx) => insertVenue(tx, { organizerId, ...parsed.value }))
  return venue ? ok(venue) : refuse('not_found')
}
