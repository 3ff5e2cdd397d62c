import { prisma } from '@/lib/platform/db'
import type { OrganizerName } from '../types'

export type Follower = { userId: string; token: string }

export async function isFollowing(userId: string, organizerId: string): Promise<boolean> {
  const follow = await prisma.follow.findUnique({ where: { userId_organizerId: { userId, organizerId } } })
  return follow !== null
}

/** Whom a person follows, by name. */
export async function listFollowed(userId: string): Promise<OrganizerName[]> {
  const follows = await prisma.follow.findMany({
    where: { userId },
    select: { organizer: { select: { slug: true, name: true } } },
    orderBy: { organizer: { name: 'asc' } },
  })
  return follows.map(({ organizer }) => organizer)
}

/** The organizer that a mail's link speaks of; null where it was followed no longer, or never. */
export async function findByToken(token: string): Promise<OrganizerName | null> {
  if (!/^[\w-]{20,100}$/.test(token)) return null
  const follow = await prisma.follow.findUnique({
    where: { token },
    select: { organizer: { select: { slug: true, name: true } } },
  })
  return follow?.organizer ?? null
}

/** One person's link to an organizer, for a mail; null once they follow no longer. */
export async function findFollow(userId: string, organizerId: string): Promise<{ token: string } | null> {
  return prisma.follow.findUnique({
    where: { userId_organizerId: { userId, organizerId } },
    select: { token: true },
  })
}
