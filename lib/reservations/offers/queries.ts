import { prisma } from '@/lib/platform/db'
import { holdIdOf } from '../holds/rules'

/** The offer that stands for a cart at a performance, ended ones not yet swept too. */
export async function findOfferId(cartId: string, performanceId: string): Promise<string | null> {
  const where = { id: holdIdOf(cartId, performanceId) }
  const hold = await prisma.hold.findUnique({ where, select: { offerId: true } })
  return hold?.offerId ?? null
}
