import { hashPassword } from '@/lib/accounts/passwords/argon2'
import { findContactByEmail } from '@/lib/accounts/users/queries'
import { emailSchema, newPasswordSchema } from '@/lib/accounts/users/schema'
import { setPassword } from '@/lib/accounts/users/store'
import { newId } from '@/lib/platform/ids'
import { enqueue } from '@/lib/platform/jobs'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { checkCode } from './check-code'
import { requestCode } from './request-code'

type From = {
  /** Where the request came from (`addressOf`). */
  address: string
}

/**
 * Has a code sent to the saved phone of an account, or to its email where it has none. The same answer and the same
 * work whether there is such an account or not. Refusals: `invalid` where this can be no email, `rate_limited`.
 */
export async function requestPasswordReset({
  email,
  address,
}: { email: string } & From): Promise<Result<null, 'invalid' | 'rate_limited'>> {
  const parsed = emailSchema.safeParse(email)
  if (!parsed.success)
    return refuse('invalid', { errors: [{ path: 'email', message: 'Not an email address' }] })
  return requestCode({ purpose: 'reset_password', subject: parsed.data, isSignUp: false, address })
}

/**
 * Sets a new password for who brings the code. All sessions of the account end, and its owner is told. `invalid` names
 * what is wrong with the password, before the code is used; `bad_code` says no more than that, also where there is no
 * such account.
 */
export async function resetPassword({
  email,
  code,
  password,
  address,
}: { email: string; code: string; password: string } & From): Promise<
  Result<null, 'invalid' | 'bad_code' | 'rate_limited'>
> {
  const [subject, chosen] = [emailSchema.safeParse(email), newPasswordSchema.safeParse(password)]
  if (!chosen.success)
    return refuse('invalid', { errors: [{ path: 'password', message: 'Not long enough' }] })
  if (!subject.success) return refuse('bad_code')
  const checked = await checkCode({ purpose: 'reset_password', subject: subject.data, code, address })
  if (!checked.ok) return checked
  const user = await findContactByEmail(subject.data)
  if (!user) return refuse('bad_code')
  const passwordHash = await hashPassword(chosen.data)
  await inTransaction(async (tx) => {
    await setPassword(tx, { userId: user.id, passwordHash })
    const { email: to, name, locale } = user
    await enqueue(tx, 'send-account-notice', {
      ...{ noticeId: newId(), email: to, name, kind: 'password_reset', detail: '', locale },
    })
  })
  return ok(null)
}
