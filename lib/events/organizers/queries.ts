import { prisma } from '@/lib/platform/db'
import { isSlug } from '../rules'

export type Organizer = { id: string; slug: string; name: string }

/** An organizer by their address; null where there is none. */
export async function findOrganizer(slug: string): Promise<Organizer | null> {
  if (!isSlug(slug)) return null
  return prisma.organizer.findUnique({ where: { slug }, select: { id: true, slug: true, name: true } })
}

/** The addresses of organizers with something to come, and of the events, for search engines. At most 20,000 each. */
export async function listAddresses(now = new Date()): Promise<{ organizers: string[]; events: string[] }> {
  const events = await prisma.event.findMany({
    where: { deletedAt: null, performances: { some: { status: 'published', startsAt: { gt: now } } } },
    select: { slug: true, organizer: { select: { slug: true } } },
    orderBy: { id: 'desc' },
    take: 20_000,
  })
  return {
    organizers: [...new Set(events.map(({ organizer }) => organizer.slug))],
    events: events.map(({ slug }) => slug),
  }
}
