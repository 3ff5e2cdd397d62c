import { signInLimits } from '@/lib/accounts/sessions/rules'
import { createGuestSession, createPasswordSession } from '@/lib/accounts/sessions/store'
import type { AccountUser, ApiSession, Caller } from '@/lib/accounts/types'
import { normalizeEmail } from '@/lib/accounts/users/rules'
import { countAgainst } from '@/lib/platform/rate-limit'
import { ok, type Result } from '@/lib/platform/result'
import { joinAccount } from './join-account'

export type SessionWish = { kind: 'guest' } | { kind: 'password'; email: string; password: string }

/** A stadium's crowd can share one address. */
const GUESTS_A_MINUTE = 1_000

/**
 * A token for the API: of a new guest, or of the person an email and a password belong to, who then takes along
 * what they had as the guest they were (`caller`). Refusals: `bad_credentials`, `rate_limited` (counted before the password is
 * looked at, together with sign-ins on the web).
 */
export async function openSession({
  wish,
  caller,
  address,
  userAgent,
}: {
  wish: SessionWish
  caller: Caller
  address: string
  userAgent: string | null
}): Promise<Result<ApiSession<AccountUser | null>, 'bad_credentials' | 'rate_limited'>> {
  if (wish.kind === 'guest') {
    const counted = await countAgainst([
      { name: 'guest', parts: [address], limit: GUESTS_A_MINUTE, windowSeconds: 60 },
    ])
    return counted.ok ? ok(await createGuestSession({ userAgent })) : counted
  }
  const { email, password } = wish
  const counted = await countAgainst(signInLimits(normalizeEmail(email), address))
  if (!counted.ok) return counted
  const guestId = caller.kind === 'guest' ? caller.guestId : null
  const session = await createPasswordSession({ email, password, guestId, userAgent })
  if (session.ok) await joinAccount({ guestId, userId: session.value.user.id })
  return session
}
