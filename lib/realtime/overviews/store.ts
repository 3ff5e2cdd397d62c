import { pool } from '@/lib/platform/db'
import type { SeatDiff } from '@/lib/seat-map/live-messages'
import { foldBatches, OVERVIEW_MS } from '../rules'
import type { SeatBatch } from '../types'

/** So many batches and more are not read: what they changed would not fit into a message. */
const MAX_FOLDED_BATCHES = 200

/** The overview that is due; or, where the last is too young, how long to wait with it; or nothing to tell. */
export type DueOverview = { diff: SeatDiff | null; waitMs: number }

/**
 * Takes the turn of telling a divided map's overview: everything since the last one that was told. Of several processes
 * one gets it; `markOverview` says that it went out, and until then it is due again each time.
 */
export async function takeOverview(performanceId: string): Promise<DueOverview> {
  const { rows } = await pool.query<{ from: number; to: number }>(
    `UPDATE seat_feed SET overview_at = clock_timestamp()
     WHERE performance_id = $1 AND overview_version < version
       AND (overview_at IS NULL OR overview_at NOT BETWEEN
         clock_timestamp() - make_interval(secs => $2::float8 / 1000) AND clock_timestamp())
     RETURNING overview_version AS "from", version AS "to"`,
    [performanceId, OVERVIEW_MS],
  )
  const due = rows[0]
  if (!due) return { diff: null, waitMs: await readWaitMs(performanceId) }
  const { from, to } = due
  const batches = to - from > MAX_FOLDED_BATCHES ? [] : await readBatches(performanceId, from, to)
  return { diff: foldBatches(from, to, batches), waitMs: 0 }
}

/** Until the next one may be told; 0 where there is nothing to tell. */
async function readWaitMs(performanceId: string): Promise<number> {
  const { rows } = await pool.query<{ ageMs: number }>(
    `SELECT (extract(epoch FROM clock_timestamp() - overview_at) * 1000)::float8 AS "ageMs"
     FROM seat_feed WHERE performance_id = $1 AND overview_version < version`,
    [performanceId],
  )
  const ageMs = rows[0]?.ageMs
  return ageMs === undefined ? 0 : Math.min(OVERVIEW_MS, Math.max(10, OVERVIEW_MS - ageMs))
}

async function readBatches(performanceId: string, from: number, to: number): Promise<SeatBatch[]> {
  const { rows } = await pool.query<SeatBatch>(
    `SELECT version, seats, parts FROM seat_batch
     WHERE performance_id = $1 AND version > $2 AND version <= $3 ORDER BY version`,
    [performanceId, from, to],
  )
  return rows
}

/** The overview up to this batch has reached Pusher. */
export async function markOverview(performanceId: string, version: number): Promise<void> {
  await pool.query(
    'UPDATE seat_feed SET overview_version = greatest(overview_version, $2) WHERE performance_id = $1',
    [performanceId, version],
  )
}
