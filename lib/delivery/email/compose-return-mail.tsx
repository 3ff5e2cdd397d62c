import { render, toPlainText } from '@react-email/components'
import type { ReturnMail } from '../waiting/types'
import { returnCopy } from '../words/next-intl'
import { formatPrice } from '../words/rules'
import { TicketReturn } from './templates/ticket-return'
import type { ComposedMail } from './types'

/** A mail about a ticket that was offered to the waiting list. */
export async function composeReturnMail(mail: ReturnMail): Promise<ComposedMail> {
  const html = await render(<TicketReturn mail={mail} />)
  const amount = formatPrice(mail.amount, mail.venue.country)
  const subject = returnCopy()(`${mail.kind}.subject`, { title: mail.event.title, amount })
  return { subject, html, text: toPlainText(html), attachments: [] }
}
