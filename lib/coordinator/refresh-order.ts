import { setTimeout as sleep } from 'node:timers/promises'
import { isOpen } from '@/lib/reservations/orders/rules'
import type { OrderAccess, OrderView } from '@/lib/reservations/orders/types'
import { capturePayment } from './capture-payment'
import { expireOrder } from './expire-order'
import { syncPayment } from './sync-payment'
import { viewOrder } from './view-order'

/** Nobody waits longer for a page because Stripe is slow. */
const PATIENCE_MS = 4_000

/**
 * An order as it is now, asked at Stripe where that can have changed, for whoever may see it; null for anyone else.
 * `isCertain` is false where Stripe has not answered in time: then it is as it was last known.
 */
export async function refreshOrder(
  access: OrderAccess,
  orderId: string,
): Promise<{ order: OrderView; isCertain: boolean } | null> {
  const known = await viewOrder(access, orderId)
  if (!known) return null
  const giveUp = new AbortController()
  const late = sleep(PATIENCE_MS, false, { signal: giveUp.signal }).catch(() => false)
  const isCertain = await Promise.race([catchUp(known), late])
  giveUp.abort()
  const order = await viewOrder(access, orderId)
  return order && { order, isCertain }
}

async function catchUp({ id, status, total, expiresAt }: OrderView): Promise<boolean> {
  if (isOpen(status) && expiresAt <= new Date()) await expireOrder(id)
  else if (status === 'confirmed') return (await capturePayment(id)).ok
  else if (status === 'pending' && total.amount > 0) return (await syncPayment(id)).ok
  return true
}
