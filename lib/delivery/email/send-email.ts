import { env } from '@/lib/platform/env'
import { type Mailbox, openMailbox } from './resend'

let mailbox: Mailbox | undefined

/**
 * Sends a mail as the configured sender; see `openMailbox` for what it answers. Never call it inside a
 * transaction.
 */
export const sendEmail: Mailbox['sendEmail'] = (mail) => {
  mailbox ??= openMailbox({ apiKey: env.RESEND_API_KEY, from: env.EMAIL_FROM, baseUrl: env.RESEND_BASE_URL })
  return mailbox.sendEmail(mail)
}
