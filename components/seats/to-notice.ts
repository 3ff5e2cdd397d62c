import type { SeatsNotice } from './seats-state'
import type { SeatRefusal } from './types'

/**
 * What the page says of a refusal; null where the cart that came with it says it all. `indexOf` finds a label's seat, or
 * -1; `isOffered`: others are held in place of the lost ones.
 */
export function toNotice(
  refusal: SeatRefusal,
  indexOf: (label: string) => number,
  isOffered: boolean,
): SeatsNotice | null {
  const find = (labels: string[]) => labels.map(indexOf).filter((index) => index >= 0)
  switch (refusal.code) {
    case 'seats_taken':
      if (isOffered) return { kind: 'lost', seats: find(refusal.seats) }
      return { kind: 'taken', seats: find(refusal.seats), alternatives: find(refusal.alternatives) }
    case 'seat_limit':
      return { kind: 'limit' }
    case 'sold_out':
      return { kind: 'not_together' }
    case 'not_on_sale':
      return { kind: 'not_on_sale' }
    case 'offer_ended':
      return { kind: 'offer_ended' }
    case 'already_extended':
    case 'hold_ended':
      return null
    case 'refused':
      return { kind: 'failed' }
  }
}
