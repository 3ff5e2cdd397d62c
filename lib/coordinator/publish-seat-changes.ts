import { setTimeout as sleep } from 'node:timers/promises'
import { findSaleFacts } from '@/lib/events/performances/queries'
import { findSeatMap } from '@/lib/events/seat-maps/queries'
import { findStale, findUnpublished } from '@/lib/realtime/batches/queries'
import { forgetOldBatches, markPublished, numberBatches } from '@/lib/realtime/batches/store'
import { markOverview, takeOverview } from '@/lib/realtime/overviews/store'
import { publishDiffs } from '@/lib/realtime/pusher'
import { COALESCE_MS, diffsOf, isDivided } from '@/lib/realtime/rules'
import type { SeatBatch } from '@/lib/realtime/types'
import { runSoon } from './run-soon'

/** A batch that is not marked as sent by then was left behind by whoever numbered it. */
const LEFT_BEHIND_MS = 2_000

/** Performances of which this process could not send something. */
const unsent = new Set<string>()

/**
 * Tells the maps of a performance what has changed, soon: changes that come while a batch is out go into the next, so
 * a burst of claims becomes a few messages. Never throws; what Pusher did not take is sent by the next call, which the
 * worker makes within a second where nobody else does.
 */
export const publishSoon = runSoon('publish-seat-changes', publishSeatChanges)

const overviewSoon = runSoon('publish-seat-overview', publishOverview)

/** Numbers and sends all that is committed for one performance, what an earlier call could not send first. */
async function publishSeatChanges(performanceId: string): Promise<void> {
  const sectionOf = await findSections(performanceId)
  if (unsent.has(performanceId)) await sendUnsent(performanceId, 0)
  unsent.add(performanceId)
  for (;;) {
    const { batches, waitMs } = await numberBatches(performanceId, { sectionOf, coalesceMs: COALESCE_MS })
    for (const batch of batches) await send(performanceId, batch)
    // Here, not after the loop: on a busy night that does not end.
    if (sectionOf && batches.length > 0) overviewSoon(performanceId)
    if (batches.length === 0 && waitMs === 0) break
    await sleep(waitMs)
  }
  // What is not marked yet may be on its way from another process; sent twice, it is harmless but for the load.
  await sendUnsent(performanceId, LEFT_BEHIND_MS)
  unsent.delete(performanceId)
  if (sectionOf) overviewSoon(performanceId)
}

async function sendUnsent(performanceId: string, afterMs: number): Promise<void> {
  for (const batch of await findUnpublished(performanceId, afterMs)) await send(performanceId, batch)
}

async function send(performanceId: string, batch: SeatBatch): Promise<void> {
  await publishDiffs(performanceId, diffsOf(batch))
  await markPublished(performanceId, batch.version)
}

/** The section of each seat where the map is divided; null where it is not, or cannot be found any more. */
async function findSections(performanceId: string): Promise<ArrayLike<number> | null> {
  const facts = await findSaleFacts(performanceId)
  const map = facts && (await findSeatMap(facts.seatMapId))
  return map && isDivided(map.seatCount) ? map.sectionOf : null
}

/** Tells everyone on a divided map, wherever they look, what has changed since they were told last. */
async function publishOverview(performanceId: string): Promise<void> {
  for (;;) {
    const { diff, waitMs } = await takeOverview(performanceId)
    if (!diff && waitMs === 0) return
    if (diff) {
      await publishDiffs(performanceId, [diff])
      await markOverview(performanceId, diff.to)
    } else await sleep(waitMs)
  }
}

/** Catches up for every performance with something unsaid; for the sweeper, which makes up for crashes. */
export async function publishStaleSeats(): Promise<void> {
  for (const performanceId of await findStale()) publishSoon(performanceId)
  await forgetOldBatches()
}
