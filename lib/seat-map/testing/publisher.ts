import fc from 'fast-check'
import { expect } from 'vitest'
import { applySnapshot, emptyLive, type LiveSeats } from '../live'
import { type SeatDiff, type Snapshot, scopeOf } from '../live-messages'
import { encodeStates } from '../states'

export const SEATS = 23
export const sections = [0, 4, 11, 12].map((firstSeat) => ({ firstSeat }))
export const scope = scopeOf({ seatCount: SEATS, sections }, 'p1')
const sectionOf = (index: number) => sections.findLastIndex(({ firstSeat }) => firstSeat <= index)

export type Changes = [index: number, state: number][]
export type Published = {
  /** One a batch, of the whole map. */
  diffs: SeatDiff[]
  /** The same by section, each after the last that touched it. */
  bySection: SeatDiff[]
  snapshots: Snapshot[]
}

/** A publisher: every batch changes some seats, and is numbered; the snapshot of every moment is kept. */
export function publish(batches: Changes[]): Published {
  const states = new Uint8Array(SEATS)
  const last = sections.map(() => 0)
  const bySection: SeatDiff[] = []
  const snapshots = [{ version: 0, states: encodeStates(states) }]
  const diffs = batches.map((changes, at): SeatDiff => {
    const to = at + 1
    for (const [index, state] of changes) states[index] = state
    snapshots.push({ version: to, states: encodeStates(states) })
    const touched = [...new Set(changes.map(([index]) => index))]
    const seats = touched.map((index): [number, number] => [index, states[index] as number])
    for (const section of new Set(touched.map(sectionOf))) {
      const own = seats.filter(([index]) => sectionOf(index) === section)
      bySection.push({ from: last[section] as number, to, section, seats: own })
      last[section] = to
    }
    return { from: at, to, seats }
  })
  return { diffs, bySection, snapshots }
}

/** What was told of the whole map between two batches. */
export function overview({ snapshots, diffs }: Published, from: number, to: number): SeatDiff {
  const states = shownIn(snapshots[to])
  const touched = diffs.slice(from, to).flatMap(({ seats }) => (seats ?? []).map(([index]) => index))
  const seats = [...new Set(touched)].map((index): [number, number] => [index, states[index] as number])
  return { from, to, seats }
}

const batch = fc.array(fc.tuple(fc.nat(SEATS - 1), fc.nat(3)), { minLength: 1, maxLength: 6 })
export const batches = fc.array(batch, { minLength: 1, maxLength: 25 })

export function shownIn(snapshot: Snapshot | undefined): Uint8Array {
  return applySnapshot(emptyLive(scope), snapshot).live.states as Uint8Array
}

export function truth({ snapshots }: Published): string {
  return snapshots.at(-1)?.states ?? ''
}

export function shown(live: LiveSeats): string {
  return live.states ? encodeStates(live.states) : ''
}

export function started(): LiveSeats {
  return applySnapshot(emptyLive(scope), { version: 0, states: encodeStates(new Uint8Array(SEATS)) }).live
}

/** What is shown of each section is exactly the moment that is known of it. */
export function expectHonest(live: LiveSeats, { snapshots }: Published): void {
  for (const [section, { firstSeat }] of sections.entries()) {
    const end = sections[section + 1]?.firstSeat ?? SEATS
    const then = shownIn(snapshots[live.known[section] as number])
    expect(live.states?.subarray(firstSeat, end)).toEqual(then.subarray(firstSeat, end))
  }
}

/** What is no diff of this map, and why. */
export const NOISE: [diff: unknown, reason: string][] = [
  [null, 'not_a_diff'],
  ['diff', 'not_a_diff'],
  [{ from: 0, to: 0, seats: [] }, 'not_a_diff'],
  [{ from: 3, to: 1, seats: [] }, 'not_a_diff'],
  [{ from: -1, to: 1, seats: [] }, 'not_a_diff'],
  [{ from: 0, to: 1, seats: [[SEATS, 0]] }, 'unknown_seat'],
  [{ from: 0, to: 1, section: 1, seats: [[3, 0]] }, 'unknown_seat'],
  [{ from: 0, to: 1, section: 4, seats: [] }, 'unknown_section'],
  [{ from: 0, to: 1, seats: [[0, 4]] }, 'unknown_state'],
  [{ from: 0, to: 1 }, 'not_a_diff'],
]
