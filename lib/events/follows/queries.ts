import { prisma } from '@/lib/platform/db'
import type { Followed, FollowOf, NewsReason } from './types'

const shown = {
  organizer: { select: { slug: true, name: true } },
  artist: { select: { slug: true, name: true } },
} as const

type Name = { slug: string; name: string }
type Row = { organizer: Name | null; artist: Name | null }

export async function isFollowing(userId: string, of: FollowOf): Promise<boolean> {
  return (await prisma.follow.findFirst({ where: { userId, ...of }, select: { userId: true } })) !== null
}

/** Whom a person follows, organizers and artists, by name. */
export async function listFollowed(userId: string): Promise<Followed[]> {
  const follows = await prisma.follow.findMany({ where: { userId }, select: shown })
  return follows.flatMap(toFollowed).sort((one, other) => one.name.localeCompare(other.name))
}

/** Whom a mail's link speaks of; null where they are followed no longer, or never were. */
export async function findByToken(token: string): Promise<Followed | null> {
  if (!/^[\w-]{20,100}$/.test(token)) return null
  const follow = await prisma.follow.findUnique({ where: { token }, select: shown })
  return (follow && toFollowed(follow)[0]) ?? null
}

/** Why a person hears of an event: its artists whom they follow, as they are billed, then its organizer. */
export function listReasons(userId: string, eventId: string): Promise<NewsReason[]> {
  return prisma.$queryRaw<NewsReason[]>`
    SELECT 'artist' AS kind, a.slug, a.name, f.token, ea.position AS at
    FROM follow f JOIN artist a ON a.id = f.artist_id
    JOIN event_artist ea ON ea.artist_id = a.id AND ea.event_id = ${eventId}::uuid
    WHERE f.user_id = ${userId}::uuid
    UNION ALL
    SELECT 'organizer', o.slug, o.name, f.token, 20
    FROM follow f JOIN organizer o ON o.id = f.organizer_id JOIN event e ON e.organizer_id = o.id
    WHERE f.user_id = ${userId}::uuid AND e.id = ${eventId}::uuid
    ORDER BY at`
}

function toFollowed({ organizer, artist }: Row): Followed[] {
  if (organizer) return [{ kind: 'organizer', ...organizer }]
  return artist ? [{ kind: 'artist', ...artist }] : []
}
