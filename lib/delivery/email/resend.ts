import { Resend } from 'resend'
import { env } from '@/lib/platform/env'
import { ok, type Result, refuse } from '@/lib/platform/result'
import type { ComposedMail } from './types'

/** The only file that knows Resend's SDK. */

export type Mailbox = {
  sendEmail: (mail: OutgoingMail) => Promise<Result<SentMail, 'unavailable' | 'invalid'>>
}

export type OutgoingMail = ComposedMail & {
  to: string
  /** One key a mail: a repeat within 24 hours is answered with the first one's id and sends nothing. */
  idempotencyKey: string
  /** More headers than every mail has. */
  headers?: Record<string, string>
}

/** `id` is Resend's; null when the key was used by an earlier, slightly different rendering of the same mail. */
export type SentMail = { id: string | null }

const TIMEOUT_MS = 20_000
const RETRY_AFTER_SECONDS = 30
/** Statuses that blame this very mail: sending it again cannot help. All others are worth another try. */
const PERMANENT = new Set([400, 413, 422])

/**
 * A sender under one key and address. `sendEmail` answers `unavailable` when a later try may succeed
 * (network, limits, a key being rotated) and `invalid` when this mail never will (a malformed address, say);
 * it does not throw.
 */
export function openMailbox(config: { apiKey: string; from: string; baseUrl?: string }): Mailbox {
  const resend = new Resend(config.apiKey, config.baseUrl ? { baseUrl: config.baseUrl } : {})
  return { sendEmail: (mail) => send(resend, config.from, mail) }
}

let mailbox: Mailbox | undefined

/** Sends a mail as the configured sender; see `openMailbox` for what it answers. Never call it inside a transaction. */
export const sendEmail: Mailbox['sendEmail'] = (mail) => {
  mailbox ??= openMailbox({ apiKey: env.RESEND_API_KEY, from: env.EMAIL_FROM, baseUrl: env.RESEND_BASE_URL })
  return mailbox.sendEmail(mail)
}

async function send(resend: Resend, from: string, mail: OutgoingMail): ReturnType<Mailbox['sendEmail']> {
  const { to, subject, html, text, attachments, idempotencyKey, headers: more } = mail
  try {
    const { data, error, headers } = await resend.emails.send(
      // A line break in a subject would start a new header.
      { from, to, subject: subject.replace(/\s+/g, ' ').trim(), html, text, attachments, headers: more },
      { idempotencyKey, signal: AbortSignal.timeout(TIMEOUT_MS) },
    )
    if (!error) return ok({ id: data.id })
    if (error.name === 'invalid_idempotent_request') return ok({ id: null })
    const detail = `Resend: ${error.name}: ${error.message}`
    if (error.statusCode !== null && PERMANENT.has(error.statusCode)) return refuse('invalid', { detail })
    return refuse('unavailable', { detail, retryAfterSeconds: readRetryAfter(headers) })
  } catch (cause) {
    return refuse('unavailable', {
      detail: `Resend: ${String(cause)}`,
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    })
  }
}

function readRetryAfter(headers: Record<string, string> | null): number {
  const seconds = Number(headers?.['retry-after'])
  return Number.isFinite(seconds) && seconds > 0 ? seconds : RETRY_AFTER_SECONDS
}
