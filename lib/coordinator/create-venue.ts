import { type CreateVenueInput, createVenueSchema } from '@/lib/events/venues/schema'
import { insertVenue } from '@/lib/events/venues/store'
import { toFieldIssues } from '@/lib/platform/action'
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
  const parsed = createVenueSchema.safeParse(input)
  if (!parsed.success) return refuse('invalid', { errors: toFieldIssues(parsed.error) })
  const venue = await inTransaction((tx) => insertVenue(tx, { organizerId, ...parsed.data }))
  return venue ? ok(venue) : refuse('not_found')
}
