import { prisma } from '@/lib/platform/db'

/** The account's customer at Stripe; null while it has none. */
export async function findCustomerId(userId: string): Promise<string | null> {
  const customer = await prisma.stripeCustomer.findUnique({ where: { userId } })
  return customer?.customerId ?? null
}
