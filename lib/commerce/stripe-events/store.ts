import { prisma } from '@/lib/platform/db'
import type { Tx } from '@/lib/platform/transaction'

/**
 * Takes note of a webhook event, in the transaction of its effect. False where it took effect before: a second
 * delivery at the same moment waits here for the first to commit.
 */
export async function recordStripeEvent(
  tx: Tx,
  { id, type }: { id: string; type: string },
): Promise<boolean> {
  const { count } = await tx.stripeEvent.createMany({ data: [{ id, type }], skipDuplicates: true })
  return count > 0
}

/** Stripe repeats an event for three days; ten times as long is long enough to know it. */
const KEPT_DAYS = 30

/** Forgets events that nobody repeats any more. Returns how many. */
export async function forgetOldEvents(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  const { count } = await prisma.stripeEvent.deleteMany({ where: { receivedAt: { lt: before } } })
  return count
}
