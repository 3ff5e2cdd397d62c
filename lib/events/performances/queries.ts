import { Prisma, prisma } from '@/lib/platform/db'
import { HOLD_MINUTES, MAX_SEATS_PER_HOLD } from '@/lib/platform/hold-limits'
import { isId } from '@/lib/platform/ids'
import { keepRecent } from '@/lib/platform/keep-recent'
import { countSeats } from '../availability/queries'
import { findCategories } from '../seat-maps/queries'
import type { CategoryPrices, PerformanceDetail, PerformanceSummary, SaleFacts, VenueDetail } from '../types'
import { decideAvailability, decideStatus, shareFree } from './rules'

const NO_SEATS = { free: 0, held: 0, sold: 0, blocked: 0 }

type SummaryRow = {
  id: string
  eventId: string
  startsAt: Date
  doorsAt: Date | null
  onSaleAt: Date | null
  status: 'published' | 'cancelled'
  currency: string
  priceFrom: number | null
  seatCount: number
  venue: VenueDetail
}

export type EventPerformance = PerformanceSummary & { eventId: string }

/** The given performances as fans see them, by time. Drafts are left out. Two statements, however many they are. */
export async function findSummaries(
  by: { ids: string[] } | { eventId: string },
  now = new Date(),
): Promise<EventPerformance[]> {
  const which =
    'ids' in by ? Prisma.sql`p.id = ANY(${by.ids}::uuid[])` : Prisma.sql`p.event_id = ${by.eventId}::uuid`
  const rows = await prisma.$queryRaw<SummaryRow[]>`
    SELECT p.id, p.event_id AS "eventId", p.starts_at AS "startsAt", p.doors_at AS "doorsAt",
      p.on_sale_at AS "onSaleAt", p.status::text AS status, p.currency, m.seat_count AS "seatCount",
      (SELECT min(t.amount) FROM ticket_type t WHERE t.performance_id = p.id) AS "priceFrom",
      json_build_object('id', v.id, 'name', v.name, 'city', v.city, 'country', v.country,
        'timezone', v.timezone, 'address', v.address) AS venue
    FROM performance p
    JOIN venue v ON v.id = p.venue_id
    JOIN seat_map m ON m.id = p.seat_map_id
    WHERE ${which} AND p.status <> 'draft'
    ORDER BY p.starts_at, p.id`
  const counts = await countSeats(rows.map((row) => row.id))
  return rows.map((row) => {
    const seats = counts.get(row.id) ?? NO_SEATS
    const status = decideStatus(row, now, seats)
    return {
      ...row,
      status,
      availability: decideAvailability(status, seats),
      freeShare: shareFree(seats),
      priceFrom: { amount: row.priceFrom ?? 0, currency: row.currency },
    }
  })
}

/** A published or cancelled performance of an event that still exists; null for any other id, malformed ones too. */
export async function findPerformance(id: string, now = new Date()): Promise<PerformanceDetail | null> {
  if (!isId(id)) return null
  const row = await prisma.performance.findFirst({
    where: { id, status: { not: 'draft' }, event: { deletedAt: null } },
    include: {
      event: { include: { organizer: { select: { slug: true, name: true } } } },
      venue: true,
      seatMap: { select: { seatCount: true } },
      ticketTypes: { orderBy: [{ categoryIndex: 'asc' }, { position: 'asc' }] },
    },
  })
  if (!row) return null
  const [categories, allCounts] = await Promise.all([findCategories(row.seatMapId), countSeats([row.id])])
  const counts = allCounts.get(row.id) ?? NO_SEATS
  const status = decideStatus(row, now, counts)
  const { id: eventId, slug, title, subtitle, category, imageUrl, organizer } = row.event
  const { id: venueId, name, city, country, timezone, address } = row.venue
  const prices = categories.map(
    ({ id, name, color }, index): CategoryPrices => ({
      category: { id, name, color, index },
      ticketTypes: row.ticketTypes
        .filter((type) => type.categoryIndex === index)
        .map((type) => ({
          id: type.id,
          name: type.name,
          price: { amount: type.amount, currency: row.currency },
        })),
    }),
  )
  return {
    id: row.id,
    event: { id: eventId, slug, title, subtitle, category, imageUrl },
    organizer,
    venue: { id: venueId, name, city, country, timezone, address },
    startsAt: row.startsAt,
    doorsAt: row.doorsAt,
    onSaleAt: row.onSaleAt,
    status,
    availability: decideAvailability(status, counts),
    seatMapId: row.seatMapId,
    seatCount: row.seatMap.seatCount,
    currency: row.currency,
    maxSeats: MAX_SEATS_PER_HOLD,
    holdMinutes: HOLD_MINUTES,
    prices,
  }
}

const saleFacts = keepRecent<SaleFacts>({ maxAgeMs: 2_000, maxEntries: 5_000, load: loadSaleFacts })

/**
 * What a claim must know of a published or cancelled performance, at most two seconds old; null for any other id.
 * `decideStatus` says whether it is on sale now.
 */
export async function findSaleFacts(performanceId: string): Promise<SaleFacts | null> {
  if (!isId(performanceId)) return null
  const key = performanceId.toLowerCase()
  return (await saleFacts.get([key])).get(key) ?? null
}

async function loadSaleFacts(ids: string[]): Promise<Map<string, SaleFacts>> {
  const rows = await prisma.performance.findMany({
    where: { id: { in: ids }, status: { not: 'draft' }, event: { deletedAt: null } },
    include: {
      venue: { select: { timezone: true } },
      ticketTypes: { orderBy: [{ categoryIndex: 'asc' }, { position: 'asc' }] },
    },
  })
  return new Map(
    rows.map((row) => [
      row.id,
      {
        performanceId: row.id,
        eventId: row.eventId,
        seatMapId: row.seatMapId,
        status: row.status === 'cancelled' ? 'cancelled' : 'published',
        onSaleAt: row.onSaleAt,
        startsAt: row.startsAt,
        currency: row.currency,
        timezone: row.venue.timezone,
        ticketTypes: row.ticketTypes.map(({ id, categoryIndex, name, position, amount }) => ({
          ...{ id, categoryIndex, name, position, amount },
        })),
      },
    ]),
  )
}

/** Whether a performance is one of the organizer's; no for ids that are none. */
export async function ownsPerformance(organizerId: string, performanceId: string): Promise<boolean> {
  if (!isId(performanceId)) return false
  const where = { id: performanceId, event: { organizerId, deletedAt: null } }
  return (await prisma.performance.count({ where })) > 0
}
