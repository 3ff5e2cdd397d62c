import { render, toPlainText } from '@react-email/components'
import { emailCopy } from '../words/next-intl'
import { formatPrice } from '../words/rules'
import { OrderRefunded } from './templates/order-refunded'
import type { ComposedMail, RefundMail } from './types'

/** The mail that says how much goes back, to which card, and for what. */
export async function composeRefundMail(mail: RefundMail): Promise<ComposedMail> {
  const html = await render(<OrderRefunded mail={mail} />)
  const amount = formatPrice(mail.amount, mail.country)
  const subject = emailCopy()('refunded.subject', { amount, reference: mail.reference })
  return { subject, html, text: toPlainText(html), attachments: [] }
}
