/** What decides when the next snapshot is asked for. */
export type TimingFacts = {
  isLive: boolean
  /** Only a snapshot helps. */
  isNeeded: boolean
  /** Snapshots that failed, one after another. */
  failures: number
  /** Snapshots taken because one was needed, not long ago, one after another. */
  attempts: number
  /** The last one was older than what is known. */
  isOlder: boolean
  /** How long something else may still make it unnecessary. */
  patienceMs: number
}

const GAP_JITTER_MS = 400
const POLL_MS = 3_000
/** A last message that was lost is followed by nothing that would show the gap. */
const RECHECK_MS = 25_000
const RETRY_MS = 700
const MAX_WAIT_MS = 12_000
/** The shared cache may hold the same old snapshot for a second: asking faster brings nothing new. */
const CACHE_MS = 1_000

/** How long to wait with the next snapshot. `random` (0…1) keeps a crowd from asking in step. */
export function decideWaitMs(facts: TimingFacts, random: number): number {
  if (facts.failures > 0) return Math.min(MAX_WAIT_MS, RETRY_MS * 2 ** facts.failures) * (0.5 + random)
  if (facts.isNeeded) {
    const jitterMs = GAP_JITTER_MS * random
    if (facts.attempts === 0) return facts.patienceMs + jitterMs
    // What three have not mended is not a cache's age: ever more slowly.
    return (
      Math.min(MAX_WAIT_MS, CACHE_MS * 2 ** Math.max(0, facts.attempts - 2)) * (1 + random / 2) + jitterMs
    )
  }
  if (facts.isOlder) return 2 * CACHE_MS
  return (facts.isLive ? RECHECK_MS : POLL_MS) * (0.8 + 0.4 * random)
}

/** Needed again within this, a snapshot did not help. */
const ATTEMPTS_KEPT_MS = 20_000
/** A gap that this many snapshots did not close is a number from nowhere. */
const MAX_UNANSWERED = 5

/** Counts the snapshots that were taken because only one could help, and whether it did. */
export class Attempts {
  private count = 0
  private unanswered = 0
  private lastAt = -Infinity

  /** Those of the last while, one after another. */
  recent(): number {
    return performance.now() - this.lastAt > ATTEMPTS_KEPT_MS ? 0 : this.count
  }

  /** One was taken. True where so many did not help that it is time to give up; the count of those begins anew. */
  note(isStillNeeded: boolean): boolean {
    this.count = this.recent()
    this.lastAt = performance.now()
    this.unanswered = isStillNeeded ? this.unanswered + 1 : 0
    // A line that loses a message now and then is asked no more often than one that is polled.
    this.count = isStillNeeded ? this.count + 1 : Math.min(3, this.count + 1)
    if (this.unanswered < MAX_UNANSWERED) return false
    this.unanswered = 0
    return true
  }
}
