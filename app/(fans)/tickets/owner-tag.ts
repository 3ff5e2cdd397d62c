import { createHash } from 'node:crypto'
import type { OrderAccess } from '@/lib/reservations/orders/types'

/**
 * Whose tickets a phone keeps, without saying who: when somebody else is signed in, or nobody any more, they go.
 * Guests are all one: a guest who held seats yesterday is the one with the mail's link today.
 */
export function ownerTag({ userId }: OrderAccess): string {
  return userId ? createHash('sha256').update(`kept-tickets ${userId}`).digest('hex').slice(0, 16) : 'guest'
}
