import { findSaleFacts } from '@/lib/events/performances/queries'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import type { SectionKind } from '@/lib/seat-map/plan'

/** What kind of place a seat is, by its index; undefined for one that its map does not have. */
export type KindOf = (seatIndex: number) => SectionKind | undefined

/**
 * What kind of place each seat of these performances is: a place in a standing area is named otherwise. A performance
 * that nobody may see is not in the answer.
 */
export async function findKinds(performanceIds: Iterable<string>): Promise<Map<string, KindOf>> {
  const kinds = new Map<string, KindOf>()
  for (const performanceId of new Set(performanceIds)) {
    const facts = await findSaleFacts(performanceId)
    const map = facts && (await findSeatMap(facts.seatMapId))
    if (map) kinds.set(performanceId, (index) => map.sections[map.sectionOf[index] ?? -1]?.kind)
  }
  return kinds
}
