import { documentCopy } from '../translate'
import type { DocumentSeat } from './types'

/** A seat in words: `Stalls, row F, seat 17`, `Table 14, seat 3`, `Floor, unnumbered`. */
export function describeSeat(seat: DocumentSeat): string {
  const t = documentCopy()
  if (seat.number === null) return t('seatWords.unnumbered', { section: seat.section })
  if (seat.row === null) return t('seatWords.noRow', { section: seat.section, number: seat.number })
  return t('seatWords.full', { section: seat.section, row: seat.row, number: seat.number })
}
