import { accountMailCopy } from '../words/next-intl'

/**
 * The SMS that brings a code: one segment, and a last line by which a phone offers the code on our page and on no
 * other (WICG "Delivering origin-bound one-time codes over SMS").
 */
export function composeCodeSms({
  code,
  minutes,
  host,
}: {
  code: string
  minutes: number
  host: string
}): string {
  return `${accountMailCopy()('sms.code', { code, minutes })}\n\n@${host} #${code}`
}
