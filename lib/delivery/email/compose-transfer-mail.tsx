import { render, toPlainText } from '@react-email/components'
import { renderTicketImage } from '../documents/ticket-image'
import { renderTicketPdf } from '../documents/ticket-pdf'
import { emailCopy } from '../words/next-intl'
import { describeSeat } from '../words/rules'
import { renderCalendarEntry } from './ics'
import { TicketTransfer } from './templates/ticket-transfer'
import type { ComposedMail, MailAttachment, TransferMail } from './types'

const PICTURE = 'ticket@ticketboss'

/**
 * A mail of a ticket that changes hands. Only the one to whom it belongs now (`accepted`) carries the ticket: its
 * picture, its page to print, and an entry for the calendar. The same mail gives the same bytes.
 */
export async function composeTransferMail(mail: TransferMail): Promise<ComposedMail> {
  const isTheirs = mail.kind === 'accepted'
  const html = await render(<TicketTransfer mail={mail} pictureId={isTheirs ? PICTURE : null} />)
  const people = { from: mail.fromName, to: mail.toName, title: mail.ticket.event.title }
  return {
    subject: emailCopy()(`transfer.${mail.kind}.subject`, people),
    html,
    text: toPlainText(html),
    attachments: isTheirs ? await attach(mail) : [],
  }
}

async function attach({ ticket, url }: TransferMail): Promise<MailAttachment[]> {
  const name = `ticket-${ticket.reference}`
  const entry = renderCalendarEntry({ ...ticket, description: describeSeat(ticket.seat), url: url ?? '' })
  return [
    {
      ...{ filename: `${name}.png`, contentType: 'image/png', contentId: PICTURE },
      content: await renderTicketImage(ticket),
    },
    { filename: `${name}.pdf`, contentType: 'application/pdf', content: await renderTicketPdf([ticket]) },
    {
      filename: `calendar-${ticket.reference}.ics`,
      content: Buffer.from(entry),
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    },
  ]
}
