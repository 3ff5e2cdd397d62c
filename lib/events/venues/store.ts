import { isId, newId } from '@/lib/platform/ids'
import type { Tx } from '@/lib/platform/transaction'

export type NewVenue = {
  organizerId: string
  name: string
  city: string
  country: string
  timezone: string
  address?: string
}

/** Adds a venue. Null when there is no such organizer. */
export async function insertVenue(tx: Tx, venue: NewVenue): Promise<{ id: string } | null> {
  const organizer = await tx.organizer.findUnique({ where: { id: venue.organizerId }, select: { id: true } })
  if (!organizer) return null
  return tx.venue.create({ data: { ...venue, id: newId() }, select: { id: true } })
}

/**
 * Locks an organizer's own venue until the transaction ends, so that versions of its seat maps are numbered one by
 * one. Null for a venue that does not exist or is somebody else's.
 */
export async function lockVenue(
  tx: Tx,
  { organizerId, venueId }: { organizerId: string; venueId: string },
): Promise<{ id: string; name: string } | null> {
  if (!isId(venueId) || !isId(organizerId)) return null
  const [venue] = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM venue WHERE id = ${venueId}::uuid AND organizer_id = ${organizerId}::uuid FOR UPDATE`
  return venue ?? null
}
