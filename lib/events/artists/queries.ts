import { Prisma, prisma } from '@/lib/platform/db'
import { cutPage, type Page, type PageWish, pageSize } from '@/lib/platform/page'
import { drawCards, MATCH_COLUMNS, type MatchRow } from '../cards/queries'
import { decodeCursor, encodeCursor, isSlug } from '../rules'
import type { ArtistChoice, ArtistName, EventCard, VenueSummary } from '../types'

export type Artist = ArtistName & { id: string }

/**
 * An artist by their address; null where there is none, or where nobody may know yet: of whom only a draft speaks. Who
 * is followed stays, even when their last event is gone.
 */
export async function findArtist(slug: string): Promise<Artist | null> {
  if (!isSlug(slug)) return null
  return prisma.artist.findFirst({
    where: {
      slug,
      OR: [{ events: { some: { event: PUBLIC_EVENT } } }, { followers: { some: {} } }],
    },
    select: { id: true, slug: true, name: true },
  })
}

const PUBLIC_EVENT = {
  deletedAt: null,
  performances: { some: { status: { not: 'draft' } } },
} satisfies Prisma.EventWhereInput

/** What an artist plays next, anywhere: a card a performance, by time, one page. A cursor that is not ours starts anew. */
export async function listDates(
  artistId: string,
  { cursor: text, limit }: PageWish = {},
  now = new Date(),
): Promise<Page<EventCard>> {
  const size = pageSize(limit)
  const cursor = text ? decodeCursor(text) : null
  const matches = await prisma.$queryRaw<MatchRow[]>`
    SELECT ${MATCH_COLUMNS}, 0 AS rank
    FROM event_artist mine
    JOIN event e ON e.id = mine.event_id AND e.deleted_at IS NULL
    JOIN organizer o ON o.id = e.organizer_id
    JOIN performance p ON p.event_id = e.id AND p.status = 'published' AND p.starts_at > ${now}
    WHERE mine.artist_id = ${artistId}::uuid
    ${cursor ? Prisma.sql`AND (p.starts_at, p.id) > (${cursor.nextAt}, ${cursor.id}::uuid)` : Prisma.empty}
    GROUP BY p.id, e.id, o.id
    ORDER BY p.starts_at, p.id
    LIMIT ${size + 1}`
  const { items, nextCursor } = cutPage(matches, size, ({ nextAt, performanceIds: [id] }) =>
    encodeCursor({ rank: 0, nextAt, id: id as string }),
  )
  return { items: await drawCards(items, now), nextCursor }
}

export type Played = { id: string; startsAt: Date; slug: string; title: string; venue: VenueSummary }

/** What an artist has played, the latest first. */
export async function listPlayed(artistId: string, limit: number, now = new Date()): Promise<Played[]> {
  const rows = await prisma.performance.findMany({
    where: {
      ...{ status: 'published', startsAt: { lte: now } },
      event: { deletedAt: null, artists: { some: { artistId } } },
    },
    select: {
      ...{ id: true, startsAt: true, event: { select: { slug: true, title: true } } },
      venue: { select: { name: true, city: true, timezone: true } },
    },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    take: limit,
  })
  return rows.map(({ id, startsAt, event, venue }) => ({ id, startsAt, ...event, venue }))
}

/** Who plays next, soonest first: an event's first artists before its second ones, so that no long bill fills the list. */
export function listPlaying(limit: number, now = new Date()): Promise<ArtistChoice[]> {
  return prisma.$queryRaw<ArtistChoice[]>`
    SELECT a.slug, a.name, count(DISTINCT e.id)::int AS "eventCount"
    FROM performance p
    JOIN event e ON e.id = p.event_id AND e.deleted_at IS NULL
    JOIN event_artist ea ON ea.event_id = e.id
    JOIN artist a ON a.id = ea.artist_id
    WHERE p.status = 'published' AND p.starts_at > ${now}
    GROUP BY a.id
    ORDER BY min(ea.position), min(p.starts_at), a.id
    LIMIT ${limit}`
}

/** What an artist's card for sharing shows: whose poster, and when and where they play next. */
export async function findPlaybill(slug: string, now = new Date()) {
  const artist = await findArtist(slug)
  if (!artist) return null
  const [{ items }, [last]] = await Promise.all([
    listDates(artist.id, { limit: 3 }, now),
    listPlayed(artist.id, 1, now),
  ])
  const dates = items.map(({ nextPerformanceAt, venue }) => ({ startsAt: nextPerformanceAt, venue }))
  return { name: artist.name, eventSlug: items[0]?.slug ?? last?.slug ?? null, dates }
}
