import { findStalePayments } from '@/lib/commerce/payments/queries'
import { markAsked } from '@/lib/commerce/payments/store'
import { findOrderStatus } from '@/lib/reservations/orders/queries'
import { capturePayment } from './capture-payment'
import { releasePayment } from './release-payment'
import { syncPayment } from './sync-payment'

const BATCH = 20

/**
 * Finishes what a crash or a lost message left between two steps, by asking Stripe what is true: takes the money of
 * confirmed orders, lets that of cancelled ones go, and hears of cards that were accepted. Any number may do it at
 * once. Returns how many payments it looked at.
 */
export async function reconcilePayments(now = new Date()): Promise<number> {
  const stale = await findStalePayments(BATCH, now)
  await Promise.all(stale.map(reconcilePayment))
  return stale.length
}

async function reconcilePayment(orderId: string): Promise<void> {
  await markAsked(orderId)
  const status = await findOrderStatus(orderId)
  if (status === 'confirmed') await capturePayment(orderId)
  else if (status === 'cancelled') await releasePayment(orderId)
  else await syncPayment(orderId)
}
