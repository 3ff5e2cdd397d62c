import { decodeStates } from './states'

/**
 * What a map is told over the network, and what of it is refused. A diff says "seats as they were at `to`, for every
 * seat (of `section`, where it names one) that changed after `from`".
 */
export type SeatDiff = {
  from: number
  to: number
  /** Of this section alone; left out: of the whole map. */
  section?: number
  /** Null where too much has changed to be said: take the snapshot. */
  seats: [index: number, state: number][] | null
}

/** All seats at `version`, as `GET /performances/{id}/availability` answers; `states` is base64 of two bits a seat. */
export type Snapshot = { version: number; states: string; performanceId?: string; seatCount?: number }

/** Why something off the network was not believed. */
export type SeatRefusal =
  | 'not_a_diff'
  | 'unknown_section'
  | 'unknown_seat'
  | 'unknown_state'
  | 'diff_from_the_future'
  | 'not_a_snapshot'
  | 'foreign_snapshot'
  | 'truncated_snapshot'

/** What is listened to: so many seats, divided so. */
export type SeatScope = {
  seatCount: number
  /** The first seat of each section, by section, and at the end the seat count. */
  bounds: Uint32Array
  /** Whose seats; snapshots of others are refused. Left out: not checked. */
  performanceId?: string
}

/** The scope of a map whose sections are ranges of seats, one after another. */
export function scopeOf(
  map: { seatCount: number; sections: readonly { firstSeat: number }[] },
  performanceId?: string,
): SeatScope {
  const firsts = map.sections.map(({ firstSeat }) => firstSeat)
  const bounds = Uint32Array.from([...(firsts.length > 0 ? firsts : [0]), map.seatCount])
  return { seatCount: map.seatCount, bounds, performanceId }
}

/** A diff as it came off the network, or why it is none for this scope. */
export function readDiff(value: unknown, { seatCount, bounds }: SeatScope): SeatDiff | SeatRefusal {
  if (typeof value !== 'object' || value === null) return 'not_a_diff'
  const { from, to, section, seats } = value as Record<string, unknown>
  if (!isVersion(from) || !isVersion(to) || to <= from) return 'not_a_diff'
  if (section !== undefined && !isVersion(section)) return 'not_a_diff'
  if (section !== undefined && section >= bounds.length - 1) return 'unknown_section'
  const whole = section === undefined ? {} : { section }
  if (seats === null) return { from, to, ...whole, seats }
  if (!Array.isArray(seats)) return 'not_a_diff'
  const first = section === undefined ? 0 : (bounds[section] as number)
  const end = section === undefined ? seatCount : (bounds[section + 1] as number)
  for (const pair of seats as unknown[]) {
    if (!Array.isArray(pair) || pair.length !== 2 || !isVersion(pair[0])) return 'not_a_diff'
    if (pair[0] < first || pair[0] >= end) return 'unknown_seat'
    if (!isVersion(pair[1]) || pair[1] > 3) return 'unknown_state'
  }
  return { from, to, ...whole, seats: seats as [number, number][] }
}

/** A snapshot as it came off the network, decoded; or why it is none for this scope. */
export function readSnapshot(
  value: unknown,
  scope: SeatScope,
): { version: number; states: Uint8Array } | SeatRefusal {
  if (typeof value !== 'object' || value === null) return 'not_a_snapshot'
  const { version, states: text, performanceId, seatCount } = value as Record<string, unknown>
  if (!isVersion(version) || typeof text !== 'string') return 'not_a_snapshot'
  const isForeign = (theirs: unknown, ours: unknown) =>
    theirs !== undefined && ours !== undefined && theirs !== ours
  if (isForeign(performanceId, scope.performanceId) || isForeign(seatCount, scope.seatCount))
    return 'foreign_snapshot'
  const states = decodeStates(text, scope.seatCount)
  return states ? { version, states } : 'truncated_snapshot'
}

function isVersion(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
