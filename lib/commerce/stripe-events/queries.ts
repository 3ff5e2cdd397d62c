import { prisma } from '@/lib/platform/db'

/** Whether a webhook event took effect already, so that a repeat need not ask Stripe again. */
export async function isKnownEvent(id: string): Promise<boolean> {
  return (await prisma.stripeEvent.count({ where: { id } })) > 0
}
