import { prisma } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import type { PaymentView, StripeNotice } from './types'

type PaymentRow = NonNullable<Awaited<ReturnType<typeof prisma.payment.findUnique>>>

/** What we know of an order's money; null for an order that costs nothing, or none at all. */
export async function findPayment(orderId: string): Promise<PaymentView | null> {
  const row = await prisma.payment.findUnique({ where: { orderId } })
  return row && toView(row)
}

/** The same for several orders at once, by order id. */
export async function findPayments(orderIds: string[]): Promise<Map<string, PaymentView>> {
  const rows = await prisma.payment.findMany({ where: { orderId: { in: orderIds } } })
  return new Map(rows.map((row) => [row.orderId, toView(row)]))
}

/** The order a webhook event is about, if it is one of ours. */
export async function findNoticedOrderId(notice: StripeNotice): Promise<string | null> {
  const { orderId, checkoutSessionId, paymentIntentId } = notice
  const known = [
    ...(orderId && isId(orderId) ? [{ orderId }] : []),
    ...(checkoutSessionId ? [{ checkoutSessionId }] : []),
    ...(paymentIntentId ? [{ paymentIntentId }] : []),
  ]
  if (known.length === 0) return null
  const row = await prisma.payment.findFirst({ where: { OR: known }, select: { orderId: true } })
  return row?.orderId ?? null
}

/**
 * Orders whose money nobody has asked about for a while, those that owe or are owed something first: confirmed and not
 * captured, cancelled and not released (20 s), then those being paid (45 s). At most `limit`.
 */
export async function findStalePayments(limit: number, now = new Date()): Promise<string[]> {
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)
  const rows = await prisma.payment.findMany({
    where: {
      status: { in: ['open', 'authorized'] },
      OR: [
        { order: { status: { in: ['confirmed', 'cancelled'] } }, updatedAt: { lt: before(20) } },
        {
          order: { status: { in: ['pending', 'authorized'] } },
          AND: { OR: [{ checkoutSessionId: { not: null } }, { paymentMethodId: { not: null } }] },
          updatedAt: { lt: before(45) },
        },
      ],
    },
    // `confirmed` and `cancelled` come after `authorized` and `pending` in the enum.
    orderBy: [{ order: { status: 'desc' } }, { updatedAt: 'asc' }],
    select: { orderId: true },
    take: limit,
  })
  return rows.map((row) => row.orderId)
}

function toView(row: PaymentRow): PaymentView {
  const { orderId, status, checkoutSessionId, checkoutUrl, paymentIntentId, brand, last4, lastDecline } = row
  const { customerId, paymentMethodId } = row
  return {
    ...{ orderId, status, checkoutSessionId, checkoutUrl, paymentIntentId, brand, last4, lastDecline },
    ...{ customerId, paymentMethodId },
    total: { amount: row.amount, currency: row.currency },
  }
}
