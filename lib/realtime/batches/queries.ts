import { pool } from '@/lib/platform/db'
import type { SeatDiff } from '@/lib/seat-map/live'

/** Batches that did not reach Pusher yet, oldest first. */
export async function findUnpublished(performanceId: string): Promise<SeatDiff[]> {
  const { rows } = await pool.query<{ version: number; seats: [number, number][] }>(
    `SELECT version, seats FROM seat_batch WHERE performance_id = $1 AND published_at IS NULL
     ORDER BY version LIMIT 50`,
    [performanceId],
  )
  return rows.map(({ version, seats }) => ({ from: version - 1, to: version, seats }))
}

/** Performances with changes or batches that no map has heard of. */
export async function findStale(): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT performance_id AS id FROM seat_change
     UNION SELECT performance_id FROM seat_batch WHERE published_at IS NULL LIMIT 100`,
  )
  return rows.map((row) => row.id)
}
