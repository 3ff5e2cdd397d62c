import { composeNoticeMail } from '@/lib/delivery/email/compose-account-mail'
import { sendEmail } from '@/lib/delivery/email/resend'
import { writeIn } from '@/lib/i18n/reader-locale'
import { env } from '@/lib/platform/env'
import type { JobData } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'

/** Tells the owner of an account that it was changed. `unavailable`: try again; the provider sends it once. */
export async function sendAccountNotice({
  noticeId,
  email,
  name,
  kind,
  detail,
  locale,
}: JobData['send-account-notice']): Promise<Result<null, 'unavailable'>> {
  const facts = { kind, name, detail, resetUrl: `${env.APP_URL}/reset-password` }
  const mail = await writeIn(locale, () => composeNoticeMail(facts))
  const sent = await sendEmail({ ...mail, to: email, idempotencyKey: `notice-${noticeId}` })
  if (!sent.ok && sent.code === 'unavailable') return refuse('unavailable', { detail: sent.detail })
  if (!sent.ok) log('error', 'mail.failed', { noticeId, kind, detail: sent.detail })
  return ok(null)
}
