import { renderTicketPdf } from '@/lib/delivery/documents/ticket-pdf'
import { createLetter } from '@/lib/delivery/post/lob'
import { writeIn } from '@/lib/i18n/reader-locale'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { findOrderById } from '@/lib/reservations/orders/queries'
import { isSold } from '@/lib/reservations/orders/rules'
import { findPosting } from '@/lib/reservations/postings/queries'
import { markPostingAsked } from '@/lib/reservations/postings/store'
import { findTickets } from '@/lib/reservations/tickets/queries'
import { isAtHand } from '@/lib/reservations/tickets/rules'
import { composeTickets } from './compose-documents'
import { settlePosting } from './settle-posting'

/** A letter that is not printed by now comes after the doors have opened. */
const TOO_LATE_MS = 3 * 86_400_000

/**
 * Hands the letter with an order's tickets to the printer, once: its idempotency key answers a repeat. Where that can
 * never work, or would come too late, the fee is given back. `unavailable`: nothing is known, try again.
 */
export async function postTickets(orderId: string): Promise<Result<null, 'unavailable'>> {
  if ((await findPosting(orderId))?.status !== 'due') return ok(null)
  await markPostingAsked(orderId)
  const order = await findOrderById(orderId)
  const tickets = (await findTickets(orderId)).filter(isAtHand)
  const first = order?.lines[0]
  if (!order?.address || !first || !isSold(order.status) || tickets.length === 0) {
    return settlePosting(orderId, { status: 'failed', failure: 'There are no tickets to post' })
  }
  if (first.startsAt.getTime() - Date.now() < TOO_LATE_MS) {
    return settlePosting(orderId, { status: 'failed', failure: 'The letter would come too late' })
  }
  // A ticket issued anew is another letter: under the old key the printer would answer with a conflict for ever.
  const issue = tickets.reduce((sum, ticket) => sum + ticket.serial, 0)
  const letter = await createLetter({
    to: { ...order.address, name: order.name },
    ...{ orderId, description: order.reference, idempotencyKey: `tickets-${orderId}-${issue}` },
    pdf: await writeIn(order.locale, async () => renderTicketPdf(await composeTickets(tickets), 'letter')),
  })
  if (letter.ok) return settlePosting(orderId, letter.value)
  log(letter.code === 'invalid' ? 'error' : 'warn', 'post.no_letter', { orderId, detail: letter.detail })
  if (letter.code === 'invalid') {
    return settlePosting(orderId, { status: 'failed', failure: letter.detail ?? 'The printer refused it' })
  }
  return refuse('unavailable', { detail: letter.detail })
}
