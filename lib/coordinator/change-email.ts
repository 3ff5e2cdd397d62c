import { findContact } from '@/lib/accounts/users/queries'
import { emailSchema } from '@/lib/accounts/users/schema'
import { setVerifiedEmail } from '@/lib/accounts/users/store'
import { newId } from '@/lib/platform/ids'
import { enqueue } from '@/lib/platform/jobs'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { checkCode } from './check-code'
import { confirmOwner, type Owned } from './confirm-owner'
import { joinAccount } from './join-account'
import { requestCode } from './request-code'

type From = Pick<Owned, 'userId' | 'address'>

/** A code for a change belongs to the account it was asked for: one from a sign-up, say, does not do. */
const subjectOf = (userId: string, email: string) => `${userId} ${email}`

/**
 * Has a code sent to the email an account is to have, or to the one it has and never verified. An address that has
 * another account is answered in the same way. `invalid` where it can be no email; other refusals as `confirmOwner`.
 */
export async function requestEmailChange({
  email,
  ...owned
}: Owned & { email: string }): Promise<
  Result<{ email: string }, 'invalid' | 'bad_credentials' | 'rate_limited' | 'not_found'>
> {
  const parsed = emailSchema.safeParse(email)
  if (!parsed.success)
    return refuse('invalid', { errors: [{ path: 'email', message: 'Not an email address' }] })
  const confirmed = await confirmOwner(owned)
  if (!confirmed.ok) return confirmed
  const subject = subjectOf(owned.userId, parsed.data)
  const { address } = owned
  const { locale } = confirmed.value
  const sent = await requestCode({ purpose: 'verify_email', subject, isSignUp: false, address, locale })
  return sent.ok ? ok({ email: parsed.data }) : sent
}

/**
 * Gives the account the email whose code was typed. The address it had is told, and what guests ordered with the new
 * one joins the account. `bad_code` as `checkCode`, and where another account has the email by now.
 */
export async function changeEmail({
  userId,
  email,
  code,
  address,
}: From & { email: string; code: string }): Promise<Result<null, 'bad_code' | 'rate_limited'>> {
  const parsed = emailSchema.safeParse(email)
  if (!parsed.success) return refuse('bad_code')
  const subject = subjectOf(userId, parsed.data)
  const checked = await checkCode({ purpose: 'verify_email', subject, code, address })
  if (!checked.ok) return checked
  const before = await findContact(userId)
  if (!before) return refuse('bad_code')
  const isChanged = await inTransaction(async (tx) => {
    const isSet = await setVerifiedEmail(tx, userId, parsed.data)
    if (isSet && before.email !== parsed.data) {
      const { email: to, name, locale } = before
      const notice = {
        noticeId: newId(),
        email: to,
        name,
        kind: 'email_changed',
        detail: parsed.data,
        locale,
      } as const
      await enqueue(tx, 'send-account-notice', notice)
    }
    return isSet
  })
  if (!isChanged) return refuse('bad_code')
  await joinAccount({ guestId: null, userId })
  return ok(null)
}
