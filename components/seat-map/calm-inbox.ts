/** What comes within a frame of the last change is shown together with what else comes. */
const CALM_MS = 16

/** Hands on what comes: the first at once, and what follows within a frame of it together, so that a burst is calm. */
export class CalmInbox {
  private waiting: unknown[] = []
  private timer: ReturnType<typeof setTimeout> | undefined
  private emptiedAt = -Infinity

  constructor(private readonly take: (messages: unknown[]) => void) {}

  add(message: unknown): void {
    this.waiting.push(message)
    const waitMs = CALM_MS - (performance.now() - this.emptiedAt)
    if (waitMs <= 0) this.empty()
    else this.timer ??= setTimeout(() => this.empty(), waitMs)
  }

  clear(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.waiting = []
  }

  private empty(): void {
    const messages = this.waiting
    this.clear()
    this.emptiedAt = performance.now()
    this.take(messages)
  }
}
