import { codeOf, phoneLimits, sendLimits } from '@/lib/accounts/codes/rules'
import { issueCode } from '@/lib/accounts/codes/store'
import { findContact } from '@/lib/accounts/users/queries'
import { setVerifiedPhone } from '@/lib/accounts/users/store'
import { sendSms } from '@/lib/delivery/sms/twilio'
import { writeIn } from '@/lib/i18n/reader-locale'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import { enqueue } from '@/lib/platform/jobs'
import { countAgainst } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { checkCode } from './check-code'
import { smsText } from './send-code'

type Asked = {
  userId: string
  /** E.164 (`parsePhone`). */
  phone: string
  /** Where the request came from (`addressOf`). */
  address: string
}

/** The number in a code's row belongs to one account: nobody verifies it for another. */
const subjectOf = ({ userId, phone }: Asked) => `${userId} ${phone}`

/**
 * Sends a code to a phone that somebody signed in says is theirs, while they wait, so that the page can say when no SMS
 * can be sent now (`unavailable`) or to this number at all (`invalid`).
 */
export async function sendPhoneCode(
  asked: Asked,
): Promise<Result<null, 'invalid' | 'rate_limited' | 'unavailable'>> {
  const { userId, phone, address } = asked
  const subject = subjectOf(asked)
  const limits = [...sendLimits('verify_phone', subject, address), ...phoneLimits(userId, phone)]
  const counted = await countAgainst(limits)
  if (!counted.ok) return counted
  const nonce = await inTransaction((tx) => issueCode(tx, 'verify_phone', subject))
  if (!nonce) return refuse('rate_limited')
  const locale = (await findContact(userId))?.locale
  const text = writeIn(locale, () => smsText(codeOf('verify_phone', nonce, env.AUTH_SECRET)))
  const sent = await sendSms({ to: phone, text })
  return sent.ok ? ok(null) : sent
}

/** Makes a phone the account's once its code was typed; a phone it had before is told of by mail. Refusals as `checkCode`. */
export async function verifyPhone(
  asked: Asked & { code: string },
): Promise<Result<null, 'bad_code' | 'rate_limited'>> {
  const { userId, phone, code, address } = asked
  const checked = await checkCode({ purpose: 'verify_phone', subject: subjectOf(asked), code, address })
  if (!checked.ok) return checked
  const user = await findContact(userId)
  if (!user) return refuse('bad_code')
  await inTransaction(async (tx) => {
    await setVerifiedPhone(tx, userId, phone)
    if (!user.isPhoneVerified || user.phone === phone) return
    const { email, name, locale } = user
    const notice = {
      noticeId: newId(),
      email,
      name,
      kind: 'phone_changed',
      detail: phone.slice(-3),
      locale,
    } as const
    await enqueue(tx, 'send-account-notice', notice)
  })
  return ok(null)
}
