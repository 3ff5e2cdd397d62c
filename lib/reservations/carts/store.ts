import { prisma } from '@/lib/platform/db'
import type { CartOwner } from '../types'

/** The id of the owner's cart, made on first use. Two calls at once get the same one. */
export async function ensureCart(owner: CartOwner): Promise<string> {
  const found = await prisma.cart.findUnique({ where: owner as { userId: string }, select: { id: true } })
  if (found) return found.id
  await prisma.cart.createMany({ data: [owner], skipDuplicates: true })
  const cart = await prisma.cart.findUniqueOrThrow({
    where: owner as { userId: string },
    select: { id: true },
  })
  return cart.id
}
