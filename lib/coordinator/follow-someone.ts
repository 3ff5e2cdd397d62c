import { findArtist } from '@/lib/events/artists/queries'
import { deleteByToken, deleteFollow, insertFollow } from '@/lib/events/follows/store'
import type { FollowKind, FollowOf } from '@/lib/events/follows/types'
import { findOrganizer } from '@/lib/events/organizers/queries'
import { ok, type Result, refuse } from '@/lib/platform/result'

/** A person hears of an organizer's or an artist's new performances from now on, or no longer. Twice is once. */
export async function followSomeone({
  userId,
  kind,
  slug,
  follow,
}: {
  userId: string
  kind: FollowKind
  slug: string
  follow: boolean
}): Promise<Result<{ following: boolean }, 'not_found'>> {
  const of = await findWho(kind, slug)
  if (!of) return refuse('not_found')
  await (follow ? insertFollow({ userId, ...of }) : deleteFollow({ userId, ...of }))
  return ok({ following: follow })
}

async function findWho(kind: FollowKind, slug: string): Promise<FollowOf | null> {
  if (kind === 'artist') {
    const artist = await findArtist(slug)
    return artist && { artistId: artist.id }
  }
  const organizer = await findOrganizer(slug)
  return organizer && { organizerId: organizer.id }
}

/** Ends the mails by the links in one of them. Says nothing of whether there was anything to end. */
export async function unfollowByToken(...tokens: string[]): Promise<Result<null>> {
  for (const token of tokens) await deleteByToken(token)
  return ok(null)
}
