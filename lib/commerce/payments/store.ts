import { prisma } from '@/lib/platform/db'
import type { Money } from '@/lib/platform/money'
import type { Tx } from '@/lib/platform/transaction'
import type { PaymentMeans } from '../cards/types'
import type { IntentTruth, PaymentReading } from './types'

/** Adds the payment of a new order that costs something. */
export async function openPayment(
  tx: Tx,
  orderId: string,
  total: Money,
  { customerId, paymentMethodId }: PaymentMeans,
): Promise<void> {
  const { amount, currency } = total
  await tx.payment.create({ data: { orderId, amount, currency, customerId, paymentMethodId } })
}

/**
 * Keeps the payment that a kept card was asked for, and the bank's own page where there is one. False, and nothing kept,
 * where the order is no longer waiting to be paid: then the payment must be let go.
 */
export async function rememberCardPayment(
  orderId: string,
  { id, nextUrl }: Pick<IntentTruth, 'id' | 'nextUrl'>,
): Promise<boolean> {
  const { count } = await prisma.payment.updateMany({
    where: {
      orderId,
      status: { in: ['open', 'authorized'] },
      order: { status: { in: ['pending', 'authorized'] } },
    },
    data: { paymentIntentId: id, checkoutUrl: nextUrl },
  })
  return count > 0
}

/**
 * Keeps the session in which an order is paid. False, and nothing kept, where the order is no longer waiting to be
 * paid: then the session must be closed.
 */
export async function rememberCheckout(
  orderId: string,
  { sessionId, url }: { sessionId: string; url: string | null },
): Promise<boolean> {
  const { count } = await prisma.payment.updateMany({
    where: { orderId, status: 'open', order: { status: 'pending' } },
    data: { checkoutSessionId: sessionId, checkoutUrl: url },
  })
  return count > 0
}

/** Writes what Stripe said. The caller holds the order's lock. */
export async function recordReading(tx: Tx, orderId: string, reading: PaymentReading): Promise<void> {
  const { status, capturedAmount, paymentIntentId, brand, last4, lastDecline } = reading
  await tx.payment.update({
    where: { orderId },
    data: {
      ...{ status, capturedAmount, lastDecline },
      ...(paymentIntentId ? { paymentIntentId } : {}),
      ...(last4 ? { brand, last4 } : {}),
    },
  })
}

/** Puts a payment at the end of the reconciler's queue: it was asked about just now. */
export async function markAsked(orderId: string): Promise<void> {
  await prisma.payment.updateMany({ where: { orderId }, data: { updatedAt: new Date() } })
}
