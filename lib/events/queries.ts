import { Prisma, prisma } from '@/lib/platform/db'
import { cutPage, type Page, pageSize } from '@/lib/platform/page'
import { type EventPerformance, findSummaries } from './performances/queries'
import { combineAvailability } from './performances/rules'
import { containsPattern, decodeCursor, dropControls, encodeCursor, isSlug, searchWords } from './rules'
import type {
  CategoryChoice,
  CityChoice,
  EventCard,
  EventDetail,
  EventFilter,
  EventHead,
  OrganizerName,
  PerformanceSummary,
  PosterFacts,
} from './types'

type MatchRow = EventHead & {
  organizer: OrganizerName
  nextAt: Date
  performanceIds: string[]
}

/**
 * Events with an upcoming performance that fits the filter, soonest first, one page. Pages are cut by (next
 * performance, id), so that none is lost or repeated while others are added. A cursor that is not ours starts anew.
 */
export async function listEvents(filter: EventFilter = {}, now = new Date()): Promise<Page<EventCard>> {
  const size = pageSize(filter.limit)
  const page = cutPage(await findMatches(filter, size + 1, now), size, encodeCursor)
  const performances = await findSummaries({ ids: page.items.flatMap((match) => match.performanceIds) }, now)
  const byEvent = Map.groupBy(performances, (performance) => performance.eventId)
  const items = page.items.flatMap((match) => drawCard(match, byEvent.get(match.id) ?? []))
  return { items, nextCursor: page.nextCursor }
}

function drawCard(match: MatchRow, performances: EventPerformance[]): EventCard[] {
  const [next] = performances
  if (!next) return []
  const { performanceIds, nextAt, ...event } = match
  const availability = combineAvailability(performances.map((performance) => performance.availability))
  const { name, city, timezone } = next.venue
  return [
    {
      ...event,
      venue: { name, city, timezone },
      nextPerformanceAt: nextAt,
      performanceCount: performanceIds.length,
      priceFrom: lowestPrice(performances, next.priceFrom.currency),
      availability,
      onSaleAt: availability === 'not_yet' ? earliestOnSale(performances) : null,
    },
  ]
}

function findMatches(filter: EventFilter, limit: number, now: Date): Promise<MatchRow[]> {
  // What starts at this very millisecond has begun; what starts exactly at `from` is asked for.
  const from = filter.from && filter.from > now ? filter.from : new Date(now.getTime() + 1)
  const cursor = filter.cursor ? decodeCursor(filter.cursor) : null
  const words = searchWords(filter.query ?? '')
  const found = words.map((word) => Prisma.sql`${foldedText} LIKE ${containsPattern(word)}`)
  return prisma.$queryRaw<MatchRow[]>`
    SELECT e.id, e.slug, e.title, e.subtitle, e.category, e.image_url AS "imageUrl",
      json_build_object('slug', o.slug, 'name', o.name) AS organizer,
      min(p.starts_at) AS "nextAt", array_agg(p.id ORDER BY p.starts_at, p.id) AS "performanceIds"
    FROM performance p
    JOIN event e ON e.id = p.event_id
    JOIN organizer o ON o.id = e.organizer_id
    JOIN venue v ON v.id = p.venue_id
    WHERE p.status = 'published' AND e.deleted_at IS NULL AND p.starts_at >= ${from}
      ${filter.to ? Prisma.sql`AND p.starts_at < ${filter.to}` : Prisma.empty}
      ${filter.city ? Prisma.sql`AND lower(v.city) = lower(${dropControls(filter.city)})` : Prisma.empty}
      ${filter.category ? Prisma.sql`AND e.category = ${dropControls(filter.category)}` : Prisma.empty}
      ${found.length > 0 ? Prisma.sql`AND ${Prisma.join(found, ' AND ')}` : Prisma.empty}
    GROUP BY e.id, o.id
    ${cursor ? Prisma.sql`HAVING (min(p.starts_at), e.id) > (${cursor.nextAt}, ${cursor.id}::uuid)` : Prisma.empty}
    ORDER BY min(p.starts_at), e.id
    LIMIT ${limit}`
}

/** What a search looks through, without case and accents (NFKD, combining marks dropped; see `searchWords`). */
const foldedText = Prisma.sql`regexp_replace(normalize(lower(concat_ws(' ', e.title, e.subtitle, e.category,
  o.name, v.name, v.city)), NFKD), '[\\u0300-\\u036f]', '', 'g')`

/** An event by its address, unless it was deleted or has never had a published performance. */
export async function findEventBySlug(slug: string, now = new Date()): Promise<EventDetail | null> {
  if (!isSlug(slug)) return null
  const event = await prisma.event.findFirst({
    where: { slug, deletedAt: null, performances: { some: { status: { not: 'draft' } } } },
    include: { organizer: { select: { slug: true, name: true } } },
  })
  if (!event) return null
  const performances = await findSummaries({ eventId: event.id }, now)
  const upcoming = performances.filter(({ status }) => status !== 'past' && status !== 'cancelled')
  const priced = upcoming.length > 0 ? upcoming : performances
  const { id, title, subtitle, category, imageUrl, description, organizer } = event
  return {
    ...{ id, slug: event.slug, title, subtitle, category, imageUrl, description, organizer },
    performances: performances.map(({ eventId: _, ...performance }) => performance),
    availability: combineAvailability(upcoming.map((performance) => performance.availability)),
    priceFrom: priced[0] ? lowestPrice(priced, priced[0].priceFrom.currency) : null,
    nextPerformanceAt: upcoming[0]?.startsAt ?? null,
  }
}

/** Prices of other currencies than the asked one cannot be compared and are left out. */
function lowestPrice(performances: PerformanceSummary[], currency: string) {
  const amounts = performances
    .filter(({ priceFrom }) => priceFrom.currency === currency)
    .map(({ priceFrom }) => priceFrom.amount)
  return { amount: Math.min(...amounts), currency }
}

function earliestOnSale(performances: PerformanceSummary[]): Date | null {
  const times = performances.filter(({ status }) => status === 'scheduled').map(({ onSaleAt }) => onSaleAt)
  return times.reduce((first, time) => (time && (!first || time < first) ? time : first), null)
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
