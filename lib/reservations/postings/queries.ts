import { prisma } from '@/lib/platform/db'
import type { PostingView } from './types'

const GIVE_UP_MINUTES = 30 * 1_440

/** The letter of an order; null where its tickets are not posted. */
export async function findPosting(orderId: string): Promise<PostingView | null> {
  const row = await prisma.posting.findUnique({ where: { orderId } })
  if (!row) return null
  const { status, letterId, expectedOn, createdAt, askedAt, lateAt } = row
  return {
    ...{ orderId, status, letterId, createdAt, askedAt, lateAt },
    expectedOn: expectedOn?.toISOString().slice(0, 10) ?? null,
  }
}

/**
 * Orders whose letter nobody has asked about for a while, the longest first: not handed over for five minutes, on its
 * way for an hour. One in the post is given up a month after the last of its performances: not every country's post says
 * when it has arrived. At most `limit`.
 */
export async function findStalePostings(limit: number, now = new Date()): Promise<string[]> {
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  const rows = await prisma.posting.findMany({
    where: {
      OR: [
        { status: 'due', askedAt: { lt: before(5) } },
        { status: { in: ['created', 'in_production'] }, askedAt: { lt: before(60) } },
        {
          ...{ status: 'mailed', askedAt: { lt: before(60) } },
          order: { lines: { some: { performance: { startsAt: { gt: before(GIVE_UP_MINUTES) } } } } },
        },
      ],
    },
    orderBy: { askedAt: 'asc' },
    select: { orderId: true },
    take: limit,
  })
  return rows.map((row) => row.orderId)
}
