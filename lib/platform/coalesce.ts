type Waiting<Item, Outcome> = {
  item: Item
  keys: string[]
  settle: (outcome: Outcome) => void
  fail: (error: unknown) => void
}

/**
 * Turns calls for one thing into calls for many: what arrives while `inFlight` runs are out waits and goes together,
 * up to `maxBatch` at a time. Two items that share a key never run at the same moment, so a run may assume its items
 * are independent. Where a run of several throws, each is tried alone, so that one bad item harms no other.
 */
export function coalesce<Item, Outcome>({
  maxBatch,
  inFlight,
  keysOf,
  run,
}: {
  maxBatch: number
  inFlight: number
  keysOf: (item: Item) => string[]
  run: (items: Item[]) => Promise<Outcome[]>
}): (item: Item) => Promise<Outcome> {
  let waiting: Waiting<Item, Outcome>[] = []
  const busyKeys = new Set<string>()
  let running = 0

  function takeBatch(): Waiting<Item, Outcome>[] {
    const batch: Waiting<Item, Outcome>[] = []
    const left: Waiting<Item, Outcome>[] = []
    for (const entry of waiting) {
      if (batch.length < maxBatch && !entry.keys.some((key) => busyKeys.has(key))) {
        for (const key of entry.keys) busyKeys.add(key)
        batch.push(entry)
      } else left.push(entry)
    }
    waiting = left
    return batch
  }

  async function runBatch(batch: Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await run(batch.map((entry) => entry.item))
      batch.forEach((entry, i) => {
        entry.settle(outcomes[i] as Outcome)
      })
    } catch (error) {
      if (batch.length === 1) batch[0]?.fail(error)
      else for (const entry of batch) await runBatch([entry])
    }
  }

  function pump(): void {
    while (running < inFlight && waiting.length > 0) {
      const batch = takeBatch()
      if (batch.length === 0) return
      running += 1
      void runBatch(batch).finally(() => {
        running -= 1
        for (const entry of batch) for (const key of entry.keys) busyKeys.delete(key)
        pump()
      })
    }
  }

  return (item) =>
    new Promise((settle, fail) => {
      waiting.push({ item, keys: keysOf(item), settle, fail })
      pump()
    })
}
