import type { PoolClient } from 'pg'
import { pool } from '@/lib/platform/db'
import type { SeatDiff } from '@/lib/seat-map/live'
import { STATE_SQL } from '../snapshots/queries'

/**
 * Numbers what is committed: takes the performance's SeatChanges, reads the **current** states of their seats, and
 * makes them the next batch; null where there is nothing new. One publisher a performance at a time (advisory lock),
 * so batches follow each other. At most `limit` seats a batch, or one change's if it has more, so that a message stays
 * under Pusher's 10 kB.
 */
export async function numberBatch(performanceId: string, limit = 500): Promise<SeatDiff | null> {
  return withPublisherLock(performanceId, async (client) => {
    const changed = await takeChanges(client, performanceId, limit)
    if (changed.length === 0) return null
    const { rows: seats } = await client.query<{ index: number; state: number }>(
      `SELECT s.seat_index AS index, (${STATE_SQL}) AS state FROM performance_seat s
       WHERE s.performance_id = $1 AND s.seat_index = ANY ($2) ORDER BY s.seat_index`,
      [performanceId, changed],
    )
    const { rows: feed } = await client.query<{ version: number }>(
      'UPDATE seat_feed SET version = version + 1 WHERE performance_id = $1 RETURNING version',
      [performanceId],
    )
    const to = feed[0]?.version
    if (to === undefined) return null
    const pairs = seats.map(({ index, state }): [number, number] => [index, state])
    await client.query('INSERT INTO seat_batch (performance_id, version, seats) VALUES ($1, $2, $3)', [
      performanceId,
      to,
      JSON.stringify(pairs),
    ])
    return { from: to - 1, to, seats: pairs }
  })
}

async function takeChanges(client: PoolClient, performanceId: string, limit: number): Promise<number[]> {
  const { rows } = await client.query<{ seats: number[] }>(
    `DELETE FROM seat_change WHERE id IN (
       SELECT id FROM (
         SELECT id, sum(cardinality(seat_indexes)) OVER (ORDER BY id) - cardinality(seat_indexes) AS before
         FROM seat_change WHERE performance_id = $1 ORDER BY id LIMIT $2
       ) c WHERE before < $2
     ) RETURNING seat_indexes AS seats`,
    [performanceId, limit],
  )
  return [...new Set(rows.flatMap((row) => row.seats))]
}

async function withPublisherLock<T>(
  performanceId: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('seat-feed/' || $1, 0))", [
      performanceId,
    ])
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

/** The batch has reached Pusher. */
export async function markPublished(performanceId: string, version: number): Promise<void> {
  await pool.query(
    'UPDATE seat_batch SET published_at = clock_timestamp() WHERE performance_id = $1 AND version = $2',
    [performanceId, version],
  )
}

/** Forgets batches that went out a while ago; a client that needs older ones takes the snapshot. */
export async function forgetOldBatches(olderThanMinutes = 10): Promise<void> {
  await pool.query(
    `DELETE FROM seat_batch WHERE published_at IS NOT NULL
     AND created_at < clock_timestamp() - make_interval(mins => $1)`,
    [olderThanMinutes],
  )
}
