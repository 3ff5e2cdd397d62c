import { prisma } from '@/lib/platform/db'
import { isId, newId } from '@/lib/platform/ids'
import type { AddressFields } from './schema'

/** More than anybody sends tickets to. */
const MAX_ADDRESSES = 20

/** Adds an address to an account's book, one of twenty at most; false where it is full. */
export async function addAddress(userId: string, address: AddressFields): Promise<boolean> {
  if ((await prisma.address.count({ where: { userId } })) >= MAX_ADDRESSES) return false
  await prisma.address.create({ data: { id: newId(), userId, ...address } })
  return true
}

/** Writes one of an account's own addresses anew; false where it is not theirs. */
export async function changeAddress(userId: string, id: string, address: AddressFields): Promise<boolean> {
  if (!isId(id)) return false
  const { line2 = null, region = null, postalCode = null, ...rest } = address
  const data = { ...rest, line2, region, postalCode }
  return (await prisma.address.updateMany({ where: { id, userId }, data })).count === 1
}

/** Takes one of an account's own addresses out; false where it is not theirs. */
export async function removeAddress(userId: string, id: string): Promise<boolean> {
  return isId(id) && (await prisma.address.deleteMany({ where: { id, userId } })).count === 1
}
