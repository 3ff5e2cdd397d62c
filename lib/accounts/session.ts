import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import { findCaller } from './callers/queries'
import { GUEST_COOKIE, GUEST_COOKIE_DAYS, signGuest } from './guests/rules'
import { type Caller, ownerOf } from './types'

type Owner = { userId: string } | { guestId: string }

const SECURE = env.APP_URL.startsWith('https://')
/** next-auth's own name for it. */
const SESSION_COOKIE = `${SECURE ? '__Secure-' : ''}next-auth.session-token`
const COOKIE = { httpOnly: true, sameSite: 'lax', secure: SECURE, path: '/' } as const

/** Who is asking, by the cookies of this request: for pages, actions and the routes beside them. Writes nothing. */
export const currentCaller = cache(async (): Promise<Caller> => {
  const jar = await cookies()
  return findCaller({
    authorization: null,
    guestCookie: jar.get(GUEST_COOKIE)?.value,
    userSession: await readSessionId(jar.get(SESSION_COOKIE)?.value),
  })
})

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
  jar.set(GUEST_COOKIE, signGuest(guestId, env.AUTH_SECRET), {
    ...COOKIE,
    maxAge: GUEST_COOKIE_DAYS * 86_400,
  })
  return { guestId }
}

/** The id of our Session row in next-auth's encrypted cookie; null where it is missing, forged or over. */
async function readSessionId(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null
  const token = await decode({ token: cookie, secret: env.AUTH_SECRET }).catch(() => null)
  return typeof token?.sid === 'string' ? token.sid : null
}
