import type { SeatsNotice } from './seats-state'
import type { SeatRefusal } from './types'

/** What the page says of a refusal. `indexOf` finds a label's seat, or -1. */
export function toNotice(refusal: SeatRefusal, indexOf: (label: string) => number): SeatsNotice {
  const find = (labels: string[]) => labels.map(indexOf).filter((index) => index >= 0)
  switch (refusal.code) {
    case 'seats_taken':
      return { kind: 'taken', seats: find(refusal.seats), alternatives: find(refusal.alternatives) }
    case 'seat_limit':
      return { kind: 'limit' }
    case 'sold_out':
      return { kind: 'not_together' }
    case 'not_on_sale':
      return { kind: 'not_on_sale' }
    case 'refused':
      return { kind: 'failed' }
  }
}
