import { nameBrand } from '@/lib/commerce/payments/rules'
import { composeReturnMail } from '@/lib/delivery/email/compose-return-mail'
import { sendEmail } from '@/lib/delivery/email/resend'
import type { ReturnMail } from '@/lib/delivery/waiting/types'
import { posterColours } from '@/lib/events/posters/colours'
import { writeIn } from '@/lib/i18n/reader-locale'
import { env } from '@/lib/platform/env'
import type { JobData } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import type { ReturnStatus } from '@/lib/reservations/returns/types'
import { describeSeats } from './describe-seats'
import { viewOrderById } from './view-order'
import { type ReturnView, viewReturn } from './view-return'

type Job = JobData['send-return-mail']

/** How a return has to stand for a mail about it to be true: one that was overtaken is not sent. */
const WHILE: Record<Job['kind'], ReturnStatus> = { open: 'open', sold: 'sold', unsold: 'ended' }

/**
 * Tells who returned a ticket that it is on offer, that it was sold and what goes back to them, or that it stays
 * theirs. At least once, and once as a rule: the provider's idempotency key answers a repeat. `unavailable`: try again.
 */
export async function sendReturnMail({ returnId, kind }: Job): Promise<Result<null, 'unavailable'>> {
  const found = await viewReturn(returnId)
  if (found?.return.status !== WHILE[kind]) return ok(null)
  // Of a ticket that was refunded meanwhile, the refund's mail says all.
  if (kind !== 'sold' && found.ticket.status === 'void') return ok(null)
  const { locale, email: to } = found.buyer
  const mail = await writeIn(locale, async () => composeReturnMail(await gather(kind, found)))
  const sent = await sendEmail({ ...mail, to, idempotencyKey: `return-${returnId}-${kind}` })
  if (sent.ok) return ok(null)
  if (sent.code === 'unavailable') return refuse('unavailable', { detail: sent.detail })
  log('error', 'mail.failed', { returnId, kind, detail: sent.detail })
  return ok(null)
}

async function gather(kind: Job['kind'], { ticket, buyer }: ReturnView): Promise<ReturnMail> {
  const { orderId, reference, venue, price: amount } = ticket
  const payment = (await viewOrderById(orderId))?.payment
  const page = kind === 'sold' ? `orders/${orderId}` : `tickets/${ticket.id}`
  return {
    ...{ kind, name: buyer.name, reference, amount, venue },
    event: { title: ticket.event.title, organizer: ticket.organizer.name },
    poster: posterColours(ticket.event.slug),
    startsAt: ticket.startsAt.toISOString(),
    seat: (await describeSeats([ticket])).get(ticket) ?? ticket.seat.label,
    card: payment ? { brand: nameBrand(payment.brand), last4: payment.last4 } : null,
    url: `${env.APP_URL}/${page}?key=${buyer.accessToken}`,
  }
}
