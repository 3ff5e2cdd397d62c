type Entry<T> = { value: T; askedAt: number }

export type RecentOptions<T> = {
  /** An answer younger than this is used as it is. */
  maxAgeMs: number
  /** Older than `maxAgeMs` but younger than this: used once more while a new one is fetched. Default: never. */
  maxStaleMs?: number
  maxEntries: number
  /** Answers for the keys that have one; a key without is asked again next time. */
  load: (keys: string[]) => Promise<Map<string, T>>
}

/**
 * Keeps answers in this process for a moment, so that a crowd costs one query. Keys asked at the same time are loaded
 * once; what is not there, and a load that fails, is not remembered. `get` answers for the keys that have an answer.
 */
export function keepRecent<T>({ maxAgeMs, maxStaleMs = maxAgeMs, maxEntries, load }: RecentOptions<T>) {
  const entries = new Map<string, Entry<T>>()
  const loading = new Map<string, Promise<Map<string, T>>>()

  function start(keys: string[]): Promise<Map<string, T>> {
    // An answer is as old as its question: what changed while it was on its way is not in it.
    const askedAt = Date.now()
    const loaded = load(keys)
      .then((values) => {
        for (const [key, value] of values) keep(key, { value, askedAt })
        return values
      })
      .finally(() => {
        for (const key of keys) if (loading.get(key) === loaded) loading.delete(key)
      })
    for (const key of keys) loading.set(key, loaded)
    return loaded
  }

  function keep(key: string, entry: Entry<T>): void {
    entries.delete(key)
    entries.set(key, entry)
    for (const oldest of entries.keys()) {
      if (entries.size <= maxEntries) break
      entries.delete(oldest)
    }
  }

  async function get(keys: readonly string[]): Promise<Map<string, T>> {
    const found = new Map<string, T>()
    const missing: string[] = []
    const aging: string[] = []
    for (const key of new Set(keys)) {
      const entry = entries.get(key)
      const ageMs = entry ? Date.now() - entry.askedAt : Number.POSITIVE_INFINITY
      if (entry && ageMs < maxStaleMs) found.set(key, entry.value)
      if (ageMs >= maxStaleMs) missing.push(key)
      else if (ageMs >= maxAgeMs && !loading.has(key)) aging.push(key)
    }
    // Nobody waits for this one; a failure shows when the old answer is too old to be used.
    if (aging.length > 0) start(aging).catch(() => {})
    const fresh = missing.filter((key) => !loading.has(key))
    const waits = new Set(missing.flatMap((key) => loading.get(key) ?? []))
    if (fresh.length > 0) waits.add(start(fresh))
    for (const values of await Promise.all(waits)) {
      for (const key of missing) if (values.has(key)) found.set(key, values.get(key) as T)
    }
    return found
  }

  return { get }
}
