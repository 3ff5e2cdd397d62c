import { prisma } from '@/lib/platform/db'
import { hashSecret, isId, newId, newSecret } from '@/lib/platform/ids'
import { countAgainst } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import type { AccountUser, ApiSession } from '../types'
import { findUserByPassword } from '../users/queries'
import { normalizeEmail } from '../users/rules'
import { SESSION_DAYS, signInLimits, TOKEN_PREFIX } from './rules'

type Origin = {
  /** The guest who signs in: their orders stay with this session. */
  guestId?: string | null
  userAgent?: string | null
}

/** A guest of the API: a new one, with a token for thirty days. */
export async function createGuestSession({ userAgent }: Origin = {}): Promise<ApiSession<null>> {
  return { ...(await insertApiSession({ kind: 'guest', guestId: newId(), userAgent })), user: null }
}

/**
 * Signs in through the API: a token for thirty days. `bad_credentials` says neither whether the email or the password
 * is wrong, nor by its time whether there is such an account. The guest's cart is for the caller to join (`joinCart`).
 */
export async function createPasswordSession({
  email,
  password,
  ...origin
}: { email: string; password: string } & Origin): Promise<Result<ApiSession, 'bad_credentials'>> {
  const user = await findUserByPassword({ email, password })
  if (!user) return refuse('bad_credentials')
  return ok({ ...(await insertApiSession({ kind: 'user', userId: user.id, ...origin })), user })
}

/**
 * Checks a password given on the web. As `createPasswordSession`, `bad_credentials` tells nothing more; too many tries
 * on one account or from one address are `rate_limited` before any password is looked at.
 */
export async function checkPassword({
  email,
  password,
  address,
}: {
  email: string
  password: string
  /** Where the request came from (`addressOf`). */
  address: string
}): Promise<Result<AccountUser, 'bad_credentials' | 'rate_limited'>> {
  const counted = await countAgainst(signInLimits(normalizeEmail(email), address))
  if (!counted.ok) return counted
  const user = await findUserByPassword({ email, password })
  return user ? ok(user) : refuse('bad_credentials')
}

/** A sign-in on the web, for thirty days. Its id travels in next-auth's cookie; the row is what counts. */
export async function createWebSession({
  userId,
  guestId = null,
  userAgent,
}: { userId: AccountUser['id'] } & Origin): Promise<{ id: string; expiresAt: Date }> {
  return prisma.session.create({
    data: {
      id: newId(),
      kind: 'user',
      userId,
      guestId,
      userAgent: shorten(userAgent),
      expiresAt: inThirtyDays(),
    },
    select: { id: true, expiresAt: true },
  })
}

/** Ends the session of a token (`tbs_…`), at once and for good. False where it was not live. */
export async function endSession(token: string): Promise<boolean> {
  return revoke({ tokenHash: hashSecret(token) })
}

/** Ends a web session by its id. False where it was not live. */
export async function endWebSession(sessionId: string): Promise<boolean> {
  return revoke({ id: sessionId })
}

/** Ends one of an account's own sessions. False where it is not theirs, or not live. */
export async function endSessionOf(userId: string, sessionId: string): Promise<boolean> {
  return isId(sessionId) && revoke({ id: sessionId, userId })
}

/** Ends all of an account's sessions but one. Returns how many. */
export async function endOtherSessions(userId: string, keepSessionId: string): Promise<number> {
  const { count } = await prisma.session.updateMany({
    where: { userId, id: { not: keepSessionId }, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  return count
}

async function revoke(which: { tokenHash: string } | { id: string; userId?: string }): Promise<boolean> {
  const now = new Date()
  const { count } = await prisma.session.updateMany({
    where: { ...which, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
  })
  return count > 0
}

async function insertApiSession(
  session:
    | { kind: 'guest'; guestId: string; userAgent?: string | null }
    | ({ kind: 'user'; userId: string } & Origin),
): Promise<{ token: string; expiresAt: Date }> {
  const token = newSecret(TOKEN_PREFIX)
  const expiresAt = inThirtyDays()
  const data = { ...session, userAgent: shorten(session.userAgent), tokenHash: hashSecret(token), expiresAt }
  await prisma.session.create({ data: { id: newId(), ...data } })
  return { token, expiresAt }
}

function inThirtyDays(): Date {
  return new Date(Date.now() + SESSION_DAYS * 86_400_000)
}

/** Whatever a client calls itself, Postgres must be able to keep it. */
function shorten(userAgent: string | null | undefined): string | null {
  return userAgent ? userAgent.replaceAll('\0', '').slice(0, 300) : null
}
