import type { Tx } from '@/lib/platform/transaction'

/** Sets what an organizer asks for a letter in a currency (minor units) and how long before a performance it must go. */
export async function setPostageRate(
  tx: Tx,
  rate: { organizerId: string; currency: string; amount: number; leadDays: number },
): Promise<void> {
  const { organizerId, currency, amount, leadDays } = rate
  await tx.postageRate.upsert({
    where: { organizerId_currency: { organizerId, currency } },
    create: rate,
    update: { amount, leadDays },
  })
}
