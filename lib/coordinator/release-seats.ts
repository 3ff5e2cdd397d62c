import { findSaleFacts } from '@/lib/events/performances/queries'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { findCartId } from '@/lib/reservations/carts/queries'
import { releaseSeats as release } from '@/lib/reservations/releases/store'
import type { CartOwner, CartView } from '@/lib/reservations/types'
import { seatsCameBack } from './call-next-in-line'
import { viewCart } from './view-cart'

/**
 * Lets go of one seat (`label`) of the owner's cart at a performance, or of all. Letting go of a seat that is not
 * held is no error: the answer is the cart either way.
 */
export async function releaseSeats({
  owner,
  performanceId,
  label,
}: {
  owner: CartOwner
  performanceId: string
  label?: string
}): Promise<Result<CartView, 'not_found' | 'unknown_seat'>> {
  const facts = await findSaleFacts(performanceId)
  if (!facts) return refuse('not_found')
  const index = label === undefined ? null : (await findSeatMap(facts.seatMapId))?.indexOf(label)
  if (index === undefined || (index !== null && index < 0))
    return refuse('unknown_seat', { seats: [label ?? ''] })
  const cartId = await findCartId(owner)
  const freed = cartId ? await release(cartId, performanceId, index === null ? null : [index]) : []
  if (freed.length > 0) seatsCameBack(performanceId)
  return ok(await viewCart(owner))
}
