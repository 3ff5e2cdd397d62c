import { hashPassword } from '@/lib/accounts/passwords/argon2'
import { newPasswordSchema } from '@/lib/accounts/users/schema'
import { setPassword } from '@/lib/accounts/users/store'
import { newId } from '@/lib/platform/ids'
import { enqueue } from '@/lib/platform/jobs'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { confirmOwner, type Owned } from './confirm-owner'

/**
 * Replaces a password by another, for who knows the old one. All sessions but the one at hand end, and the owner is
 * told. `invalid` is the new password; other refusals as `confirmOwner`.
 */
export async function changePassword({
  newPassword,
  sessionId,
  ...owned
}: Owned & {
  newPassword: string
  /** The session it is done in. */
  sessionId: string
}): Promise<Result<null, 'invalid' | 'bad_credentials' | 'rate_limited' | 'not_found'>> {
  const chosen = newPasswordSchema.safeParse(newPassword)
  if (!chosen.success)
    return refuse('invalid', { errors: [{ path: 'newPassword', message: 'Not long enough' }] })
  const confirmed = await confirmOwner(owned)
  if (!confirmed.ok) return confirmed
  const { id: userId, email, name, locale } = confirmed.value
  const passwordHash = await hashPassword(chosen.data)
  await inTransaction(async (tx) => {
    await setPassword(tx, { userId, passwordHash, keepSessionId: sessionId })
    const notice = { noticeId: newId(), email, name, kind: 'password_changed', detail: '', locale } as const
    await enqueue(tx, 'send-account-notice', notice)
  })
  return ok(null)
}
