import { findOrder } from '@/lib/reservations/orders/queries'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import type { CartOwner } from '@/lib/reservations/types'
import { offerForCart } from './offer-for-cart'

/**
 * The fan confirmed an order whose seats were lost: what their cart no longer holds of it has the nearest like it held
 * for two minutes (`offerForCart`). False, and nothing is held, for any other order, or where there is nothing to offer.
 */
export async function offerForOrder({
  owner,
  access,
  orderId,
}: {
  owner: CartOwner
  access: OrderAccess
  orderId: string
}): Promise<boolean> {
  const order = await findOrder(orderId, access)
  const isLost = order?.cancelReason === 'seats_lost' || order?.cancelReason === 'expired'
  if (!order || !isLost) return false
  const wanted = order.lines.map(({ performanceId, seat, ticketType }) => ({
    ...{ performanceId, label: seat.label, ticketType: ticketType.id },
  }))
  return offerForCart(owner, wanted)
}
