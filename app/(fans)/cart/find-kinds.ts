import { seatKey } from '@/components/cart/seat-key'
import { findSaleFacts } from '@/lib/events/performances/queries'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import type { CartView } from '@/lib/reservations/types'
import type { SectionKind } from '@/lib/seat-map/plan'

/** What kind of place each seat of a cart is, by `seatKey`: a place in a standing area is named otherwise. */
export async function findKinds(cart: CartView): Promise<Record<string, SectionKind>> {
  const kinds: Record<string, SectionKind> = {}
  for (const { performanceId, seats } of cart.holds) {
    const facts = await findSaleFacts(performanceId)
    const map = facts && (await findSeatMap(facts.seatMapId))
    for (const { index } of seats) {
      const kind = map?.sections[map.sectionOf[index] ?? -1]?.kind
      if (kind) kinds[seatKey(performanceId, index)] = kind
    }
  }
  return kinds
}
