import type { SectionKind } from '@/lib/seat-map/plan'
import { findSections } from './find-sections'

/** What kind of place a seat is, by its index; undefined for one that its map does not have. */
export type KindOf = (seatIndex: number) => SectionKind | undefined

/**
 * What kind of place each seat of these performances is: a place in a standing area is named otherwise. A performance
 * that nobody may see is not in the answer.
 */
export async function findKinds(performanceIds: Iterable<string>): Promise<Map<string, KindOf>> {
  const sections = await findSections(performanceIds)
  return new Map([...sections].map(([id, sectionAt]) => [id, (index) => sectionAt(index)?.kind]))
}
