import { findOverdueOrders } from '@/lib/reservations/orders/queries'
import { expireOrder } from './expire-order'

const BATCH = 20

/** Ends all orders whose time is over and that wait for the fan still. Returns how many it ended. */
export async function expireOrders(): Promise<number> {
  const overdue = await findOverdueOrders(BATCH)
  const ended = await Promise.all(overdue.map(expireOrder))
  return ended.filter(Boolean).length
}
