/** How long a sign-in lasts, on the web and through the API. */
export const SESSION_DAYS = 30

/** What a token of a session begins with; an API key begins with something else. */
export const TOKEN_PREFIX = 'tbs_'

type SessionFacts = {
  kind: 'guest' | 'user'
  userId: string | null
  guestId: string | null
  expiresAt: Date
  revokedAt: Date | null
}

/** Whom a session speaks for at `now`; nobody once it has ended or was revoked. */
export function decideCaller(session: SessionFacts | null, now: Date) {
  if (!session || session.revokedAt || session.expiresAt <= now) return null
  const { kind, userId, guestId } = session
  if (kind === 'user' && userId) return { kind: 'user' as const, userId, ...(guestId ? { guestId } : {}) }
  return kind === 'guest' && guestId ? { kind: 'guest' as const, guestId } : null
}
