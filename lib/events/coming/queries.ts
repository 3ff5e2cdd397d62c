import { prisma } from '@/lib/platform/db'
import type { FollowOf } from '../follows/types'
import type { VenueDetail } from '../types'

export type Addresses = { organizers: string[]; artists: string[]; events: string[] }

/** The addresses of events to come, of who presents them and of who plays, for search engines. Of 20,000 events at most. */
export async function listAddresses(now = new Date()): Promise<Addresses> {
  const events = await prisma.event.findMany({
    where: { deletedAt: null, performances: { some: { status: 'published', startsAt: { gt: now } } } },
    select: {
      ...{ slug: true, organizer: { select: { slug: true } } },
      artists: { select: { artist: { select: { slug: true } } } },
    },
    orderBy: { id: 'desc' },
    take: 20_000,
  })
  return {
    organizers: [...new Set(events.map(({ organizer }) => organizer.slug))],
    artists: [...new Set(events.flatMap(({ artists }) => artists.map(({ artist }) => artist.slug)))],
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

/** What an organizer presents or an artist plays next, by time; 500 performances at most. */
export async function listComing(of: FollowOf, now = new Date()): Promise<Listing[]> {
  const whose = 'artistId' in of ? { artists: { some: of } } : of
  const rows = await prisma.performance.findMany({
    where: {
      ...{ status: { not: 'draft' }, startsAt: { gt: now } },
      event: { ...whose, deletedAt: null },
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
