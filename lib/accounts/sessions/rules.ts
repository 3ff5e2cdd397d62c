import { parse as parseUserAgent } from 'bowser'

/** How long a sign-in lasts, on the web and through the API. */
export const SESSION_DAYS = 30

/** What a token of a session begins with; an API key begins with something else. */
export const TOKEN_PREFIX = 'tbs_'

/**
 * How often passwords may be tried: ten a minute on an account from one address, so that a stranger elsewhere cannot
 * lock its owner out, a hundred an hour on it from everywhere, and sixty a minute from one address.
 */
export function signInLimits(email: string, address: string) {
  return [
    { name: 'sign-in', parts: [email, address], limit: 10, windowSeconds: 60 },
    { name: 'sign-in-account', parts: [email], limit: 100, windowSeconds: 3600 },
    { name: 'sign-in-address', parts: [address], limit: 60, windowSeconds: 60 },
  ]
}

/** How many accounts one address may open, and how often it may ask whether an email has one. */
export function signUpLimits(address: string) {
  return [{ name: 'sign-up', parts: [address], limit: 30, windowSeconds: 600 }]
}

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

/** What somebody signs in with, in the names its makers gave it. */
export type Device = { browser: string; system: string }

/** The browser and system a `User-Agent` names; null where it names none. It is the client's own word. */
export function describeDevice(userAgent: string | null): Device | null {
  if (!userAgent) return null
  const { browser, os } = parseUserAgent(userAgent)
  return browser.name && os.name ? { browser: browser.name, system: os.name } : null
}

/** A cookie's value in a `Cookie` header; the first where it comes twice. */
export function readCookie(header: string | null, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}
