import type { ConnectionState, SeatSubscriber, SeatSubscription } from '@/lib/realtime/subscribe'
import {
  applyDiffs,
  applySnapshot,
  dropPending,
  emptyLive,
  knownEverywhere,
  type LiveSeats,
  type LiveStep,
  needsSnapshot,
} from '@/lib/seat-map/live'
import type { SeatRefusal, SeatScope } from '@/lib/seat-map/live-messages'
import { CalmInbox } from './calm-inbox'
import { Attempts, decideWaitMs } from './snapshot-timing'
import { Viewers } from './viewer-counts'

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
  scope: SeatScope
  /** The newest snapshot, as it came; rejects where it cannot be had. */
  fetchSnapshot(): Promise<unknown>
  /** Opens the live connection; absent where there is none to open. */
  connect?: (subscriber: SeatSubscriber) => SeatSubscription
  /** Hears once of each kind of message that was not believed. */
  onRefused?: (reason: SeatRefusal) => void
  /** 0…1, for the jitter that keeps a crowd from asking in step. */
  random?: () => number
}

type SeatListener = (states: Uint8Array, changed: readonly number[] | 'all') => void

/** Whoever presses, wakes or comes back more often than this asks for nothing new. */
const WAKE_MS = 1_000
/** So much later than it should have come, a tick says that the machine slept. */
const TICK_MS = 5_000
const SLEPT_MS = 15_000
/** Not live again by then, changes are asked for. */
const CUT_PATIENCE_MS = 4_000
/** This many older snapshots in a row mean that the numbers started anew. */
const MAX_OLDER_SNAPSHOTS = 3

/**
 * Keeps the seats of one performance right in this browser: a snapshot, then numbered diffs; on a gap a snapshot
 * again, with jitter and ever more slowly; without a connection, a snapshot every few seconds. Runs from `start` to
 * `close`; `rest` and `wake` pause it while nobody looks.
 */
export class SeatFeed {
  readonly viewers = new Viewers()
  private live: LiveSeats
  private status: FeedStatus = { mode: 'connecting', isReady: false, isFailing: false }
  private readonly seatListeners = new Set<SeatListener>()
  private readonly statusListeners = new Set<() => void>()
  private readonly refused = new Set<SeatRefusal>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private timerAt = Infinity
  private ticker: ReturnType<typeof setInterval> | undefined
  private tickedAt = 0
  private readonly inbox = new CalmInbox((diffs) => this.takeStep(applyDiffs(this.live, diffs)))
  private readonly attempts = new Attempts()
  private isFetching = false
  private mustFetchAgain = false
  /** Woken too soon after the last snapshot: another one is due shortly. */
  private isWoken = false
  private fetchedAt = -Infinity
  /** True from the moment the connection is being made (again) until it stands. */
  private wasCut = false
  private cutTimer: ReturnType<typeof setTimeout> | undefined
  private isRunning = false
  private failures = 0
  private olderSnapshots = 0
  private watched: readonly number[] = []
  private lookedAt: number | null = null
  private subscription: SeatSubscription | null = null

  constructor(private readonly sources: FeedSources) {
    this.live = emptyLive(sources.scope)
  }

  start(): void {
    if (this.isRunning) return
    this.isRunning = true
    this.tickedAt = Date.now()
    this.ticker = setInterval(() => this.tick(), TICK_MS)
    const subscriber: SeatSubscriber = {
      onDiff: (diff) => this.isRunning && this.inbox.add(diff),
      onStateChange: (state) => this.takeConnection(state),
      onCount: (section, count) => this.viewers.take(section, count),
    }
    this.setStatus({ mode: this.sources.connect ? 'connecting' : 'polling' })
    this.subscription = this.sources.connect?.(subscriber) ?? null
    this.watch(this.watched, this.lookedAt)
    this.fetchNow()
  }

  close(): void {
    this.isRunning = false
    this.subscription?.close()
    this.subscription = null
    this.viewers.clear()
    clearInterval(this.ticker)
    clearTimeout(this.timer)
    this.inbox.clear()
    this.endCut()
    this.timerAt = Infinity
  }

  /** Back at the screen, back online, back from sleep: what is shown may be old, and the connection dead. */
  wake = (mayBeDead = false): void => {
    if (!this.isRunning) {
      this.start()
      return
    }
    if (mayBeDead) this.subscription?.reconnect()
    if (performance.now() - this.fetchedAt >= WAKE_MS) this.fetchNow()
    else {
      this.isWoken = true
      this.plan()
    }
  }

  /** The sections that are in view, the one that is looked at first; none where single seats cannot be told apart. */
  watch(sections: readonly number[], lookedAt: number | null): void {
    this.watched = sections
    this.lookedAt = lookedAt
    this.subscription?.watch(sections)
    // Where changes are not told by section, nobody is counted by section either.
    this.viewers.look(this.subscription?.isDivided ? lookedAt : 'map')
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

  /** Asks for a snapshot now, whatever is planned. */
  fetchNow = (): void => {
    if (this.isFetching || !this.isRunning) return
    clearTimeout(this.timer)
    this.timerAt = Infinity
    this.isFetching = true
    this.mustFetchAgain = false
    this.isWoken = false
    this.fetchedAt = performance.now()
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
    if (!this.isRunning) return
    if (state === 'connecting') {
      this.wasCut = true
      // One that comes and goes without ever standing is no connection.
      this.cutTimer ??= setTimeout(() => this.takeConnection('down'), CUT_PATIENCE_MS)
      return
    }
    this.endCut()
    const mode = state === 'live' ? 'live' : 'polling'
    if (mode === this.status.mode && !this.wasCut) return
    this.wasCut = false
    this.setStatus({ mode })
    // What happened before the connection stood was sent to others only, and a snapshot on its way may be older.
    this.mustFetchAgain = this.isFetching
    this.fetchNow()
  }

  private endCut(): void {
    clearTimeout(this.cutTimer)
    this.cutTimer = undefined
  }

  private takeSnapshot(snapshot: unknown): void {
    if (!this.isRunning) return
    const wasNeeded = this.live.states !== null && needsSnapshot(this.live)
    this.failures = 0
    this.noteAge(snapshot)
    this.takeStep(applySnapshot(this.live, snapshot, { force: this.olderSnapshots >= MAX_OLDER_SNAPSHOTS }))
    if (wasNeeded) this.noteAttempt()
    const isReady = this.live.states !== null
    this.setStatus({ isReady, isFailing: !isReady })
  }

  private noteAge(snapshot: unknown): void {
    const { version } = (snapshot ?? {}) as { version?: unknown }
    const isOlder = typeof version === 'number' && version < knownEverywhere(this.live)
    this.olderSnapshots = isOlder ? this.olderSnapshots + 1 : 0
  }

  private noteAttempt(): void {
    if (!this.attempts.note(needsSnapshot(this.live))) return
    if (this.live.pending.length > 0) this.refuse('diff_from_the_future')
    this.live = dropPending(this.live)
  }

  private takeFailure(): void {
    this.failures++
    // One lost request among many is not worth a word.
    if (this.failures >= 2 || !this.status.isReady) this.setStatus({ isFailing: true })
  }

  private takeStep({ live, changed, refusals }: LiveStep): void {
    const wasNeeded = needsSnapshot(this.live)
    this.live = live
    for (const reason of refusals) this.refuse(reason)
    const isChanged = changed === 'all' || changed.length > 0
    if (live.states && isChanged) for (const listener of this.seatListeners) listener(live.states, changed)
    if (wasNeeded && !needsSnapshot(live)) this.unplan()
    if (wasNeeded || needsSnapshot(live)) this.plan()
  }

  private refuse(reason: SeatRefusal): void {
    if (this.refused.has(reason)) return
    this.refused.add(reason)
    this.sources.onRefused?.(reason)
  }

  private tick(): void {
    const sleptMs = Date.now() - this.tickedAt - TICK_MS
    this.tickedAt = Date.now()
    if (sleptMs > SLEPT_MS) this.wake(true)
  }

  private unplan(): void {
    clearTimeout(this.timer)
    this.timerAt = Infinity
  }

  private plan(): void {
    const facts = {
      ...{ isLive: this.status.mode === 'live', isNeeded: needsSnapshot(this.live) },
      ...{ failures: this.failures, attempts: this.attempts.recent(), isOlder: this.olderSnapshots > 0 },
      patienceMs: this.live.states ? (this.subscription?.overviewMs ?? 0) : 0,
    }
    const waitMs = decideWaitMs(facts, (this.sources.random ?? Math.random)())
    this.planIn(this.isWoken ? Math.min(waitMs, WAKE_MS) : waitMs)
  }

  /** Sets the one timer to when the next snapshot is due; an earlier one stays. */
  private planIn(waitMs: number): void {
    if (!this.isRunning || this.isFetching) return
    // Not by the clock on the wall, which may be set.
    const at = performance.now() + waitMs
    if (at >= this.timerAt) return
    clearTimeout(this.timer)
    this.timerAt = at
    this.timer = setTimeout(this.fetchNow, waitMs)
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
