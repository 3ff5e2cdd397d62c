import { cookies } from 'next/headers'
import { NextRequest, NextResponse } from 'next/server'
import NextAuth, { type Account, type AuthOptions, type Profile, type User } from 'next-auth'
import GoogleProvider from 'next-auth/providers/google'
import { visitorLocale } from '@/lib/i18n/visitor-locale'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { findCaller } from '../callers/queries'
import { currentAddress, type OnSignIn, SECURE, SESSION_SECONDS, startSession } from '../session'
import { checkPassword, endWebSession } from '../sessions/store'
import type { AccountUser } from '../types'
import { findUser } from '../users/queries'
import { takeProvidedUser } from '../users/store'

/** Whether people can sign in with Google here. */
export const hasGoogle = Boolean(env.GOOGLE_CLIENT_ID && env.GOOGLE_CLIENT_SECRET)

/** next-auth's own routes (`/api/auth/…`): where providers come back to, and the same sign-in for who speaks its protocol. */
export function handleAuth(
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
  onSignIn: OnSignIn,
): Promise<Response> {
  return NextAuth(request as never, context as never, authOptions(onSignIn))
}

/**
 * Begins a sign-in with Google, in an action, and returns the address to send the visitor to. They come back to
 * `/api/auth/callback/google` and from there to `next`, a path of this site (`safeNext`).
 */
export async function startGoogle(next: string): Promise<string> {
  const csrf = await ask(['csrf'])
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const body = new URLSearchParams({ csrfToken, callbackUrl: new URL(next, env.APP_URL).href })
  const answer = await ask(['signin', 'google'], { method: 'POST', body })
  return answer.headers.get('location') ?? '/sign-in?error=OAuthSignin'
}

/** Asks next-auth as its own client would, and passes the cookies it sets on to the browser. */
async function ask(
  path: string[],
  init: { method?: string; body?: URLSearchParams } = {},
): Promise<Response> {
  const request = new NextRequest(new URL(`/api/auth/${path.join('/')}`, env.APP_URL), init)
  const context = { params: Promise.resolve({ nextauth: path }) }
  const answer = await handleAuth(request, context, async () => {})
  const jar = await cookies()
  for (const cookie of new NextResponse(null, { headers: answer.headers }).cookies.getAll()) jar.set(cookie)
  return answer
}

function authOptions(onSignIn: OnSignIn): AuthOptions {
  return {
    secret: env.AUTH_SECRET,
    useSecureCookies: SECURE,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: providers(),
    callbacks: {
      async signIn({ user, account, profile }) {
        return (await findSignedIn(user, account, profile)) !== null
      },
      async jwt({ token, user, account, profile, trigger }) {
        if (trigger !== 'signIn') return token
        const found = await findSignedIn(user, account, profile)
        if (!found) throw new Error('nobody has signed in')
        return { sub: found.id, sid: await startSession(found, onSignIn) }
      },
      async session({ session, token }) {
        const caller = await findCaller({ authorization: null, userSession: String(token.sid) })
        const user = caller.kind === 'user' ? await findUser(caller.userId) : null
        return { expires: session.expires, ...(user ? { user: { email: user.email, name: user.name } } : {}) }
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token.sid === 'string') await endWebSession(token.sid)
      },
    },
    logger: {
      error: (code, { message }) => log('error', 'auth.error', { code, message }),
      warn: (code) => log('warn', 'auth.warning', { code }),
      debug: () => {},
    },
  }
}

function providers(): AuthOptions['providers'] {
  const password: AuthOptions['providers'][number] = {
    id: 'credentials',
    type: 'credentials',
    name: 'Password',
    credentials: { email: {}, password: {} },
    async authorize(given) {
      const { email = '', password = '' } = given ?? {}
      const checked = await checkPassword({ email, password, address: await currentAddress() })
      return checked.ok ? checked.value : null
    },
  }
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = env
  return clientId && clientSecret ? [password, GoogleProvider({ clientId, clientSecret })] : [password]
}

/** Our account of whom a provider has let through; null where Google's word is not enough (`takeProvidedUser`). */
async function findSignedIn(
  user: User,
  account: Account | null,
  profile?: Profile,
): Promise<AccountUser | null> {
  if (account?.provider === 'credentials') return findUser(user.id)
  const { email, email_verified: isVerified } = (profile ?? {}) as {
    email?: string
    email_verified?: unknown
  }
  if (account?.provider !== 'google' || !email) return null
  const locale = await visitorLocale()
  return takeProvidedUser({ email, isVerified: isVerified === true, name: user.name ?? email, locale })
}
