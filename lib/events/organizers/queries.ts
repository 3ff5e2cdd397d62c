import { prisma } from '@/lib/platform/db'
import { isSlug } from '../rules'

export type Organizer = { id: string; slug: string; name: string }

/** An organizer by their address; null where there is none. */
export async function findOrganizer(slug: string): Promise<Organizer | null> {
  if (!isSlug(slug)) return null
  return prisma.organizer.findUnique({ where: { slug }, select: { id: true, slug: true, name: true } })
}
