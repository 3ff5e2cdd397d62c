import { newId, newReference } from '@/lib/platform/ids'
import type { Tx } from '@/lib/platform/transaction'
import { makeSlug } from './rules'

export type NewEvent = {
  organizerId: string
  title: string
  slug?: string
  subtitle?: string
  description: string
  category: string
  imageUrl?: string
}

/**
 * Adds an event under the address asked for, or else one made from its title; where that is taken, or the title has
 * no Latin letter, with a few random characters. `taken` where the asked one is, null when there is no such organizer.
 */
export async function insertEvent(
  tx: Tx,
  { slug: asked, ...event }: NewEvent,
): Promise<{ id: string; slug: string } | 'taken' | null> {
  const organizer = await tx.organizer.findUnique({ where: { id: event.organizerId }, select: { id: true } })
  if (!organizer) return null
  const id = newId()
  const base = asked ?? makeSlug(event.title)
  let slug = base || `event-${newReference(6).toLowerCase()}`
  // ON CONFLICT DO NOTHING: a violated constraint would end the transaction.
  while ((await tx.event.createMany({ data: { ...event, id, slug }, skipDuplicates: true })).count === 0) {
    if (asked) return 'taken'
    slug = `${base || 'event'}-${newReference(6).toLowerCase()}`
  }
  return { id, slug }
}
