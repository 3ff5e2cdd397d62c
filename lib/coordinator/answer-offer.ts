import { findCartId } from '@/lib/reservations/carts/queries'
import { holdIdOf } from '@/lib/reservations/holds/rules'
import { acceptOffer, letGoOfOffer } from '@/lib/reservations/offers/store'
import { sweepHolds } from '@/lib/reservations/releases/store'
import type { CartOwner } from '@/lib/reservations/types'
import { seatsCameBack } from './call-next-in-line'

/**
 * The owner keeps the seats offered at a performance, which then are held like any others, or lets them go. False, and
 * nothing has changed, where they are kept too late or the offer is no longer this one; letting go is never too late.
 */
export async function answerOffer(request: {
  owner: CartOwner
  performanceId: string
  offerId: string
  keep: boolean
}): Promise<boolean> {
  const { performanceId, offerId, keep } = request
  const cartId = await findCartId(request.owner)
  if (!cartId) return !keep
  if (!keep) {
    const freed = await letGoOfOffer(cartId, performanceId, offerId)
    if (freed.length > 0) seatsCameBack(performanceId)
    return true
  }
  if (await acceptOffer(cartId, performanceId, offerId)) return true
  // The hold may have ended a moment ago: swept, it begins anew.
  await sweepHolds({ holdId: holdIdOf(cartId, performanceId) })
  return acceptOffer(cartId, performanceId, offerId)
}
