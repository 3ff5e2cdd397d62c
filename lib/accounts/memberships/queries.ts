import { prisma } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/result'
import type { Caller, Role } from '../types'
import { roleSuffices } from './rules'

export type Membership = { organizerId: string; role: Role }

/** The user's role with an organizer; null where they have none or there is no such organizer. */
export async function findMembership(userId: string, organizerSlug: string): Promise<Membership | null> {
  if (organizerSlug.includes('\0')) return null
  return prisma.membership.findFirst({
    where: { userId, organizer: { slug: organizerSlug } },
    select: { organizerId: true, role: true },
  })
}

/**
 * Whether the caller may do what needs a role with an organizer; call it first in everything organizers do.
 * `unauthenticated` for who has neither signed in nor an API key; all else is `not_found`, so that no answer tells
 * which organizers there are. `need` may name several roles of which one suffices.
 */
export async function authorizeOrganizer(
  caller: Caller,
  slug: string,
  need: Role | readonly Role[],
): Promise<Result<{ organizerId: string }, 'not_found' | 'unauthenticated'>> {
  if (caller.kind === 'anonymous' || caller.kind === 'guest') return refuse('unauthenticated')
  const membership =
    caller.kind === 'user' ? await findMembership(caller.userId, slug) : await findKeyMembership(caller, slug)
  if (!membership || !roleSuffices(membership.role, need)) return refuse('not_found')
  return ok({ organizerId: membership.organizerId })
}

async function findKeyMembership(
  key: { organizerId: string; role: Role },
  slug: string,
): Promise<Membership | null> {
  if (slug.includes('\0')) return null
  const organizer = await prisma.organizer.findUnique({ where: { slug }, select: { id: true } })
  return organizer?.id === key.organizerId ? { organizerId: key.organizerId, role: key.role } : null
}

/** Whether a user has any role with any organizer. */
export async function isMemberAnywhere(userId: string): Promise<boolean> {
  return (await prisma.membership.count({ where: { userId } })) > 0
}
