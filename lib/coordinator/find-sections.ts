import { findSaleFacts } from '@/lib/events/performances/queries'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import type { MapSection } from '@/lib/seat-map/decode-plan'

/** The section a seat is in, by its index; undefined for a seat that its map does not have. */
export type SectionAt = (seatIndex: number) => MapSection | undefined

/** The sections of these performances' maps. A performance that nobody may see is not in the answer. */
export async function findSections(performanceIds: Iterable<string>): Promise<Map<string, SectionAt>> {
  const sections = new Map<string, SectionAt>()
  for (const performanceId of new Set(performanceIds)) {
    const facts = await findSaleFacts(performanceId)
    const map = facts && (await findSeatMap(facts.seatMapId))
    if (map) sections.set(performanceId, (index) => map.sections[map.sectionOf[index] ?? -1])
  }
  return sections
}
