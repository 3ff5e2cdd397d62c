import { pool } from '@/lib/platform/db'
import type { SeatBatch } from '../types'

/** Batches that are not marked as sent `afterMs` after they were numbered, oldest first. */
export async function findUnpublished(performanceId: string, afterMs = 0): Promise<SeatBatch[]> {
  const { rows } = await pool.query<SeatBatch>(
    `SELECT version, seats, parts FROM seat_batch WHERE performance_id = $1 AND published_at IS NULL
       AND created_at <= clock_timestamp() - make_interval(secs => $2::float8 / 1000)
     ORDER BY version LIMIT 50`,
    [performanceId, afterMs],
  )
  return rows
}

/** Performances with changes, batches or an overview that no map has heard of. */
export async function findStale(): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT performance_id AS id FROM seat_change
     UNION SELECT performance_id FROM seat_batch WHERE published_at IS NULL
     UNION SELECT performance_id FROM seat_feed WHERE section_versions <> '{}' AND overview_version < version
     LIMIT 100`,
  )
  return rows.map((row) => row.id)
}
