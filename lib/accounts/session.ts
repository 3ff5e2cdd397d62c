import { cookies, headers } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { cache } from 'react'
import { LOCALE_COOKIE, readLocale } from '@/lib/i18n/locales'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import { log } from '@/lib/platform/log'
import { addressOf } from '@/lib/platform/rate-limit'
import type { Result } from '@/lib/platform/result'
import { findCaller } from './callers/queries'
import { GUEST_COOKIE, GUEST_COOKIE_DAYS, readGuest, signGuest } from './guests/rules'
import { regionOf } from './phones/rules'
import { safeNext } from './redirects/rules'
import { readCookie, SESSION_DAYS } from './sessions/rules'
import { checkPassword, createWebSession, endSession, endWebSession } from './sessions/store'
import { type AccountUser, type Caller, type Owner, ownerOf } from './types'
import { findUser } from './users/queries'
import { setLocale } from './users/store'

/** What else happens at a sign-in (`joinAccount`): rooms do not know each other, so the page brings it along. */
export type OnSignIn = (who: { guestId: string | null; userId: string }) => Promise<unknown>

export const SECURE = env.APP_URL.startsWith('https://')
const COOKIE = { httpOnly: true, sameSite: 'lax', secure: SECURE, path: '/' } as const
/** next-auth's own name for it. */
const SESSION_COOKIE = `${SECURE ? '__Secure-' : ''}next-auth.session-token`
export const SESSION_SECONDS = SESSION_DAYS * 86_400

/** Who is asking, by the cookies of this request: for pages, actions and the routes beside them. Writes nothing. */
export const currentCaller = cache(async (): Promise<Caller> => {
  const jar = await cookies()
  return findCaller({
    authorization: null,
    guestCookie: jar.get(GUEST_COOKIE)?.value,
    userSession: await readSessionId(jar.get(SESSION_COOKIE)?.value),
  })
})

/** Who is asking, by the token or the cookies of a request: for the API, also outside Next. */
export async function callerOf(request: Request): Promise<Caller> {
  const jar = request.headers.get('cookie')
  return findCaller({
    authorization: request.headers.get('authorization'),
    guestCookie: readCookie(jar, GUEST_COOKIE),
    userSession: await readSessionId(readCookie(jar, SESSION_COOKIE)),
  })
}

/** Whose cart and orders this request may see; null for someone who never held a seat. */
export async function currentOwner(): Promise<Owner | null> {
  return ownerOf(await currentCaller())
}

/** As `currentOwner`, and a new guest gets their cookie: only in actions and route handlers, where cookies can be set. */
export async function requireOwner(): Promise<Owner> {
  const owner = await currentOwner()
  if (owner) return owner
  const guestId = newId()
  const jar = await cookies()
  const maxAge = GUEST_COOKIE_DAYS * 86_400
  jar.set(GUEST_COOKIE, signGuest(guestId, env.AUTH_SECRET), { ...COOKIE, maxAge })
  return { guestId }
}

/** The account that is signed in; null for guests and everyone else. */
export const currentUser = cache(async (): Promise<AccountUser | null> => {
  const caller = await currentCaller()
  return caller.kind === 'user' ? findUser(caller.userId) : null
})

/** Signs in with a password, in an action. Refusals as `checkPassword`; nothing is set then. */
export async function signInHere(
  credentials: { email: string; password: string },
  onSignIn: OnSignIn,
): Promise<Result<AccountUser, 'bad_credentials' | 'rate_limited'>> {
  const checked = await checkPassword({ ...credentials, address: await currentAddress() })
  if (checked.ok) await enterHere(checked.value, onSignIn)
  return checked
}

/**
 * Signs an account in, in an action, after whatever proved who it is. Seals the session into the cookie as next-auth
 * would, so that its routes and these pages mean the same.
 */
export async function enterHere(user: AccountUser, onSignIn: OnSignIn): Promise<void> {
  const token = { sub: user.id, sid: await startSession(user, onSignIn) }
  const sealed = await encode({ token, secret: env.AUTH_SECRET, maxAge: SESSION_SECONDS })
  const jar = await cookies()
  jar.set(SESSION_COOKIE, sealed, { ...COOKIE, maxAge: SESSION_SECONDS })
}

/** Ends this browser's session, in an action. What the guest held before signing in stays with the account. */
export async function signOutHere(): Promise<void> {
  const jar = await cookies()
  const sessionId = await readSessionId(jar.get(SESSION_COOKIE)?.value)
  if (sessionId) await endWebSession(sessionId)
  jar.delete(SESSION_COOKIE)
}

/**
 * Makes the Session row and lets the guest become the user: their cookie goes, once all they had has moved, and the
 * language that was chosen here is that of the account's mails.
 */
export async function startSession(user: AccountUser, onSignIn: OnSignIn): Promise<string> {
  const jar = await cookies()
  const guestId = readGuest(jar.get(GUEST_COOKIE)?.value, env.AUTH_SECRET)
  const userAgent = (await headers()).get('user-agent')
  const { id } = await createWebSession({ userId: user.id, guestId, userAgent })
  const chosen = readLocale(jar.get(LOCALE_COOKIE)?.value)
  if (chosen) await setLocale(user.id, chosen)
  try {
    await onSignIn({ guestId, userId: user.id })
    if (guestId) jar.delete(GUEST_COOKIE)
  } catch (error) {
    log('error', 'auth.join_failed', { guestId, userId: user.id, error })
  }
  return id
}

/** The id of this browser's session; null where nobody is signed in by cookie. */
export async function currentSessionId(): Promise<string | null> {
  return readSessionId((await cookies()).get(SESSION_COOKIE)?.value)
}

/** Ends the session a request was made with, by its token or, without one, by its cookie. False where it had none. */
export async function endSessionOfRequest(request: Request): Promise<boolean> {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) return endSession(authorization.replace(/^Bearer +/i, ''))
  const sessionId = await readSessionId(readCookie(request.headers.get('cookie'), SESSION_COOKIE))
  return sessionId !== null && endWebSession(sessionId)
}

/** The id of our Session row in next-auth's encrypted cookie; null where it is missing, forged or over. */
async function readSessionId(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null
  const token = await decode({ token: cookie, secret: env.AUTH_SECRET }).catch(() => null)
  return typeof token?.sid === 'string' ? token.sid : null
}

/** The region this browser names, to read phone numbers by; null where it names none. */
export async function currentRegion(): Promise<string | null> {
  return regionOf((await headers()).get('accept-language'))
}

/** The page of this site that a link was followed from, or `/`: where to go on after signing in. */
export async function cameFrom(): Promise<string> {
  const referer = URL.parse((await headers()).get('referer') ?? '')
  return referer?.origin === new URL(env.APP_URL).origin ? safeNext(referer.pathname + referer.search) : '/'
}

/** Where this request came from, for counting. */
export async function currentAddress(): Promise<string> {
  return addressOf(new Request(env.APP_URL, { headers: await headers() }))
}
