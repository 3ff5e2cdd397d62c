import { nameBrand } from '@/lib/commerce/payments/rules'
import { findRefund } from '@/lib/commerce/refunds/queries'
import { composeRefundMail } from '@/lib/delivery/email/compose-refund-mail'
import { sendEmail } from '@/lib/delivery/email/resend'
import { postCopy } from '@/lib/delivery/words/next-intl'
import { writeIn } from '@/lib/i18n/reader-locale'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { findOrderById } from '@/lib/reservations/orders/queries'
import { findRefundedTickets } from '@/lib/reservations/tickets/queries'
import type { TicketFacts } from '@/lib/reservations/tickets/types'
import { describeSeats } from './describe-seats'
import { viewOrderById } from './view-order'

/**
 * Tells the buyer that money went back, how much and for what. At least once, and once as a rule: the provider's
 * idempotency key answers a repeat. `unavailable`: try again.
 */
export async function sendRefundMail(refundId: string): Promise<Result<null, 'unavailable'>> {
  const refund = await findRefund(refundId)
  const order = refund && (await findOrderById(refund.orderId))
  if (!refund || !order || refund.status !== 'done') return ok(null)
  const payment = (await viewOrderById(order.id))?.payment
  const mail = await writeIn(order.locale, async () =>
    composeRefundMail({
      ...{ reference: order.reference, name: order.name, amount: refund.amount },
      reason: refund.reason === 'postage' ? postCopy()('fee') : refund.reason,
      country: order.lines[0]?.venue.country ?? '',
      card: payment ? { brand: nameBrand(payment.brand), last4: payment.last4 } : null,
      orderUrl: `${env.APP_URL}/orders/${order.id}?key=${order.accessToken}`,
      performances: await listPerformances(await findRefundedTickets(refundId)),
    }),
  )
  const sent = await sendEmail({ ...mail, to: order.email, idempotencyKey: `refund-${refundId}` })
  if (sent.ok) return ok(null)
  if (sent.code === 'unavailable') return refuse('unavailable', { detail: sent.detail })
  log('error', 'mail.failed', { refundId, kind: 'refunded', detail: sent.detail })
  return ok(null)
}

async function listPerformances(tickets: TicketFacts[]) {
  const words = await describeSeats(tickets)
  const byPerformance = Map.groupBy(tickets, (ticket) => ticket.performanceId)
  return [...byPerformance.values()].map((group) => {
    const { event, venue, startsAt } = group[0] as TicketFacts
    const seats = group.map((ticket) => words.get(ticket) ?? ticket.seat.label)
    return { title: event.title, venue, startsAt: startsAt.toISOString(), seats }
  })
}
