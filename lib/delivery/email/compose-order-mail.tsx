import { render, toPlainText } from '@react-email/components'
import { renderReceiptPdf } from '../documents/receipt-pdf'
import { renderTicketImage } from '../documents/ticket-image'
import { renderTicketPdf } from '../documents/ticket-pdf'
import type { TicketDocument } from '../documents/types'
import { emailCopy } from '../words/next-intl'
import { describeSeat } from '../words/rules'
import { renderCalendarEntry } from './ics'
import { OrderCancelled } from './templates/order-cancelled'
import { OrderConfirmation } from './templates/order-confirmation'
import type { CancelledOrderMail, ComposedMail, MailAttachment, OrderMail } from './types'

/**
 * Pictures shown in a mail; the tickets beyond them are in the PDF. A mail of forty pictures is read by
 * nobody.
 */
const MAX_PICTURES = 10

/**
 * The confirmation of an order with everything it carries: each ticket's picture (shown in the mail), all
 * tickets as one PDF, the receipt, and a calendar entry for each performance. The same order gives the same
 * bytes, so a repeat under one idempotency key is one. Throws when there is no ticket.
 */
export async function composeOrderMail(mail: OrderMail): Promise<ComposedMail> {
  const groups = groupByPerformance(mail.tickets)
  if (groups.length === 0) throw new Error(`order ${mail.reference} has no tickets to send`)
  const pictures = await drawPictures(mail)
  const cids = new Map(pictures.map(({ ticketId, attachment }) => [ticketId, attachment.contentId ?? '']))
  const letter = <OrderConfirmation mail={mail} groups={groups} pictures={cids} />
  const html = await render(letter)
  return {
    subject: subjectOf(groups),
    html,
    text: toPlainText(html),
    attachments: [
      ...pictures.map(({ attachment }) => attachment),
      pdf(`tickets-${mail.reference}.pdf`, await renderTicketPdf(mail.tickets)),
      pdf(`receipt-${mail.reference}.pdf`, await renderReceiptPdf(mail.receipt)),
      ...groups.map((tickets, i) => calendarOf(tickets, mail, groups.length > 1 ? `-${i + 1}` : '')),
    ],
  }
}

/**
 * The mail that says an order ended without tickets and without a charge. Throws when it names no
 * performance.
 */
export async function composeCancelledMail(mail: CancelledOrderMail): Promise<ComposedMail> {
  const [first] = mail.performances
  if (!first) throw new Error(`order ${mail.reference} names no performance`)
  const html = await render(<OrderCancelled mail={mail} />)
  const subject = emailCopy()('cancelled.subject', { title: first.title })
  return { subject, html, text: toPlainText(html), attachments: [] }
}

function groupByPerformance(tickets: readonly TicketDocument[]): TicketDocument[][] {
  return [...Map.groupBy(tickets, (ticket) => ticket.performanceId).values()]
}

function subjectOf(groups: TicketDocument[][]): string {
  const t = emailCopy()
  const count = groups.reduce((sum, tickets) => sum + tickets.length, 0)
  const title = groups[0]![0]!.event.title
  const more = groups.length - 1
  return more === 0
    ? t('confirmation.subject', { count, title })
    : t('confirmation.subjectMany', { count, title, more })
}

/** One after another: a picture is a burst of CPU, and the seat map's requests share this process. */
async function drawPictures(mail: OrderMail): Promise<{ ticketId: string; attachment: MailAttachment }[]> {
  const drawn: { ticketId: string; attachment: MailAttachment }[] = []
  for (const [i, ticket] of mail.tickets.slice(0, MAX_PICTURES).entries()) {
    const content = await renderTicketImage(ticket)
    const filename = `ticket-${mail.reference}-${i + 1}.png`
    const contentId = `ticket-${i + 1}@ticketboss`
    drawn.push({
      ticketId: ticket.ticketId,
      attachment: { filename, content, contentType: 'image/png', contentId },
    })
  }
  return drawn
}

function pdf(filename: string, content: Buffer): MailAttachment {
  return { filename, content, contentType: 'application/pdf' }
}

function calendarOf(tickets: TicketDocument[], mail: OrderMail, suffix: string): MailAttachment {
  const seats = tickets.map((ticket) => describeSeat(ticket.seat))
  const description = [...seats, `${emailCopy()('confirmation.order')} ${mail.reference}`].join('\n')
  const entry = renderCalendarEntry({ ...tickets[0]!, description, url: mail.orderUrl })
  return {
    filename: `calendar-${mail.reference}${suffix}.ics`,
    content: Buffer.from(entry),
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
  }
}
