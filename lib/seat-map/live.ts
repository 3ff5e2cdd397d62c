import { decodeStates } from './states'

/**
 * The live state of one performance's seats, kept right by numbered diffs: pure, one value after another. A diff says
 * "seats as they were at `to`, for every seat that changed after `from`", so repeating one is harmless, one that
 * reaches back behind what is known still applies, and one that starts later than what is known leaves a gap: it is
 * kept, a snapshot is asked for, and what is newer than the snapshot is replayed on it.
 */
export type SeatDiff = { from: number; to: number; seats: [index: number, state: number][] }

export type Snapshot = { version: number; states: string }

export type LiveSeats = {
  /** One byte a seat, SEAT_STATE; replaced, never written to. Null before the first snapshot. */
  states: Uint8Array | null
  seatCount: number
  /** The last number that `states` contains; -1 before the first snapshot. */
  version: number
  /** Diffs that came too early, waiting for what is before them. */
  pending: readonly SeatDiff[]
  /** True while only a snapshot can bring the seats up to date. */
  needsSnapshot: boolean
}

/** What a step did: the seats whose state is now another one, or all of them. */
export type LiveStep = { live: LiveSeats; changed: number[] | 'all' }

/** More early diffs than this are not worth keeping: the snapshot will hold them. */
const MAX_PENDING = 200

/** Nothing known yet of `seatCount` seats. */
export function emptyLive(seatCount: number): LiveSeats {
  return { states: null, seatCount, version: -1, pending: [], needsSnapshot: true }
}

/** A diff as it came off the network, or null if it is not one for a map of `seatCount` seats. */
function readDiff(value: unknown, seatCount: number): SeatDiff | null {
  if (typeof value !== 'object' || value === null) return null
  const { from, to, seats } = value as Record<string, unknown>
  if (!isVersion(from) || !isVersion(to) || to <= from || !Array.isArray(seats)) return null
  const sound = seats.every(
    (pair: unknown) =>
      Array.isArray(pair) && isVersion(pair[0]) && pair[0] < seatCount && isVersion(pair[1]) && pair[1] <= 3,
  )
  return sound ? { from, to, seats: seats as SeatDiff['seats'] } : null
}

/**
 * Takes a diff in any order, late or repeated. An unreadable one changes nothing and asks for a snapshot, because what
 * it should have said is missing.
 */
export function applyDiff(live: LiveSeats, value: unknown): LiveStep {
  const diff = readDiff(value, live.seatCount)
  if (!diff) return { live: { ...live, needsSnapshot: true }, changed: [] }
  if (diff.to <= live.version) return { live, changed: [] }
  const pending = [...live.pending, diff].slice(-MAX_PENDING)
  return replay({ ...live, pending })
}

/**
 * Takes a snapshot. One older than what is known is left aside (a shared cache may be a second behind), unless
 * `force` says to believe it anyway. One that cannot be read leaves `needsSnapshot` set.
 */
export function applySnapshot(live: LiveSeats, snapshot: Snapshot, { force = false } = {}): LiveStep {
  const isOld = snapshot.version < live.version && !force
  const states = isOld || !isVersion(snapshot.version) ? null : decodeStates(snapshot.states, live.seatCount)
  if (!states) return { live, changed: [] }
  const pending = force ? [] : live.pending
  const next = replay({ ...live, states, version: snapshot.version, pending, needsSnapshot: false })
  return { live: next.live, changed: 'all' }
}

/** Gives up on early diffs whose gap no snapshot has closed (a number from nowhere): the known state stands. */
export function dropPending(live: LiveSeats): LiveSeats {
  return { ...live, pending: [], needsSnapshot: live.states === null }
}

function replay(live: LiveSeats): LiveStep {
  if (!live.states) return { live: { ...live, needsSnapshot: true }, changed: [] }
  let { version } = live
  let states: Uint8Array | null = null
  const changed = new Set<number>()
  // The smallest start first: if that one does not fit, none of the others does.
  const pending = [...live.pending].sort((a, b) => a.from - b.from || a.to - b.to)
  while (pending[0] && pending[0].from <= version) {
    const diff = pending.shift() as SeatDiff
    if (diff.to <= version) continue
    states ??= live.states.slice()
    for (const [index, state] of diff.seats) {
      if (states[index] !== state) changed.add(index)
      states[index] = state
    }
    version = diff.to
  }
  const isGap = pending.length > 0
  const needsSnapshot = isGap || (live.needsSnapshot && version === live.version)
  return {
    live: { ...live, states: states ?? live.states, version, pending, needsSnapshot },
    changed: [...changed],
  }
}

function isVersion(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
