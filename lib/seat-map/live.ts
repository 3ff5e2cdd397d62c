import { readDiff, readSnapshot, type SeatDiff, type SeatRefusal, type SeatScope } from './live-messages'

/**
 * The live state of one performance's seats, kept right by numbered diffs: pure, one value after another. What is known
 * is known section by section, because on large maps changes are told by section: repeating a diff is harmless, one
 * that reaches back behind what is known still applies, and one that starts later than what is known of its section
 * leaves a gap. It is kept, and applied once a wider diff or a snapshot has closed the gap.
 */
export type LiveSeats = {
  scope: SeatScope
  /** One byte a seat, SEAT_STATE; replaced, never written to. Null before the first snapshot. */
  states: Uint8Array | null
  /** By section, the last number that its states contain; -1 before the first snapshot. */
  known: Int32Array
  /** Diffs that came too early, waiting for what is before them. */
  pending: readonly SeatDiff[]
  /** Some change up to this number is nowhere in what is known and waiting: only a snapshot has it. */
  wanted: number
  /** Something could not be read: who knows what it said. */
  isDoubtful: boolean
}

/** What a step did: the seats whose state is now another one, or all of them, and why it was refused, if it was. */
export type LiveStep = { live: LiveSeats; changed: number[] | 'all'; refusals: SeatRefusal[] }

/** More early diffs than this are not worth keeping: the snapshot will hold them. */
const MAX_PENDING = 200

/** Nothing known yet. */
export function emptyLive(scope: SeatScope): LiveSeats {
  const known = new Int32Array(scope.bounds.length - 1).fill(-1)
  return { scope, states: null, known, pending: [], wanted: 0, isDoubtful: false }
}

/** True while only a snapshot (or, for a gap, a wider diff) can bring the seats up to date. */
export function needsSnapshot({ states, known, pending, wanted, isDoubtful }: LiveSeats): boolean {
  return states === null || isDoubtful || pending.length > 0 || known.some((version) => version < wanted)
}

/**
 * Takes diffs in any order, late or repeated. An unreadable one changes nothing and asks for a snapshot, because what
 * it should have said is missing.
 */
export function applyDiffs(live: LiveSeats, values: readonly unknown[]): LiveStep {
  const refusals: SeatRefusal[] = []
  const pending = [...live.pending]
  let { wanted, isDoubtful } = live
  for (const value of values) {
    const diff = readDiff(value, live.scope)
    if (typeof diff === 'string') {
      refusals.push(diff)
      isDoubtful = true
    } else if (diff.seats === null) wanted = Math.max(wanted, diff.to)
    else pending.push(diff)
  }
  return { ...replay({ ...live, pending, wanted, isDoubtful }), refusals }
}

/**
 * Takes a snapshot. Sections that are known at a later number stay as they are (a shared cache may be a second behind),
 * unless `force` says to believe it in all. One that cannot be read changes nothing.
 */
export function applySnapshot(live: LiveSeats, value: unknown, { force = false } = {}): LiveStep {
  const snapshot = readSnapshot(value, live.scope)
  if (typeof snapshot === 'string') return { live, changed: [], refusals: [snapshot] }
  const { states, version } = snapshot
  const { bounds } = live.scope
  const isNewer = (section: number) => (live.known[section] as number) > version
  if (live.states && !force) {
    for (let section = 0; section < live.known.length; section++) {
      if (!isNewer(section)) continue
      const first = bounds[section] as number
      states.set(live.states.subarray(first, bounds[section + 1]), first)
    }
  }
  const known = live.known.map((old) => (force ? version : Math.max(old, version)))
  const fresh = { ...live, states, known, isDoubtful: false }
  const next = replay(force ? { ...fresh, pending: [], wanted: 0 } : fresh).live
  if (!live.states) return { live: next, changed: 'all', refusals: [] }
  const changed = differing(live.states, next.states ?? states)
  // Most snapshots say what is known: nobody need draw that anew.
  return { live: changed.length > 0 ? next : { ...next, states: live.states }, changed, refusals: [] }
}

/** Gives up on what no snapshot has closed (a number from nowhere): the known state stands. */
export function dropPending(live: LiveSeats): LiveSeats {
  return { ...live, pending: [], wanted: 0, isDoubtful: false }
}

/** The last number that is known of everything. */
export function knownEverywhere({ known }: LiveSeats): number {
  return known.reduce((least, version) => Math.min(least, version))
}

function replay(live: LiveSeats): Omit<LiveStep, 'refusals'> {
  if (!live.states) return { live: keepNewest(live), changed: [] }
  const next = { ...live, known: live.known.slice() }
  const changed = new Set<number>()
  // The smallest start first, so that a wider one closes the gaps of those that follow.
  let waiting = [...live.pending].sort((a, b) => a.from - b.from || a.to - b.to)
  for (let isMoving = true; isMoving; ) {
    const left = waiting.filter((diff) => !applyOne(next, diff, live.states, changed))
    isMoving = left.length > 0 && left.length < waiting.length
    waiting = left
  }
  return { live: keepNewest({ ...next, pending: waiting }), changed: [...changed] }
}

/** Applies a diff to the sections that are known up to its start. True where nothing of it is left to apply. */
function applyOne(
  next: LiveSeats,
  { from, to, section, seats }: SeatDiff,
  before: Uint8Array | null,
  changed: Set<number>,
): boolean {
  const { known } = next
  const { bounds } = next.scope
  const [first, end] = section === undefined ? [0, known.length] : [section, section + 1]
  let isDone = true
  let at = first
  const open = new Set<number>()
  for (let each = first; each < end; each++) {
    const version = known[each] as number
    if (version >= to) continue
    if (version >= from) open.add(each)
    else isDone = false
  }
  if (open.size === 0) return isDone
  for (const [index, state] of seats ?? []) {
    // Told in order of seats; where it is not, the search begins anew.
    if (index < (bounds[at] as number)) at = first
    while (index >= (bounds[at + 1] as number)) at++
    if (!open.has(at)) continue
    if (next.states === before && before?.[index] !== state) next.states = before?.slice() ?? null
    if (next.states && next.states[index] !== state) {
      next.states[index] = state
      changed.add(index)
    }
  }
  for (const each of open) known[each] = to
  return isDone
}

/** What does not fit is left to the snapshot, which is then wanted. */
function keepNewest(live: LiveSeats): LiveSeats {
  const surplus = live.pending.slice(0, -MAX_PENDING)
  if (surplus.length === 0) return live
  const wanted = surplus.reduce((most, { to }) => Math.max(most, to), live.wanted)
  return { ...live, pending: live.pending.slice(-MAX_PENDING), wanted }
}

function differing(before: Uint8Array, after: Uint8Array): number[] {
  const changed: number[] = []
  for (let index = 0; index < after.length; index++) if (before[index] !== after[index]) changed.push(index)
  return changed
}
