import { coalesce } from '@/lib/platform/coalesce'
import { pool, prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { hashSecret, isId } from '@/lib/platform/ids'
import { KEY_PREFIX } from '../api-keys/rules'
import { readGuest } from '../guests/rules'
import { decideCaller, TOKEN_PREFIX } from '../sessions/rules'
import type { Caller } from '../types'

const TOKEN_SQL = `
SELECT token_hash AS "tokenHash", kind::text, user_id AS "userId", guest_id AS "guestId",
  expires_at AS "expiresAt", revoked_at AS "revokedAt"
FROM session WHERE token_hash = ANY ($1::text[])`

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

type TokenRow = {
  tokenHash: string
  kind: 'guest' | 'user'
  userId: string | null
  guestId: string | null
  expiresAt: Date
  revokedAt: Date | null
}

async function findTokenHolder(token: string): Promise<Caller | null> {
  return decideCaller(await findSession(hashSecret(token)), new Date())
}

/** Still read each time; but a crowd of one moment is read in one statement. */
const findSession = coalesce<string, TokenRow | null>({
  ...{ maxBatch: 32, inFlight: 2, keysOf: () => [] },
  run: async (hashes) => {
    const query = { name: 'token-sessions', values: [hashes], text: TOKEN_SQL }
    const { rows } = await pool.query<TokenRow>(query)
    const found = new Map(rows.map((row) => [row.tokenHash, row]))
    return hashes.map((hash) => found.get(hash) ?? null)
  },
})

async function findWebSession(id: string): Promise<Caller | null> {
  if (!isId(id)) return null
  // A sign-in at the moment of a deletion can leave a session of nobody.
  const where = { id, tokenHash: null, user: { deletedAt: null } }
  const session = await prisma.session.findFirst({ where, select: SESSION })
  return decideCaller(session, new Date())
}

async function findKeyHolder(key: string): Promise<Caller | null> {
  const found = await prisma.apiKey.findUnique({
    where: { keyHash: hashSecret(key), revokedAt: null },
    select: { organizerId: true, role: true },
  })
  return found ? { kind: 'apiKey', ...found } : null
}
