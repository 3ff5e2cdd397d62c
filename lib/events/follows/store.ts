import { prisma } from '@/lib/platform/db'
import { newSecret } from '@/lib/platform/ids'
import type { Tx } from '@/lib/platform/transaction'
import type { FollowOf } from './types'

/** The person follows from now on; following twice is once. */
export async function insertFollow(who: { userId: string } & FollowOf): Promise<void> {
  await prisma.follow.createMany({ data: { ...who, token: newSecret('') }, skipDuplicates: true })
}

/** The person follows no longer. */
export async function deleteFollow(who: { userId: string } & FollowOf): Promise<void> {
  await prisma.follow.deleteMany({ where: who })
}

/** What a mail's link does, by whoever has it; repeating it changes nothing. */
export async function deleteByToken(token: string): Promise<void> {
  if (/^[\w-]{20,100}$/.test(token)) await prisma.follow.deleteMany({ where: { token } })
}

/**
 * Who wants to hear of an event, because of its organizer or of who plays, each person once: a page in the order of
 * their ids, those after `after`.
 */
export async function takeFollowers(
  tx: Tx,
  { eventId, after, limit }: { eventId: string; after: string | null; limit: number },
): Promise<string[]> {
  const from = after ?? '00000000-0000-0000-0000-000000000000'
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    SELECT f.user_id AS "userId" FROM follow f JOIN event e ON e.organizer_id = f.organizer_id
    WHERE e.id = ${eventId}::uuid AND f.user_id > ${from}::uuid
    UNION
    SELECT f.user_id FROM follow f JOIN event_artist ea ON ea.artist_id = f.artist_id
    WHERE ea.event_id = ${eventId}::uuid AND f.user_id > ${from}::uuid
    ORDER BY 1 LIMIT ${limit}`
  return rows.map(({ userId }) => userId)
}

/** True where somebody wants to hear of an event. */
export async function hasFollowers(tx: Tx, eventId: string): Promise<boolean> {
  return (await takeFollowers(tx, { eventId, after: null, limit: 1 })).length > 0
}
