/** Frames further apart than this are seen as a stutter. */
const SLOW_MS = 21
/** Longer than this is no frame late, but nothing to show. */
const PAUSE_MS = 150
const REMEMBERED_MS = 8_000

/** Whether this machine keeps up with a moving picture. It is asked again some seconds after it did not. */
export class Pace {
  private lastAt = -Infinity
  private gapMs = 16
  private slowUntil = -Infinity

  /** A frame of the movement is drawn. */
  note(now: number): void {
    const gapMs = now - this.lastAt
    this.lastAt = now
    if (gapMs > PAUSE_MS) this.gapMs = 16
    else this.gapMs += (gapMs - this.gapMs) * 0.4
    if (this.gapMs > SLOW_MS) this.slowUntil = now + REMEMBERED_MS
  }

  /** True where sharpness should give way to evenness. */
  isSlow(): boolean {
    return this.lastAt < this.slowUntil
  }
}
