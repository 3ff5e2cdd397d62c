import { findPayment } from '@/lib/commerce/payments/queries'
import { rememberCheckout } from '@/lib/commerce/payments/store'
import type { CheckoutLine } from '@/lib/commerce/payments/types'
import { createCheckout, expireCheckout, isTooSmall } from '@/lib/commerce/stripe'
import { postCopy } from '@/lib/delivery/words/next-intl'
import { formatDay, formatTime } from '@/lib/delivery/words/rules'
import { readLocale } from '@/lib/i18n/locales'
import { writeIn } from '@/lib/i18n/reader-locale'
import { addressLines } from '@/lib/platform/address'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { findOrderById } from '@/lib/reservations/orders/queries'
import type { OrderFacts, OrderLineView } from '@/lib/reservations/orders/types'
import { authorizeKeptCard } from './authorize-card'
import { describeSeats } from './describe-seats'
import { ensureCustomer } from './ensure-customer'

/**
 * How long Stripe keeps the page at most; we close it ourselves when the hold ends. Counted from the order, so that a
 * repeat is the same request, and long enough that it is never under the 30 minutes which Stripe demands.
 */
const PAGE_MINUTES = 120

/**
 * The address of the page on which an order is paid, opened on first use; null for an order that does not wait to be
 * paid, or was just authorized (or declined) on a kept card. `unavailable`: Stripe cannot be reached; the order and its
 * seats are kept, and this may be tried again. `invalid`: it is less than Stripe takes.
 */
export async function openCheckout(
  orderId: string,
): Promise<Result<string | null, 'unavailable' | 'invalid'>> {
  const [order, payment] = await Promise.all([findOrderById(orderId), findPayment(orderId)])
  if (order?.status !== 'pending' || payment?.status !== 'open') return ok(null)
  if (payment.checkoutUrl) return ok(payment.checkoutUrl)
  if (payment.paymentMethodId) return authorizeKeptCard(order, payment)
  const page = `${env.APP_URL}/orders/${orderId}`
  const locale = readLocale(order.locale) ?? 'en'
  const customerId = await ensureCustomer(orderId)
  const opened = await createCheckout({
    customerId,
    ...{ orderId, reference: order.reference, email: order.email, currency: order.total.currency },
    locale,
    lines: await writeIn(locale, async () => [...(await describeLines(order)), ...describePostage(order)]),
    successUrl: `${page}/verify`,
    cancelUrl: page,
    expiresAt: new Date(order.createdAt.getTime() + PAGE_MINUTES * 60_000),
  })
  if (!opened.ok && isTooSmall(opened)) return opened
  if (!opened.ok) {
    log(opened.code === 'invalid' ? 'error' : 'warn', 'checkout.not_opened', {
      orderId,
      detail: opened.detail,
    })
    return refuse('unavailable', { retryAfterSeconds: opened.retryAfterSeconds, location: page })
  }
  if (await rememberCheckout(orderId, opened.value)) return ok(opened.value.url)
  await expireCheckout(opened.value.sessionId)
  return ok(null)
}

function describePostage({ postage, address, reference }: OrderFacts): CheckoutLine[] {
  if (postage.amount === 0) return []
  const description = address ? addressLines(address).join(', ').slice(0, 500) : reference
  return [{ name: postCopy()('fee'), description, unitAmount: postage.amount, quantity: 1 }]
}

/** One line at Stripe for each performance, ticket type and price. */
async function describeLines({ lines }: OrderFacts): Promise<CheckoutLine[]> {
  const seats = await describeSeats(lines)
  const groups = Map.groupBy(lines, (line) =>
    [line.performanceId, line.ticketType.id, line.price.amount].join('/'),
  )
  return [...groups.values()].map((group) => {
    const { event, venue, startsAt, ticketType, price } = group[0] as OrderLineView
    const iso = startsAt.toISOString()
    const words = [
      `${formatDay(iso, venue)}, ${formatTime(iso, venue)}`,
      ticketType.name,
      ...group.map((line) => seats.get(line) ?? ''),
    ]
    return {
      name: event.title.slice(0, 250),
      description: words.join(' · ').slice(0, 500),
      unitAmount: price.amount,
      quantity: group.length,
    }
  })
}
