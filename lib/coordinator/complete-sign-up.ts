import { findSignUpEmail, finishSignUp } from '@/lib/accounts/sign-ups/store'
import type { AccountUser } from '@/lib/accounts/types'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { checkCode } from './check-code'
import { requestCode } from './request-code'

type Asked = {
  signUpId: string
  /** Where the request came from (`addressOf`). */
  address: string
  /** The language of the page: the mail is in it, and later the mails of the account. */
  locale: string
}

/**
 * Opens the account of a sign-up whose owner has typed the code from their mail. `bad_code` as `checkCode`, and where
 * the sign-up is over. Nobody is signed in by it: that is for the caller (`enterHere`).
 */
export async function completeSignUp({
  signUpId,
  address,
  locale,
  code,
}: Asked & { code: string }): Promise<Result<AccountUser, 'bad_code' | 'rate_limited'>> {
  const subject = await findSignUpEmail(signUpId)
  if (!subject) return refuse('bad_code')
  const checked = await checkCode({ purpose: 'verify_email', subject, code, address })
  if (!checked.ok) return checked
  const user = await finishSignUp(signUpId, locale)
  return user ? ok(user) : refuse('bad_code')
}

/** Has another code sent for a sign-up. `not_found` where it is over. */
export async function resendSignUpCode({
  signUpId,
  address,
  locale,
}: Asked): Promise<Result<null, 'not_found' | 'rate_limited'>> {
  const subject = await findSignUpEmail(signUpId)
  if (!subject) return refuse('not_found')
  return requestCode({ purpose: 'verify_email', subject, isSignUp: true, address, locale })
}
