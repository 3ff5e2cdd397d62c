import { Prisma, prisma } from '@/lib/platform/db'
import { type EventPerformance, findSummaries } from '../performances/queries'
import { combineAvailability } from '../performances/rules'
import { lowestPrice } from '../prices/rules'
import type { ArtistName, EventCard, EventHead, OrganizerName, PerformanceSummary } from '../types'

/** An event that was chosen, with the performances that made it fit. */
export type MatchRow = EventHead & {
  organizer: OrganizerName
  artists: ArtistName[]
  rank: number
  nextAt: Date
  performanceIds: string[]
}

/** What a query must select of `e` (event), `o` (organizer) and `p` (performance), grouped by event, to be a `MatchRow`. */
export const MATCH_COLUMNS = Prisma.sql`
  e.id, e.slug, e.title, e.subtitle, e.category, e.image_url AS "imageUrl",
  json_build_object('slug', o.slug, 'name', o.name) AS organizer,
  (SELECT coalesce(json_agg(json_build_object('slug', a.slug, 'name', a.name) ORDER BY ea.position), '[]')
    FROM event_artist ea JOIN artist a ON a.id = ea.artist_id WHERE ea.event_id = e.id) AS artists,
  min(p.starts_at) AS "nextAt", array_agg(p.id ORDER BY p.starts_at, p.id) AS "performanceIds"`

/** Events with their prices, badges and places, in the order given. Two statements, however many they are. */
export async function drawCards(matches: MatchRow[], now: Date): Promise<EventCard[]> {
  const performances = await findSummaries({ ids: matches.flatMap((match) => match.performanceIds) }, now)
  const byId = new Map(performances.map((performance) => [performance.id, performance]))
  return matches.flatMap((match) =>
    drawCard(
      match,
      match.performanceIds.flatMap((id) => byId.get(id) ?? []),
    ),
  )
}

function drawCard(match: MatchRow, performances: EventPerformance[]): EventCard[] {
  const [next] = performances
  if (!next) return []
  const { performanceIds, nextAt, rank: _, ...event } = match
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

function earliestOnSale(performances: PerformanceSummary[]): Date | null {
  const times = performances.filter(({ status }) => status === 'scheduled').map(({ onSaleAt }) => onSaleAt)
  return times.reduce((first, time) => (time && (!first || time < first) ? time : first), null)
}

/** The events whose newest performance was published last, newest first. */
export async function listAnnounced(limit: number, now = new Date()): Promise<EventCard[]> {
  const matches = await prisma.$queryRaw<MatchRow[]>`
    SELECT ${MATCH_COLUMNS}, 0 AS rank
    FROM performance p
    JOIN event e ON e.id = p.event_id AND e.deleted_at IS NULL
    JOIN organizer o ON o.id = e.organizer_id
    WHERE p.status = 'published' AND p.starts_at > ${now}
    GROUP BY e.id, o.id
    ORDER BY max(p.published_at) DESC NULLS LAST, e.id DESC
    LIMIT ${limit}`
  return drawCards(matches, now)
}

/** The events whose sales begin next. */
export async function listOnSaleSoon(limit: number, now = new Date()): Promise<EventCard[]> {
  const matches = await prisma.$queryRaw<MatchRow[]>`
    SELECT ${MATCH_COLUMNS}, 0 AS rank
    FROM performance p
    JOIN event e ON e.id = p.event_id AND e.deleted_at IS NULL
    JOIN organizer o ON o.id = e.organizer_id
    WHERE p.status = 'published' AND p.starts_at > ${now}
    GROUP BY e.id, o.id
    HAVING min(coalesce(p.on_sale_at, p.created_at)) > ${now}
    ORDER BY min(p.on_sale_at), e.id
    LIMIT ${limit}`
  return drawCards(matches, now)
}

/** Among so many of the next performances those with last seats are looked for: counting seats is work. */
const LOOKED_THROUGH = 30

/** Events of the coming performances that have only a few seats left, soonest first, with those performances alone. */
export async function listLastSeats(limit: number, now = new Date()): Promise<EventCard[]> {
  const matches = await prisma.$queryRaw<MatchRow[]>`
    WITH coming AS (
      SELECT p.id FROM performance p JOIN event e ON e.id = p.event_id AND e.deleted_at IS NULL
      WHERE p.status = 'published' AND p.starts_at > ${now} AND coalesce(p.on_sale_at, ${now}) <= ${now}
      ORDER BY p.starts_at, p.id LIMIT ${LOOKED_THROUGH})
    SELECT ${MATCH_COLUMNS}, 0 AS rank
    FROM performance p
    JOIN event e ON e.id = p.event_id
    JOIN organizer o ON o.id = e.organizer_id
    WHERE p.id IN (SELECT id FROM coming)
    GROUP BY p.id, e.id, o.id
    ORDER BY p.starts_at, e.id`
  const cards = await drawCards(matches, now)
  const scarce = cards.filter(({ availability }) => availability === 'few_left')
  return [...new Map(scarce.toReversed().map((card) => [card.id, card])).values()].reverse().slice(0, limit)
}
