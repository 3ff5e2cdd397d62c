import { currentCaller } from '@/lib/accounts/session'
import type { OrderAccess } from '@/lib/reservations/orders/types'

export type OrderQuery = Record<string, string | string[] | undefined>

/** What this request shows to see an order: who is asking, and the key of a mail's link (`?key=`). */
export async function readAccess(key: string | string[] | null | undefined): Promise<OrderAccess> {
  const caller = await currentCaller()
  return {
    ...(caller.kind === 'user' ? { userId: caller.userId } : {}),
    ...('guestId' in caller && caller.guestId ? { guestId: caller.guestId } : {}),
    ...(typeof key === 'string' && key ? { key } : {}),
  }
}

type OrderNews = {
  part?: `/${string}` | ''
  trouble?: 'taken' | 'ended' | 'unavailable'
  mailed?: 'again' | 'enough'
}

/** The address of an order's page, or of a part of it, with the key it was opened with and what has just happened. */
export function orderPath(
  orderId: string,
  { key }: OrderAccess,
  { part = '', trouble, mailed }: OrderNews = {},
): string {
  const query = new URLSearchParams({
    ...(key ? { key } : {}),
    ...(trouble ? { trouble } : {}),
    ...(mailed ? { mailed } : {}),
  })
  return `/orders/${orderId}${part}${query.size > 0 ? `?${query}` : ''}`
}
