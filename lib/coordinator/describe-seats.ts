import type { DocumentSeat } from '@/lib/delivery/documents/types'
import { describeSeat, zoneBeside } from '@/lib/delivery/words/rules'
import { findSections } from './find-sections'

type SoldSeat = {
  performanceId: string
  seat: { index: number; section: string; row: string; number: string }
}

/** Each seat in the parts people read: a place in a standing area has neither row nor number for them. */
export async function readSeats<S extends SoldSeat>(sold: S[]): Promise<Map<S, DocumentSeat>> {
  const sections = await findSections(sold.map((one) => one.performanceId))
  return new Map(
    sold.map((one) => {
      const { section, row, number, index } = one.seat
      const place = sections.get(one.performanceId)?.(index)
      const isStanding = place?.kind === 'standing'
      const zone = zoneBeside(section, place?.zone)
      return [
        one,
        { zone, section, row: isStanding || !row ? null : row, number: isStanding ? null : number },
      ]
    }),
  )
}

/** Each seat in words: `Stalls, row F, seat 17`, `West stand, section 5, row 2, seat 4`. */
export async function describeSeats<S extends SoldSeat>(sold: S[]): Promise<Map<S, string>> {
  const seats = await readSeats(sold)
  return new Map([...seats].map(([one, seat]) => [one, describeSeat(seat)]))
}
