import { prisma } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { findSummaries } from './performances/queries'
import { combineAvailability } from './performances/rules'
import { lowestPrice } from './prices/rules'
import { isSlug } from './rules'
import type { CategoryChoice, CityChoice, EventDetail, EventHead, OrganizerName, PosterFacts } from './types'

/** An event by its address, unless it was deleted or has never had a published performance. */
export async function findEventBySlug(slug: string, now = new Date()): Promise<EventDetail | null> {
  if (!isSlug(slug)) return null
  const event = await prisma.event.findFirst({
    where: { slug, deletedAt: null, performances: { some: { status: { not: 'draft' } } } },
    include: {
      organizer: { select: { slug: true, name: true } },
      artists: {
        orderBy: { position: 'asc' },
        select: { artist: { select: { slug: true, name: true } } },
      },
    },
  })
  if (!event) return null
  const performances = await findSummaries({ eventId: event.id }, now)
  const upcoming = performances.filter(({ status }) => status !== 'past' && status !== 'cancelled')
  const priced = upcoming.length > 0 ? upcoming : performances
  const { id, title, subtitle, category, imageUrl, description, organizer } = event
  return {
    ...{ id, slug: event.slug, title, subtitle, category, imageUrl, description, organizer },
    artists: event.artists.map(({ artist }) => artist),
    performances: performances.map(({ eventId: _, ...performance }) => performance),
    availability: combineAvailability(upcoming.map((performance) => performance.availability)),
    priceFrom: priced[0] ? lowestPrice(priced, priced[0].priceFrom.currency) : null,
    nextPerformanceAt: upcoming[0]?.startsAt ?? null,
  }
}

/** The organizers' own images of some events, by slug; those without one are left out. */
export async function findImages(slugs: string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map()
  const events = await prisma.event.findMany({
    where: { slug: { in: slugs.filter(isSlug) }, imageUrl: { not: null } },
    select: { slug: true, imageUrl: true },
  })
  return new Map(events.flatMap(({ slug, imageUrl }) => (imageUrl ? [[slug, imageUrl]] : [])))
}

/** What an event is called and who presents it, by its id; null where it is gone. */
export async function findEventHead(id: string): Promise<(EventHead & { organizer: OrganizerName }) | null> {
  if (!isId(id)) return null
  return prisma.event.findFirst({
    where: { id, deletedAt: null },
    select: {
      ...{ id: true, slug: true, title: true, subtitle: true, category: true, imageUrl: true },
      organizer: { select: { slug: true, name: true } },
    },
  })
}

/** Cities with an upcoming performance, by name. */
export function listCities(now = new Date()): Promise<CityChoice[]> {
  return prisma.$queryRaw<CityChoice[]>`
    SELECT v.city, min(v.country) AS country, count(DISTINCT p.event_id)::int AS "eventCount"
    FROM performance p
    JOIN event e ON e.id = p.event_id AND e.deleted_at IS NULL
    JOIN venue v ON v.id = p.venue_id
    WHERE p.status = 'published' AND p.starts_at > ${now}
    GROUP BY v.city
    ORDER BY v.city`
}

/** Categories with an upcoming performance, by name. */
export function listCategories(now = new Date()): Promise<CategoryChoice[]> {
  return prisma.$queryRaw<CategoryChoice[]>`
    SELECT e.category, count(DISTINCT e.id)::int AS "eventCount"
    FROM performance p
    JOIN event e ON e.id = p.event_id AND e.deleted_at IS NULL
    WHERE p.status = 'published' AND p.starts_at > ${now}
    GROUP BY e.category
    ORDER BY e.category`
}

/** What an event's poster says, or null for an event nobody may see. Past and cancelled performances count too. */
export async function findPosterFacts(slug: string): Promise<PosterFacts | null> {
  if (!isSlug(slug)) return null
  const event = await prisma.event.findFirst({
    where: { slug, deletedAt: null, performances: { some: { status: { not: 'draft' } } } },
    include: {
      performances: {
        where: { status: { not: 'draft' } },
        orderBy: { startsAt: 'asc' },
        select: { startsAt: true, venue: { select: { name: true, city: true, timezone: true } } },
      },
    },
  })
  const first = event?.performances[0]
  const last = event?.performances.at(-1)
  if (!event || !first || !last) return null
  const { title, subtitle, category } = event
  return {
    ...{ slug: event.slug, title, subtitle, category, venue: first.venue },
    firstAt: first.startsAt,
    lastAt: last.startsAt,
  }
}
