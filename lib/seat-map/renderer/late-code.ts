/** Where the first picture does not come, there is something to take hold of all the same. */
const AT_LATEST_MS = 600
const AGAIN_MS = 3_000

/**
 * Code that is not needed for the first picture: `load` is called once, when told to `come` or else after a moment.
 * Where it rejects, as it does when the line is cut, it is called again and again until it does not, or until `close`:
 * a map that cannot be touched is none.
 */
export class LateCode {
  private coming: Promise<void> | null = null
  private timer: ReturnType<typeof setTimeout>
  private isClosed = false

  constructor(private readonly load: () => Promise<void>) {
    this.timer = setTimeout(() => this.come(), AT_LATEST_MS)
  }

  /** True once it has been asked for and has not failed since. */
  get isComing(): boolean {
    return this.coming !== null
  }

  come(): void {
    clearTimeout(this.timer)
    if (this.isClosed) return
    this.coming ??= this.load().catch(() => {
      this.coming = null
      if (!this.isClosed) this.timer = setTimeout(() => this.come(), AGAIN_MS)
    })
  }

  close(): void {
    this.isClosed = true
    clearTimeout(this.timer)
  }
}
