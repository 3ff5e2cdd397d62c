/** What is looked at: a section, the map as a whole, or nothing that is counted. */
export type Looked = number | 'map' | null

export type ViewerCount = { others: number; of: 'section' | 'map' }

/** Fewer others than this are not worth a word. */
const MIN_OTHERS = 2

/**
 * How many other people look at the same part of the map, as the server of the live updates counts them: connections to
 * its channel, but this one. Nothing is known where it does not count, nor while the connection is down.
 */
export class Viewers {
  private readonly counts = new Map<number | 'map', number>()
  private readonly listeners = new Set<() => void>()
  private looked: Looked = null
  private shown: ViewerCount | null = null

  /** What the server said of a section (null: the whole performance); null where that is not known any more. */
  take(section: number | null, count: number | null): void {
    if (count === null) this.counts.delete(section ?? 'map')
    else this.counts.set(section ?? 'map', count)
    this.tell()
  }

  look(looked: Looked): void {
    this.looked = looked
    this.tell()
  }

  clear(): void {
    this.counts.clear()
    this.tell()
  }

  /** The others, where there are some; the same object until it changes. */
  get = (): ViewerCount | null => this.shown

  onChange = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private tell(): void {
    const others = (this.looked === null ? 0 : (this.counts.get(this.looked) ?? 0)) - 1
    const next: ViewerCount | null =
      others < MIN_OTHERS ? null : { others, of: this.looked === 'map' ? 'map' : 'section' }
    if (next?.others === this.shown?.others && next?.of === this.shown?.of) return
    this.shown = next
    for (const listener of this.listeners) listener()
  }
}
