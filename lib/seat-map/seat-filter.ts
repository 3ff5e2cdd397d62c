import type { SeatMap } from './decode-plan'
import { SEAT_FLAG } from './plan'

/** Which seats stand out. */
export type SeatFilter = {
  /** Categories by index; null for all. */
  categories: ReadonlySet<number> | null
  /** Only wheelchair places and their companions' seats. */
  accessibleOnly: boolean
  /** None with a restricted view. */
  fullViewOnly: boolean
}

/** Seats of one category and one set of flags. */
export type SeatGroup = { category: number; flags: number }

const MAX_GROUPS = 256
const ACCESSIBLE = SEAT_FLAG.wheelchair | SEAT_FLAG.companion

/** True where the filter lets such seats through. */
export function passes(filter: SeatFilter | null, { category, flags }: SeatGroup): boolean {
  if (!filter) return true
  if (filter.categories && !filter.categories.has(category)) return false
  if (filter.accessibleOnly && (flags & ACCESSIBLE) === 0) return false
  return !filter.fullViewOnly || (flags & SEAT_FLAG.restrictedView) === 0
}

/** The same for a seat of a map. */
export function passesSeat(map: SeatMap, filter: SeatFilter | null, index: number): boolean {
  return passes(filter, { category: map.category[index] as number, flags: map.flags[index] as number })
}

/**
 * The map with its categories divided by flags, so that whatever filters by category filters by flags too; `groups`
 * has one entry a category of that map. Seats, sections and colours stay as they are. A map with more groups than a
 * column can name stays undivided: there the filter goes by category alone.
 */
export function divideByFlags(map: SeatMap): { map: SeatMap; groups: SeatGroup[] } {
  const groups: SeatGroup[] = []
  const groupOf = new Map<number, number>()
  const category = new Uint8Array(map.seatCount)
  for (let index = 0; index < map.seatCount; index++) {
    const own = { category: map.category[index] as number, flags: map.flags[index] as number }
    const key = own.category * 8 + own.flags
    const known = groupOf.get(key) ?? groups.push(own) - 1
    groupOf.set(key, known)
    category[index] = known
  }
  if (groups.length > MAX_GROUPS)
    return { map, groups: map.categories.map((_, at) => ({ category: at, flags: 0 })) }
  const categories = groups.map((group) => map.categories[group.category] as SeatMap['categories'][number])
  return { map: { ...map, category, categories }, groups }
}

/** The groups that the filter lets through, by index; null where it is all of them. */
export function wantedGroups(groups: readonly SeatGroup[], filter: SeatFilter | null): Set<number> | null {
  if (!filter) return null
  const wanted = groups.flatMap((group, at) => (passes(filter, group) ? [at] : []))
  return wanted.length === groups.length ? null : new Set(wanted)
}
