import { prisma } from '@/lib/platform/db'

/** Keeps an account's customer, and returns the one that was kept first. */
export async function rememberCustomer(userId: string, customerId: string): Promise<string> {
  await prisma.stripeCustomer.createMany({ data: { userId, customerId }, skipDuplicates: true })
  const kept = await prisma.stripeCustomer.findUnique({ where: { userId } })
  return kept?.customerId ?? customerId
}
