import { deleteByToken, deleteFollow, insertFollow } from '@/lib/events/follows/store'
import { findOrganizer } from '@/lib/events/organizers/queries'
import { ok, type Result, refuse } from '@/lib/platform/result'

/** A person hears of an organizer's new performances from now on, or no longer. Twice is once. */
export async function followOrganizer({
  userId,
  slug,
  follow,
}: {
  userId: string
  slug: string
  follow: boolean
}): Promise<Result<{ following: boolean }, 'not_found'>> {
  const organizer = await findOrganizer(slug)
  if (!organizer) return refuse('not_found')
  const who = { userId, organizerId: organizer.id }
  await (follow ? insertFollow(who) : deleteFollow(who))
  return ok({ following: follow })
}

/** Ends the mails by the link in one of them. Says nothing of whether there was anything to end. */
export async function unfollowByToken(token: string): Promise<Result<null>> {
  await deleteByToken(token)
  return ok(null)
}
