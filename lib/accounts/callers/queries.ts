import { prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { hashSecret, isId } from '@/lib/platform/ids'
import { KEY_PREFIX } from '../api-keys/rules'
import { readGuest } from '../guests/rules'
import { decideCaller, TOKEN_PREFIX } from '../sessions/rules'
import type { Caller } from '../types'

const NOBODY: Caller = { kind: 'anonymous' }
const SESSION = { kind: true, userId: true, guestId: true, expiresAt: true, revokedAt: true } as const

/**
 * Who is asking. An `Authorization` header decides alone: where its token or key is unknown, ended or revoked, the
 * caller is anonymous, whatever cookies came along. Else a web session (by its row's id), else the guest's signed
 * cookie. Sessions and keys are read from the database each time, so revoking one ends it.
 */
export async function findCaller({
  authorization,
  guestCookie,
  userSession,
}: {
  authorization: string | null
  guestCookie?: string | null
  userSession?: string | null
}): Promise<Caller> {
  if (authorization !== null) return (await findBearer(authorization)) ?? NOBODY
  const user = userSession ? await findWebSession(userSession) : null
  if (user) return user
  const guestId = readGuest(guestCookie, env.AUTH_SECRET)
  return guestId ? { kind: 'guest', guestId } : NOBODY
}

async function findBearer(authorization: string): Promise<Caller | null> {
  const token = /^Bearer +([\w-]{1,200})$/i.exec(authorization)?.[1]
  if (token?.startsWith(KEY_PREFIX)) return findKeyHolder(token)
  return token?.startsWith(TOKEN_PREFIX) ? findTokenHolder(token) : null
}

async function findTokenHolder(token: string): Promise<Caller | null> {
  const where = { tokenHash: hashSecret(token) }
  return decideCaller(await prisma.session.findUnique({ where, select: SESSION }), new Date())
}

async function findWebSession(id: string): Promise<Caller | null> {
  if (!isId(id)) return null
  const session = await prisma.session.findFirst({ where: { id, tokenHash: null }, select: SESSION })
  return decideCaller(session, new Date())
}

async function findKeyHolder(key: string): Promise<Caller | null> {
  const found = await prisma.apiKey.findUnique({
    where: { keyHash: hashSecret(key), revokedAt: null },
    select: { organizerId: true, role: true },
  })
  return found ? { kind: 'apiKey', ...found } : null
}
