import { isCodeLive } from '@/lib/accounts/codes/queries'
import { CODE_MINUTES, codeOf } from '@/lib/accounts/codes/rules'
import { findContactByEmail } from '@/lib/accounts/users/queries'
import type { CodeMailKind } from '@/lib/delivery/account-mails/types'
import { composeCodeMail, composeKnownMail } from '@/lib/delivery/email/compose-account-mail'
import { sendEmail } from '@/lib/delivery/email/resend'
import type { ComposedMail } from '@/lib/delivery/email/types'
import { composeCodeSms } from '@/lib/delivery/sms/compose-code-sms'
import { sendSms } from '@/lib/delivery/sms/twilio'
import { writeIn } from '@/lib/i18n/reader-locale'
import { env } from '@/lib/platform/env'
import type { JobData } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { findOrderByReference } from '@/lib/reservations/lookups/queries'
import { readOrderSubject } from './open-order'

type CodeJob = JobData['send-code']
type Sent = Result<null, 'unavailable'>
type Greeted = { kind: CodeMailKind; name: string | null; reference?: string; locale?: string }

/**
 * Sends a code that was asked for, if it still counts and somebody is to have it: nobody is where an account or order
 * is not known. `unavailable`: try again; it will be the same code.
 */
export async function sendCode(job: CodeJob): Promise<Sent> {
  if (!(await isCodeLive(job.purpose, job.subject, job.nonce))) return ok(null)
  if (job.purpose === 'verify_email') return sendVerification(job)
  return job.purpose === 'reset_password' ? sendReset(job) : sendOrderCode(job)
}

/** To an address that has another account already goes a word about it, and no code. */
async function sendVerification(job: CodeJob): Promise<Sent> {
  const [email = '', userId] = job.subject.split(' ').reverse()
  const user = await findContactByEmail(email)
  if (user && user.id !== userId && (user.isEmailVerified || userId)) {
    return post(
      job,
      email,
      await writeIn(user.locale, () => composeKnownMail({ signInUrl: `${env.APP_URL}/sign-in` })),
    )
  }
  return mailCode(job, email, {
    ...{ kind: job.isSignUp ? 'sign_up' : 'email', name: user?.name ?? null, locale: user?.locale },
  })
}

/** To the saved phone; by mail where there is none, or while no SMS can be sent. */
async function sendReset(job: CodeJob): Promise<Sent> {
  const user = await findContactByEmail(job.subject)
  if (!user) return ok(null)
  if (!user.phone || !user.isPhoneVerified)
    return mailCode(job, user.email, { kind: 'reset', name: user.name, locale: user.locale })
  const code = codeOf(job.purpose, job.nonce, env.AUTH_SECRET)
  const sent = await sendSms({ to: user.phone, text: writeIn(user.locale, () => smsText(code)) })
  if (sent.ok) return ok(null)
  log('warn', 'sms.failed', { userId: user.id, code: sent.code, detail: sent.detail })
  return mailCode(job, user.email, { kind: 'reset_no_sms', name: user.name, locale: user.locale })
}

async function sendOrderCode(job: CodeJob): Promise<Sent> {
  const asked = readOrderSubject(job.subject)
  const order = asked && (await findOrderByReference(asked))
  if (!order) return ok(null)
  const { name, reference, locale } = order
  return mailCode(job, order.email, { kind: 'order', name, reference, locale })
}

/** What an SMS says that brings `code`. */
export function smsText(code: string): string {
  return composeCodeSms({ code, minutes: CODE_MINUTES, host: new URL(env.APP_URL).hostname })
}

async function mailCode(
  job: CodeJob,
  to: string,
  { kind, name, reference = '', locale = job.locale }: Greeted,
): Promise<Sent> {
  const code = codeOf(job.purpose, job.nonce, env.AUTH_SECRET)
  const facts = { kind, name, reference, code, minutes: CODE_MINUTES }
  return post(job, to, await writeIn(locale, () => composeCodeMail(facts)))
}

async function post(job: CodeJob, to: string, mail: ComposedMail): Promise<Sent> {
  const sent = await sendEmail({ ...mail, to, idempotencyKey: `code-${job.nonce}` })
  if (sent.ok) return ok(null)
  if (sent.code === 'unavailable') return refuse('unavailable', { detail: sent.detail })
  log('error', 'mail.failed', { purpose: job.purpose, detail: sent.detail })
  return ok(null)
}
