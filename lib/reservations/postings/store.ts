import { prisma } from '@/lib/platform/db'
import type { Tx } from '@/lib/platform/transaction'
import { movesOn } from './rules'
import type { PostingStatus } from './types'

/** An order that is paid wants its tickets posted. */
export async function openPosting(tx: Tx, orderId: string): Promise<void> {
  await tx.posting.createMany({ data: [{ orderId }], skipDuplicates: true })
}

/**
 * Writes what the printer said of a letter. Answers where that leads, null where it is no news: it had arrived, failed
 * or come further before. Two at once go one after the other.
 */
export async function movePosting(
  tx: Tx,
  orderId: string,
  said: { status: PostingStatus; letterId?: string; expectedOn?: string | null; failure?: string | null },
): Promise<PostingStatus | null> {
  const [row] = await tx.$queryRaw<{ status: PostingStatus }[]>`
    SELECT status::text AS status FROM posting WHERE order_id = ${orderId}::uuid FOR UPDATE`
  if (!row || !movesOn(row.status, said.status)) return null
  const { status, letterId, expectedOn, failure } = said
  await tx.posting.update({
    where: { orderId },
    data: {
      ...{ status, askedAt: new Date() },
      ...(letterId ? { letterId } : {}),
      ...(expectedOn ? { expectedOn: new Date(`${expectedOn}T00:00:00Z`) } : {}),
      ...(failure ? { failure } : {}),
    },
  })
  return row.status === status ? null : status
}

/** Puts a letter at the end of the queue: the printer was asked about it just now. */
export async function markPostingAsked(orderId: string): Promise<void> {
  await prisma.posting.updateMany({ where: { orderId }, data: { askedAt: new Date() } })
}

/** Notes that a letter is late. False where that is known already. */
export async function markPostingLate(orderId: string): Promise<boolean> {
  const { count } = await prisma.posting.updateMany({
    where: { orderId, lateAt: null, status: { notIn: ['delivered', 'failed'] } },
    data: { lateAt: new Date() },
  })
  return count > 0
}
