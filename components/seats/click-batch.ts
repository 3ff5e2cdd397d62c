/** What clicks come to: seats to hold and seats to give back, by index. A seat is in one of them at most. */
export type ClickBatch = { hold: number[]; release: number[] }

type Options = {
  /** How long after the first click the batch goes out. */
  waitMs: number
  /** Sends one batch; the next waits for it. Must not reject. */
  send(batch: ClickBatch): Promise<void>
}

export type Clicks = {
  add(index: number, kind: keyof ClickBatch): void
  /** Sends what has come together at once; resolves when nothing is under way any more. */
  flush(): Promise<void>
}

/**
 * Brings quick clicks together into one call. While a call is under way clicks keep gathering, so a slow line gets
 * fewer and larger calls instead of a queue.
 */
export function gatherClicks({ waitMs, send }: Options): Clicks {
  const gathered = new Map<number, keyof ClickBatch>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | null = null

  const sendAll = async () => {
    while (gathered.size > 0) {
      const batch: ClickBatch = { hold: [], release: [] }
      for (const [index, kind] of gathered) batch[kind].push(index)
      gathered.clear()
      await send(batch)
    }
  }
  const start = () => {
    clearTimeout(timer)
    timer = undefined
    sending ??= sendAll().finally(() => {
      sending = null
    })
    return sending
  }
  return {
    add(index, kind) {
      gathered.set(index, kind)
      if (!sending) timer ??= setTimeout(start, waitMs)
    },
    flush: start,
  }
}
