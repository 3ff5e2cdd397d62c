import { signUpLimits } from '@/lib/accounts/sessions/rules'
import { startSignUp } from '@/lib/accounts/sign-ups/store'
import type { SignUpInput } from '@/lib/accounts/users/schema'
import { countAgainst } from '@/lib/platform/rate-limit'
import { ok, type Result } from '@/lib/platform/result'
import { requestCode } from './request-code'

/**
 * Somebody wants an account: keeps what they entered and has a code sent to the email, which `finishSignUp` asks for.
 * An email that has an account is answered in the same way, and its owner gets a word about it instead of a code.
 * Refusals: `invalid` with each field that is wrong, `rate_limited`. Returns the sign-up's id, which nobody else may
 * learn.
 */
export async function beginSignUp({
  address,
  region,
  locale,
  ...person
}: SignUpInput & {
  /** Where the request came from (`addressOf`). */
  address: string
  /** Where a phone number without a country code is dialled. */
  region: string | null
  /** The language of the page; the mail is in it. */
  locale: string
}): Promise<Result<{ id: string }, 'invalid' | 'rate_limited'>> {
  const counted = await countAgainst(signUpLimits(address))
  if (!counted.ok) return counted
  const started = await startSignUp(person, region)
  if (!started.ok) return started
  const { id, email } = started.value
  const sent = await requestCode({ purpose: 'verify_email', subject: email, isSignUp: true, address, locale })
  return sent.ok ? ok({ id }) : sent
}
