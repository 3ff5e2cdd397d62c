import { composeTransferMail } from '@/lib/delivery/email/compose-transfer-mail'
import { sendEmail } from '@/lib/delivery/email/resend'
import type { TransferMail } from '@/lib/delivery/email/types'
import { writeIn } from '@/lib/i18n/reader-locale'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { findTicketById } from '@/lib/reservations/tickets/queries'
import { findTicketKey, findTransfer } from '@/lib/reservations/transfers/queries'
import type { TransferFacts, TransferStatus } from '@/lib/reservations/transfers/types'
import { composeTickets } from './compose-documents'

/** How an offer has to stand for a mail about it to be true: one that was overtaken is not sent. */
const WHILE: Record<TransferMail['kind'], TransferStatus> = {
  ...{ offered: 'offered', taken_back: 'taken_back' },
  ...{ accepted: 'accepted', gone: 'accepted', void: 'accepted' },
}

/**
 * Sends a mail about a ticket that changes hands, to the friend or (`gone`) to the giver. At least once, and once as a
 * rule: the provider's idempotency key answers a repeat. `unavailable`: try again.
 */
export async function sendTransferMail({
  transferId,
  kind,
}: {
  transferId: string
  kind: TransferMail['kind']
}): Promise<Result<null, 'unavailable'>> {
  const transfer = await findTransfer(transferId)
  const mail = transfer?.status === WHILE[kind] ? await compose(transfer, kind) : null
  if (!transfer || !mail) return ok(null)
  const to = kind === 'gone' ? transfer.fromEmail : transfer.toEmail
  const sent = await sendEmail({ ...mail, to, idempotencyKey: `transfer-${transferId}-${kind}` })
  if (sent.ok) return ok(null)
  if (sent.code === 'unavailable') return refuse('unavailable', { detail: sent.detail })
  log('error', 'mail.failed', { transferId, kind, detail: sent.detail })
  return ok(null)
}

async function compose(transfer: TransferFacts, kind: TransferMail['kind']) {
  const { ticketId, fromName, toName, serialBefore } = transfer
  const ticket = await findTicketById(ticketId)
  const [paper] = ticket ? await composeTickets([ticket]) : []
  if (!ticket || !paper) return null
  // Passed on once more, or refunded, before this was sent: its code is not this friend's to have.
  if (kind === 'accepted' && (ticket.serial !== serialBefore + 1 || ticket.status === 'void')) return null
  const url = await findUrl(transfer, kind)
  return writeIn(ticket.locale, () =>
    composeTransferMail({ ...{ kind, fromName, toName, url }, ticket: paper }),
  )
}

async function findUrl({ ticketId, offerKey }: TransferFacts, kind: TransferMail['kind']) {
  if (kind === 'offered') return `${env.APP_URL}/tickets/offer?key=${offerKey}`
  if (kind === 'accepted') return `${env.APP_URL}/tickets/${ticketId}?key=${await findTicketKey(ticketId)}`
  return null
}
