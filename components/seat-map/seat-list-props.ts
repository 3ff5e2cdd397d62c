import type { MapSection, SeatMap } from '@/lib/seat-map/decode-plan'
import type { SeatFilter } from '@/lib/seat-map/seat-filter'
import type { SeatFeed } from './seat-feed'

export type SeatListProps = {
  map: SeatMap
  feed: SeatFeed
  mine: ReadonlySet<number>
  pending?: ReadonlySet<number>
  /** Which seats stand out; null or absent for all. */
  filter?: SeatFilter | null
  /** `isRun`: with Shift, all from the one before to this one. */
  onToggle(index: number, isRun: boolean): void
  onUnavailable?(index: number): void
  disabled?: boolean
  priceLabel?(index: number): string | undefined
}

/** What one section of the list needs: the same, with the states as they are now. */
export type SectionSeatsProps = Omit<SeatListProps, 'feed'> & {
  section: MapSection
  states: Uint8Array | null
}
