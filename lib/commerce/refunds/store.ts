import { prisma } from '@/lib/platform/db'
import type { Tx } from '@/lib/platform/transaction'
import type { RefundTruth } from './types'

/**
 * Decides that money of an order goes back, minor units of its currency; the job that asks Stripe is the caller's to
 * enqueue. The caller holds the order's lock. Throws where nothing was captured, or less than would then have gone
 * back: that is no refund anybody may decide.
 */
export async function drawRefund(
  tx: Tx,
  { orderId, amount, reason }: { orderId: string; amount: number; reason: string | null },
): Promise<string> {
  const payment = await tx.payment.findUniqueOrThrow({ where: { orderId } })
  const before = await tx.refund.aggregate({ where: { paymentId: payment.id }, _sum: { amount: true } })
  if ((before._sum.amount ?? 0) + amount > payment.capturedAmount) {
    throw new Error(`order ${orderId}: a refund of ${amount} is more than is left of its payment`)
  }
  const { id } = await tx.refund.create({ data: { paymentId: payment.id, amount, reason } })
  return id
}

/** Writes what Stripe made of it. True for whoever is the first to know. */
export async function recordRefund(tx: Tx, refundId: string, truth: RefundTruth): Promise<boolean> {
  const { count } = await tx.refund.updateMany({
    where: { id: refundId, status: { not: truth.status } },
    data: { status: truth.status, stripeRefundId: truth.id, failure: truth.failure },
  })
  return count > 0
}

/** Stripe refuses it for good, and why: a person has to look. */
export async function markRefundRefused(refundId: string, failure: string): Promise<void> {
  await prisma.refund.updateMany({
    where: { id: refundId, status: 'due' },
    data: { status: 'failed', failure },
  })
}
