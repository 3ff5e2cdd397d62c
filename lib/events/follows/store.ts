import { prisma } from '@/lib/platform/db'
import { newSecret } from '@/lib/platform/ids'
import type { Tx } from '@/lib/platform/transaction'

/** The person follows from now on; following twice is once. */
export async function insertFollow(who: { userId: string; organizerId: string }): Promise<void> {
  await prisma.follow.createMany({ data: { ...who, token: newSecret('') }, skipDuplicates: true })
}

/** The person follows no longer. */
export async function deleteFollow(who: { userId: string; organizerId: string }): Promise<void> {
  await prisma.follow.deleteMany({ where: who })
}

/** What a mail's link does, by whoever has it; repeating it changes nothing. */
export async function deleteByToken(token: string): Promise<void> {
  if (/^[\w-]{20,100}$/.test(token)) await prisma.follow.deleteMany({ where: { token } })
}

/** Who follows an organizer, a page in the order of their ids: those after `after`. */
export async function takeFollowers(
  tx: Tx,
  { organizerId, after, limit }: { organizerId: string; after: string | null; limit: number },
): Promise<string[]> {
  const follows = await tx.follow.findMany({
    where: { organizerId, ...(after ? { userId: { gt: after } } : {}) },
    select: { userId: true },
    orderBy: { userId: 'asc' },
    take: limit,
  })
  return follows.map(({ userId }) => userId)
}

/** True where somebody wants to hear of an organizer. */
export async function hasFollowers(tx: Tx, organizerId: string): Promise<boolean> {
  return (await tx.follow.findFirst({ where: { organizerId }, select: { userId: true } })) !== null
}
