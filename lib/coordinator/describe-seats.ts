import type { DocumentSeat } from '@/lib/delivery/documents/types'
import { describeSeat } from '@/lib/delivery/words/rules'
import { findSaleFacts } from '@/lib/events/performances/queries'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import type { SectionKind } from '@/lib/seat-map/plan'

type SoldSeat = {
  performanceId: string
  seat: { index: number; section: string; row: string; number: string }
}

/** Each seat in the parts people read: a place in a standing area has neither row nor number for them. */
export async function readSeats<S extends SoldSeat>(sold: S[]): Promise<Map<S, DocumentSeat>> {
  const kinds = await findKinds([...new Set(sold.map((one) => one.performanceId))])
  return new Map(
    sold.map((one) => {
      const { section, row, number, index } = one.seat
      const isStanding = kinds.get(one.performanceId)?.(index) === 'standing'
      return [one, { section, row: isStanding || !row ? null : row, number: isStanding ? null : number }]
    }),
  )
}

/** Each seat in words: `Stalls, row F, seat 17`. */
export async function describeSeats<S extends SoldSeat>(sold: S[]): Promise<Map<S, string>> {
  const seats = await readSeats(sold)
  return new Map([...seats].map(([one, seat]) => [one, describeSeat(seat)]))
}

async function findKinds(performanceIds: string[]) {
  const kinds = new Map<string, (index: number) => SectionKind | undefined>()
  for (const performanceId of performanceIds) {
    const facts = await findSaleFacts(performanceId)
    const map = facts && (await findSeatMap(facts.seatMapId))
    if (map) kinds.set(performanceId, (index) => map.sections[map.sectionOf[index] ?? -1]?.kind)
  }
  return kinds
}
