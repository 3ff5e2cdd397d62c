import type { SeatMap } from '@/lib/seat-map/decode-plan'

/** Where a seat of a map is, in the words of its plan. */
export function placeOf(map: SeatMap, index: number) {
  const section = map.sections[map.sectionOf[index] ?? -1]?.name ?? ''
  const row = map.rows[map.rowOf[index] ?? -1]?.name ?? ''
  return { index, section, row, number: map.numberOf(index) }
}
