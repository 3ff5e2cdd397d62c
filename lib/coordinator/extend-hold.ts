import { findCartId } from '@/lib/reservations/carts/queries'
import { type ExtendOutcome, extendOnRequest } from '@/lib/reservations/extensions/store'
import type { CartOwner } from '@/lib/reservations/types'

/** Gives the owner's seats at a performance ten more minutes from now, once (WCAG 2.2.1); see `extendOnRequest`. */
export async function extendHold(request: {
  owner: CartOwner
  performanceId: string
}): Promise<ExtendOutcome> {
  const cartId = await findCartId(request.owner)
  return cartId ? extendOnRequest(cartId, request.performanceId) : 'hold_ended'
}
