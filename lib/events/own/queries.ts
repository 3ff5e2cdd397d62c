import { type Prisma, prisma } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { cutPage, type Page, type PageWish, pageSize } from '@/lib/platform/page'
import type { OwnEvent } from '../types'

type Own = { organizerId: string; eventId: string }

const shown = {
  include: {
    artists: { orderBy: { position: 'asc' }, select: { artist: { select: { name: true } } } },
    performances: {
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: { id: true, startsAt: true, status: true, venue: { select: { timezone: true } } },
    },
  },
} satisfies Prisma.EventDefaultArgs

/**
 * An organizer's own events, drafts included, the newest first, one page. The cursor is the last event's id; one that
 * is not an id starts anew.
 */
export async function listOwnEvents(
  organizerId: string,
  { cursor, limit }: PageWish = {},
): Promise<Page<OwnEvent>> {
  const size = pageSize(limit)
  const rows = await prisma.event.findMany({
    // Ids sort by time.
    where: { organizerId, deletedAt: null, ...(cursor && isId(cursor) ? { id: { lt: cursor } } : {}) },
    orderBy: { id: 'desc' },
    take: size + 1,
    ...shown,
  })
  const { items, nextCursor } = cutPage(rows, size, ({ id }) => id)
  return { items: items.map(toOwnEvent), nextCursor }
}

/** One of an organizer's own events; null for one that does not exist, was deleted, or is somebody else's. */
export async function findOwnEvent({ organizerId, eventId }: Own): Promise<OwnEvent | null> {
  if (!isId(eventId) || !isId(organizerId)) return null
  const row = await prisma.event.findFirst({ where: { id: eventId, organizerId, deletedAt: null }, ...shown })
  return row && toOwnEvent(row)
}

type Row = Prisma.EventGetPayload<typeof shown>

function toOwnEvent(row: Row): OwnEvent {
  const { id, slug, title, subtitle, description, category, imageUrl, createdAt } = row
  return {
    ...{ id, slug, title, subtitle, description, category, imageUrl, createdAt },
    artists: row.artists.map(({ artist }) => artist.name),
    performances: row.performances.map(({ id, startsAt, status, venue }) => ({
      ...{ id, startsAt, status, timezone: venue.timezone },
    })),
  }
}
