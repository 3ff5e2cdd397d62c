import type { PoolClient } from 'pg'
import { pool } from '@/lib/platform/db'
import { divideBatch, splitSeats } from '../rules'
import { STATE_SQL } from '../snapshots/queries'
import type { SeatBatch, SeatPairs } from '../types'

/** More seats than this wait for the next numbering, unless a single change has more. */
const MAX_TAKEN_SEATS = 2_000

export type NumberingOptions = {
  /** The section of each seat, on a map that is divided by section. */
  sectionOf?: ArrayLike<number> | null
  /** Batches are at least so far apart, whichever process numbers them. */
  coalesceMs?: number
}

/** The new batches; or, where the last is too young, how long to wait with the next. */
export type Numbering = { batches: SeatBatch[]; waitMs: number }

type Feed = { version: number; sectionVersions: number[]; ageMs: number | null; hasChanges: boolean }

const NOTHING: Numbering = { batches: [], waitMs: 0 }

/**
 * Numbers what is committed: takes the performance's SeatChanges, reads the **current** states of their seats, and
 * makes them the next batches, each small enough for a message. One publisher a performance at a time (advisory lock),
 * so batches follow each other.
 */
export async function numberBatches(
  performanceId: string,
  { sectionOf = null, coalesceMs = 0 }: NumberingOptions = {},
): Promise<Numbering> {
  return withPublisherLock(performanceId, async (client) => {
    const feed = await readFeed(client, performanceId)
    if (!feed?.hasChanges) return NOTHING
    // A clock that was set back must not keep anyone waiting.
    const waitMs = feed.ageMs === null ? 0 : Math.min(coalesceMs, coalesceMs - feed.ageMs)
    if (waitMs > 0) return { batches: [], waitMs }
    const changed = await takeChanges(client, performanceId)
    const { rows } = await client.query<{ index: number; state: number }>(
      `SELECT s.seat_index AS index, (${STATE_SQL}) AS state FROM performance_seat s
       WHERE s.performance_id = $1 AND s.seat_index = ANY ($2) ORDER BY s.seat_index`,
      [performanceId, changed],
    )
    const seats = rows.map(({ index, state }): SeatPairs[number] => [index, state])
    const batches = makeBatches(feed, seats, sectionOf)
    if (batches.length > 0) await storeBatches(client, performanceId, feed, batches, sectionOf === null)
    return { batches, waitMs: 0 }
  })
}

/** Numbers on from the feed's version, which it moves along, and with it those of the sections. */
function makeBatches(feed: Feed, seats: SeatPairs, sectionOf: ArrayLike<number> | null): SeatBatch[] {
  return splitSeats(seats).map((some) => {
    const version = ++feed.version
    if (sectionOf) {
      return { version, seats: some, parts: divideBatch(some, version, sectionOf, feed.sectionVersions) }
    }
    // Told to all at once, this is what every section's next message must follow.
    feed.sectionVersions.fill(version)
    return { version, seats: some, parts: null }
  })
}

async function readFeed(client: PoolClient, performanceId: string): Promise<Feed | undefined> {
  const { rows } = await client.query<Feed>(
    `SELECT version, section_versions AS "sectionVersions",
       (extract(epoch FROM clock_timestamp() - batched_at) * 1000)::float8 AS "ageMs",
       EXISTS (SELECT FROM seat_change WHERE performance_id = $1) AS "hasChanges"
     FROM seat_feed WHERE performance_id = $1`,
    [performanceId],
  )
  // Without inventory there is no map to tell.
  if (!rows[0]) await client.query('DELETE FROM seat_change WHERE performance_id = $1', [performanceId])
  return rows[0]
}

async function takeChanges(client: PoolClient, performanceId: string): Promise<number[]> {
  const { rows } = await client.query<{ seats: number[] }>(
    `DELETE FROM seat_change WHERE id IN (
       SELECT id FROM (
         SELECT id, sum(cardinality(seat_indexes)) OVER (ORDER BY id) - cardinality(seat_indexes) AS before
         FROM seat_change WHERE performance_id = $1 ORDER BY id LIMIT $2
       ) c WHERE before < $2
     ) RETURNING seat_indexes AS seats`,
    [performanceId, MAX_TAKEN_SEATS],
  )
  return [...new Set(rows.flatMap((row) => row.seats))]
}

async function storeBatches(
  client: PoolClient,
  performanceId: string,
  { version, sectionVersions }: Feed,
  batches: SeatBatch[],
  areForAll: boolean,
): Promise<void> {
  await client.query(
    `UPDATE seat_feed SET version = $2, section_versions = $3, batched_at = clock_timestamp(),
       overview_version = CASE WHEN $4 THEN $2 ELSE overview_version END
     WHERE performance_id = $1`,
    [performanceId, version, sectionVersions, areForAll],
  )
  await client.query(
    `INSERT INTO seat_batch (performance_id, version, seats, parts)
     SELECT $1, b.version, b.seats, nullif(b.parts, 'null')
     FROM jsonb_to_recordset($2) AS b (version int, seats jsonb, parts jsonb)`,
    [performanceId, JSON.stringify(batches)],
  )
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
