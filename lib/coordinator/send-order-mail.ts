import { composeCancelledMail, composeOrderMail } from '@/lib/delivery/email/compose-order-mail'
import { composePostFailedMail } from '@/lib/delivery/email/compose-post-failed'
import { sendEmail } from '@/lib/delivery/email/resend'
import type { CancelledOrderMail, ComposedMail } from '@/lib/delivery/email/types'
import { findSaleFacts } from '@/lib/events/performances/queries'
import { decideStatus } from '@/lib/events/performances/rules'
import { writeIn } from '@/lib/i18n/reader-locale'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { isMailDone } from '@/lib/reservations/mails/queries'
import { markMailFailed, markMailSent } from '@/lib/reservations/mails/store'
import type { MailKind } from '@/lib/reservations/mails/types'
import { findOrderById, findSeatFates } from '@/lib/reservations/orders/queries'
import { isSold } from '@/lib/reservations/orders/rules'
import type { OrderFacts, OrderLineView } from '@/lib/reservations/orders/types'
import { findTickets } from '@/lib/reservations/tickets/queries'
import { isAtHand } from '@/lib/reservations/tickets/rules'
import { composeReceipt, composeTickets } from './compose-documents'
import { describeSeats } from './describe-seats'
import { viewOrderById } from './view-order'

/**
 * Sends a mail about an order: the tickets, or that it ended without a charge. At least once, and once as a rule: the
 * provider's idempotency key answers a repeat. A mail that can never be sent is noted as failed. With `again` it goes
 * out once more, once for each such name. `unavailable`: try again.
 */
export async function sendOrderMail({
  orderId,
  kind,
  again,
}: {
  orderId: string
  kind: MailKind
  again?: string
}): Promise<Result<null, 'unavailable'>> {
  if (!again && (await isMailDone(orderId, kind))) return ok(null)
  const order = await findOrderById(orderId)
  const mail = order && (await writeIn(order.locale, () => COMPOSERS[kind](order)))
  if (!mail) return ok(null)
  const idempotencyKey = `order-${orderId}-${kind}${again ? `-${again}` : ''}`
  const sent = await sendEmail({ ...mail, to: order.email, idempotencyKey })
  if (sent.ok) await markMailSent(orderId, kind, sent.value.id)
  else if (sent.code === 'unavailable') return refuse('unavailable', { detail: sent.detail })
  else {
    log('error', 'mail.failed', { orderId, kind, detail: sent.detail })
    await markMailFailed(orderId, kind, sent.detail ?? sent.code)
  }
  return ok(null)
}

const COMPOSERS: Record<MailKind, (order: OrderFacts) => Promise<ComposedMail | null>> = {
  confirmation: composeConfirmation,
  cancelled: composeCancelled,
  post_failed: composePostFailed,
}

/** Null where the order is not, or no longer, one with tickets. */
async function composeConfirmation({ id, accessToken }: OrderFacts): Promise<ComposedMail | null> {
  const order = await viewOrderById(id)
  const tickets = (await findTickets(id)).filter(isAtHand)
  if (!order || !isSold(order.status) || tickets.length === 0) return null
  return composeOrderMail({
    ...{ reference: order.reference, name: order.name, byPost: order.delivery === 'post' },
    orderUrl: `${env.APP_URL}/orders/${id}?key=${accessToken}`,
    tickets: await composeTickets(tickets),
    receipt: await composeReceipt(order),
  })
}

async function composePostFailed(order: OrderFacts): Promise<ComposedMail> {
  const { id, reference, name, postage, accessToken, lines } = order
  return composePostFailedMail({
    ...{ reference, name, fee: postage, country: lines[0]?.venue.country ?? '' },
    orderUrl: `${env.APP_URL}/orders/${id}?key=${accessToken}`,
  })
}

async function composeCancelled(order: OrderFacts): Promise<ComposedMail | null> {
  if (!order.cancelReason) return null
  const words = await describeSeats(order.lines)
  const fates = await findSeatFates(order.id)
  const taken = new Set(
    fates
      .filter(({ fate }) => fate === 'taken')
      .map(({ performanceId, label }) => `${performanceId}/${label}`),
  )
  const byPerformance = Map.groupBy(order.lines, (line) => line.performanceId)
  const performances = [...byPerformance].map(async ([performanceId, lines]) => {
    const { event, venue, startsAt } = lines[0] as OrderLineView
    const gone = lines.filter((line) => taken.has(`${performanceId}/${line.seat.label}`))
    return {
      ...{ title: event.title, venue, startsAt: startsAt.toISOString() },
      seats: lines.map((line) => words.get(line) ?? line.seat.label),
      lostSeats: gone.map((line) => words.get(line) ?? line.seat.label),
      seatsUrl: await findSeatsUrl(performanceId),
    }
  })
  const mail: CancelledOrderMail = {
    ...{ reference: order.reference, name: order.name, reason: order.cancelReason, total: order.total },
    performances: await Promise.all(performances),
  }
  return composeCancelledMail(mail)
}

/** Where to choose again; null once nothing can be bought there. */
async function findSeatsUrl(performanceId: string): Promise<string | null> {
  const facts = await findSaleFacts(performanceId)
  const isOnSale = facts && decideStatus(facts, new Date()) === 'on_sale'
  return isOnSale ? `${env.APP_URL}/performances/${performanceId}` : null
}
