import { prisma } from '@/lib/platform/db'
import { isSlug } from '../rules'
import type { VenueDetail } from '../types'

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

/** A performance to come, for feeds: cancelled ones too, so that calendars can strike them out. */
export type Listing = {
  id: string
  startsAt: Date
  publishedAt: Date
  isCancelled: boolean
  event: { slug: string; title: string; subtitle: string | null; description: string }
  venue: VenueDetail
}

const MAX_LISTINGS = 500

/** What of an organizer is to come, by time; 500 performances at most. */
export async function listComing(organizerId: string, now = new Date()): Promise<Listing[]> {
  const rows = await prisma.performance.findMany({
    where: {
      ...{ status: { not: 'draft' }, startsAt: { gt: now } },
      event: { organizerId, deletedAt: null },
    },
    include: { event: true, venue: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MAX_LISTINGS,
  })
  return rows.map(({ id, startsAt, publishedAt, createdAt, status, event, venue }) => ({
    ...{ id, startsAt, publishedAt: publishedAt ?? createdAt, isCancelled: status === 'cancelled' },
    event: {
      ...{ slug: event.slug, title: event.title, subtitle: event.subtitle, description: event.description },
    },
    venue: {
      ...{ id: venue.id, name: venue.name, city: venue.city, country: venue.country },
      ...{ timezone: venue.timezone, address: venue.address },
    },
  }))
}
