import { parsePhone } from '@/lib/accounts/phones/rules'
import { setVerifiedPhone } from '@/lib/accounts/users/store'
import { newId } from '@/lib/platform/ids'
import { enqueue } from '@/lib/platform/jobs'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { confirmOwner, type Owned } from './confirm-owner'
import { sendPhoneCode } from './verify-phone'

/**
 * Has a code sent to the phone an account is to have; `verifyPhone` takes it. It asks for the password, because codes
 * for a forgotten one go to the phone. `invalid` where it is no number that gets SMS, `unavailable` while none can be
 * sent; other refusals as `confirmOwner`.
 */
export async function requestPhoneChange({
  phone: typed,
  region,
  ...owned
}: Owned & {
  phone: string
  /** Where a number without a country code is dialled. */
  region: string | null
}): Promise<
  Result<{ phone: string }, 'invalid' | 'bad_credentials' | 'rate_limited' | 'not_found' | 'unavailable'>
> {
  const phone = parsePhone(typed, region)
  if (!phone) return refuse('invalid', { errors: [{ path: 'phone', message: 'Not a phone number' }] })
  const confirmed = await confirmOwner(owned)
  if (!confirmed.ok) return confirmed
  const sent = await sendPhoneCode({ userId: owned.userId, phone, address: owned.address })
  return sent.ok ? ok({ phone }) : sent
}

/** Takes the phone off an account; codes go to its email then. A verified one is told of by mail. */
export async function removePhone(
  owned: Owned,
): Promise<Result<null, 'bad_credentials' | 'rate_limited' | 'not_found'>> {
  const confirmed = await confirmOwner(owned)
  if (!confirmed.ok) return confirmed
  const { id, email, name, locale, isPhoneVerified } = confirmed.value
  await inTransaction(async (tx) => {
    await setVerifiedPhone(tx, id, null)
    if (!isPhoneVerified) return
    const notice = { noticeId: newId(), email, name, kind: 'phone_removed', detail: '', locale } as const
    await enqueue(tx, 'send-account-notice', notice)
  })
  return ok(null)
}
