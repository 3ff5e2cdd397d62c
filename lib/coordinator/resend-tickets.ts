import { newId } from '@/lib/platform/ids'
import { enqueue } from '@/lib/platform/jobs'
import { countAgainst } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { inTransaction } from '@/lib/platform/transaction'
import { findOrder } from '@/lib/reservations/orders/queries'
import { isSold } from '@/lib/reservations/orders/rules'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { findTickets } from '@/lib/reservations/tickets/queries'
import { isAtHand } from '@/lib/reservations/tickets/rules'

/** Enough for a mail that went astray twice; not enough to fill somebody's inbox. */
const LIMITS = [
  { limit: 3, windowSeconds: 3_600 },
  { limit: 8, windowSeconds: 86_400 },
]

/**
 * Sends an order's tickets once more, to the address it was made with and no other, for whoever may see it. `void`: it
 * has no valid ticket (any more); `rate_limited`: it was sent often enough just now, nothing is sent.
 */
export async function resendTickets({
  access,
  orderId,
}: {
  access: OrderAccess
  orderId: string
}): Promise<Result<{ email: string }, 'not_found' | 'void' | 'rate_limited'>> {
  const order = await findOrder(orderId, access)
  if (!order) return refuse('not_found')
  const tickets = isSold(order.status) ? await findTickets(orderId) : []
  if (!tickets.some(isAtHand)) return refuse('void')
  const name = (windowSeconds: number) => `resend-tickets-${windowSeconds}`
  const counted = await countAgainst(
    LIMITS.map((rule) => ({ ...rule, name: name(rule.windowSeconds), parts: [orderId] })),
  )
  if (!counted.ok) return counted
  const job = { orderId, kind: 'confirmation', again: newId() } as const
  await inTransaction((tx) => enqueue(tx, 'send-order-mail', job))
  return ok({ email: order.email })
}
