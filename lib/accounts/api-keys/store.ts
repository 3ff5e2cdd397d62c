import { prisma } from '@/lib/platform/db'
import { hashSecret, newId, newSecret } from '@/lib/platform/ids'
import type { Role } from '../types'
import { KEY_PREFIX, SHOWN_LENGTH } from './rules'

/** Makes an API key of an organizer. Only its hash is kept: the answer is the one time it can be read. */
export async function createApiKey({
  organizerId,
  name,
  role = 'manager',
}: {
  organizerId: string
  name: string
  role?: Role
}): Promise<{ id: string; key: string }> {
  const key = newSecret(KEY_PREFIX)
  const id = newId()
  const hashed = { keyHash: hashSecret(key), prefix: key.slice(0, SHOWN_LENGTH) }
  await prisma.apiKey.create({ data: { id, organizerId, name, role, ...hashed } })
  return { id, key }
}

/** Revokes a key of this organizer, at once and for good. False where there is no such live key. */
export async function revokeApiKey(organizerId: string, id: string): Promise<boolean> {
  const { count } = await prisma.apiKey.updateMany({
    where: { id, organizerId, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  return count > 0
}
