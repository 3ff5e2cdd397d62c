import type { ConnectionState, SeatSubscriber } from '@/lib/realtime/subscribe'
import {
  applyDiff,
  applySnapshot,
  dropPending,
  emptyLive,
  type LiveSeats,
  type LiveStep,
  type Snapshot,
} from '@/lib/seat-map/live'

/** `live`: changes arrive as they happen; `polling`: they are asked for every few seconds. */
export type FeedMode = 'connecting' | 'live' | 'polling'

export type FeedStatus = {
  mode: FeedMode
  /** False until the first snapshot. */
  isReady: boolean
  /** True while snapshots cannot be had: what is shown may be old. */
  isFailing: boolean
}

export type FeedSources = {
  seatCount: number
  /** The newest snapshot; rejects where it cannot be had. */
  fetchSnapshot(): Promise<Snapshot>
  /** Opens the live connection and returns how to close it; absent where there is none to open. */
  connect?: (subscriber: SeatSubscriber) => () => void
  /** 0…1, for the jitter that keeps a crowd from asking in step. */
  random?: () => number
}

type SeatListener = (states: Uint8Array, changed: readonly number[] | 'all') => void

const GAP_JITTER_MS = 400
const POLL_MS = 3_000
/** A last message that was lost is followed by nothing that would show the gap. */
const RECHECK_MS = 25_000
const RETRY_MS = 700
const MAX_RETRY_MS = 12_000
/** A gap that this many snapshots did not close is a number from nowhere. */
const MAX_GAP_SNAPSHOTS = 5
/** This many older snapshots in a row mean that the numbers started anew. */
const MAX_OLDER_SNAPSHOTS = 3

/**
 * Keeps the seats of one performance right in this browser: a snapshot, then numbered diffs; on a gap a snapshot
 * again, with jitter; without a connection, a snapshot every few seconds. Runs from `start` to `close`.
 */
export class SeatFeed {
  private live: LiveSeats
  private status: FeedStatus = { mode: 'connecting', isReady: false, isFailing: false }
  private readonly seatListeners = new Set<SeatListener>()
  private readonly statusListeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private timerAt = Infinity
  private isFetching = false
  private mustFetchAgain = false
  /** True from the moment the connection is being made (again) until it stands. */
  private wasCut = false
  private isClosed = false
  private failures = 0
  private gapSnapshots = 0
  private olderSnapshots = 0
  private disconnect = () => {}

  constructor(private readonly sources: FeedSources) {
    this.live = emptyLive(sources.seatCount)
  }

  start(): void {
    this.isClosed = false
    const onStateChange = (state: ConnectionState) => this.takeConnection(state)
    const onDiff = (diff: unknown) => this.takeStep(applyDiff(this.live, diff))
    if (this.sources.connect) this.disconnect = this.sources.connect({ onDiff, onStateChange })
    else this.setStatus({ mode: 'polling' })
    this.fetchNow()
  }

  close(): void {
    this.isClosed = true
    this.disconnect()
    this.disconnect = () => {}
    clearTimeout(this.timer)
    this.timerAt = Infinity
  }

  /** One byte a seat, or null before the first snapshot. A new array with every change. */
  getStates = (): Uint8Array | null => this.live.states

  getStatus = (): FeedStatus => this.status

  /** Calls back with every change of seats; returns how to stop. */
  onSeats = (listener: SeatListener): (() => void) => {
    this.seatListeners.add(listener)
    return () => this.seatListeners.delete(listener)
  }

  /** Calls back with every change of the status; returns how to stop. */
  onStatus = (listener: () => void): (() => void) => {
    this.statusListeners.add(listener)
    return () => this.statusListeners.delete(listener)
  }

  /** Asks for a snapshot now: after sleep, or because the user pressed "try again". */
  fetchNow = (): void => {
    if (this.isFetching || this.isClosed) return
    clearTimeout(this.timer)
    this.timerAt = Infinity
    this.isFetching = true
    this.mustFetchAgain = false
    this.sources
      .fetchSnapshot()
      .then((snapshot) => this.takeSnapshot(snapshot))
      .catch(() => this.takeFailure())
      .finally(() => {
        this.isFetching = false
        if (this.mustFetchAgain) this.fetchNow()
        else this.plan()
      })
  }

  private takeConnection(state: ConnectionState): void {
    if (this.isClosed) return
    if (state === 'connecting') {
      this.wasCut = true
      return
    }
    const mode = state === 'live' ? 'live' : 'polling'
    if (mode === this.status.mode && !this.wasCut) return
    this.wasCut = false
    this.setStatus({ mode })
    // What happened before the connection stood was sent to others only, and a snapshot on its way may be older.
    this.mustFetchAgain = this.isFetching
    this.fetchNow()
  }

  private takeSnapshot(snapshot: Snapshot): void {
    if (this.isClosed) return
    this.failures = 0
    const isOlder = snapshot.version < this.live.version
    this.olderSnapshots = isOlder ? this.olderSnapshots + 1 : 0
    const force = this.olderSnapshots >= MAX_OLDER_SNAPSHOTS
    this.takeStep(applySnapshot(this.live, snapshot, { force }))
    this.gapSnapshots = this.live.needsSnapshot ? this.gapSnapshots + 1 : 0
    if (this.gapSnapshots >= MAX_GAP_SNAPSHOTS && this.live.states) {
      this.live = dropPending(this.live)
      this.gapSnapshots = 0
    }
    const isReady = this.live.states !== null
    this.setStatus({ isReady, isFailing: !isReady })
  }

  private takeFailure(): void {
    this.failures++
    // One lost request among many is not worth a word.
    if (this.failures >= 2 || !this.status.isReady) this.setStatus({ isFailing: true })
  }

  private takeStep({ live, changed }: LiveStep): void {
    if (this.isClosed) return
    this.live = live
    const isChanged = changed === 'all' || changed.length > 0
    if (live.states && isChanged) for (const listener of this.seatListeners) listener(live.states, changed)
    if (live.needsSnapshot) this.plan()
  }

  /** Sets the one timer to when the next snapshot is due; an earlier one stays. */
  private plan(): void {
    if (this.isClosed || this.isFetching) return
    const waitMs = this.nextWaitMs()
    const at = Date.now() + waitMs
    if (at >= this.timerAt) return
    clearTimeout(this.timer)
    this.timerAt = at
    this.timer = setTimeout(this.fetchNow, waitMs)
  }

  private nextWaitMs(): number {
    const jitter = (this.sources.random ?? Math.random)()
    if (this.failures > 0) return Math.min(MAX_RETRY_MS, RETRY_MS * 2 ** this.failures) * (0.5 + jitter)
    // The shared cache may hold the same old snapshot for a second: asking faster brings nothing new.
    if (this.live.needsSnapshot) return GAP_JITTER_MS * jitter + (this.gapSnapshots > 0 ? 1_000 : 0)
    if (this.olderSnapshots > 0) return 2_000
    return (this.status.mode === 'live' ? RECHECK_MS : POLL_MS) * (0.8 + 0.4 * jitter)
  }

  private setStatus(change: Partial<FeedStatus>): void {
    const next = { ...this.status, ...change }
    const isSame =
      next.mode === this.status.mode &&
      next.isReady === this.status.isReady &&
      next.isFailing === this.status.isFailing
    if (isSame) return
    this.status = next
    for (const listener of this.statusListeners) listener()
  }
}
