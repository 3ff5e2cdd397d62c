import { prisma } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'

/** An organizer's own venue; null for one that does not exist or is somebody else's. */
export async function findOwnVenue({
  organizerId,
  venueId,
}: {
  organizerId: string
  venueId: string
}): Promise<{ id: string; name: string } | null> {
  if (!isId(venueId) || !isId(organizerId)) return null
  return prisma.venue.findFirst({ where: { id: venueId, organizerId }, select: { id: true, name: true } })
}
