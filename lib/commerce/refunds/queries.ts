import { prisma } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import type { RefundFacts } from './types'

/** A refund and the payment it is of; null for an id that is none. */
export async function findRefund(id: string): Promise<RefundFacts | null> {
  if (!isId(id)) return null
  const row = await prisma.refund.findUnique({ where: { id }, include: { payment: true } })
  if (!row) return null
  const { status, reason, payment } = row
  return {
    ...{ id, status, reason, orderId: payment.orderId, paymentIntentId: payment.paymentIntentId },
    amount: { amount: row.amount, currency: payment.currency },
  }
}

/** Refunds decided a while ago that Stripe does not have yet: their job was lost or gave up. The oldest first. */
export async function findOverdueRefunds(limit: number, now = new Date()): Promise<string[]> {
  const before = new Date(now.getTime() - 10 * 60_000)
  const rows = await prisma.refund.findMany({
    where: { status: 'due', createdAt: { lt: before } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
    take: limit,
  })
  return rows.map(({ id }) => id)
}
