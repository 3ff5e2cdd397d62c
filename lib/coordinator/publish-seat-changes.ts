import { setTimeout as sleep } from 'node:timers/promises'
import { runInBackground } from '@/lib/platform/background'
import { findStale, findUnpublished } from '@/lib/realtime/batches/queries'
import { forgetOldBatches, markPublished, numberBatch } from '@/lib/realtime/batches/store'
import { publishDiff } from '@/lib/realtime/pusher'

const COALESCE_MS = 40
const underWay = new Map<string, { again: boolean }>()

/**
 * Tells the maps of a performance what has changed, soon: changes that come while a batch is out go into the next, so
 * a burst of claims becomes a few messages. Never throws; what Pusher did not take is sent by the next call, which the
 * worker makes within a second where nobody else does.
 */
export function publishSoon(performanceId: string): void {
  const running = underWay.get(performanceId)
  if (running) {
    running.again = true
    return
  }
  const state = { again: false }
  underWay.set(performanceId, state)
  runInBackground('publish-seat-changes', async () => {
    try {
      do {
        state.again = false
        await publishSeatChanges(performanceId)
        await sleep(COALESCE_MS)
      } while (state.again)
    } finally {
      underWay.delete(performanceId)
      if (state.again) publishSoon(performanceId)
    }
  })
}

/** Numbers and sends all that is committed for one performance, what an earlier call could not send first. */
async function publishSeatChanges(performanceId: string): Promise<void> {
  for (const diff of await findUnpublished(performanceId)) {
    await publishDiff(performanceId, diff)
    await markPublished(performanceId, diff.to)
  }
  for (;;) {
    const diff = await numberBatch(performanceId)
    if (!diff) return
    await publishDiff(performanceId, diff)
    await markPublished(performanceId, diff.to)
  }
}

/** Catches up for every performance with something unsaid; for the sweeper, which makes up for crashes. */
export async function publishStaleSeats(): Promise<void> {
  for (const performanceId of await findStale()) publishSoon(performanceId)
  await forgetOldBatches()
}
