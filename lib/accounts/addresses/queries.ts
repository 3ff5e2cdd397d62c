import { prisma } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'

export type AddressView = {
  id: string
  name: string
  line1: string
  line2: string | null
  city: string
  region: string | null
  postalCode: string | null
  country: string
}

const VIEW = {
  ...{ id: true, name: true, line1: true, line2: true },
  ...{ city: true, region: true, postalCode: true, country: true },
} as const

/** An account's address book, in the order it was written. */
export function listAddresses(userId: string): Promise<AddressView[]> {
  return prisma.address.findMany({ where: { userId }, select: VIEW, orderBy: { createdAt: 'asc' } })
}

/** One of an account's own addresses; null for any other. */
export async function findAddress(userId: string, id: string): Promise<AddressView | null> {
  return isId(id) ? prisma.address.findFirst({ where: { id, userId }, select: VIEW }) : null
}
