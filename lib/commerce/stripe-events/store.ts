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
