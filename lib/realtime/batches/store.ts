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

type Feed = { version: number; sectionVersions: number[] }
type Taken = Feed & { waitMs: number; seats: SeatPairs | null }

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
    const taken = await takeChanges(client, performanceId, coalesceMs)
    if (!taken) return NOTHING
    if (!taken.seats) return { batches: [], waitMs: taken.waitMs }
    const batches = makeBatches(taken, taken.seats, sectionOf)
    if (batches.length > 0) await storeBatches(client, performanceId, taken, batches, sectionOf === null)
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

/**
 * In one statement, and so as of one moment: the feed, the changes taken off, and their seats as they are. Where the
 * last batch is too young, nothing is taken; one of the future (the clock was set back) keeps nobody waiting.
 */
const TAKE_SQL = `
WITH feed AS (
  SELECT version, section_versions, CASE WHEN age_ms >= 0 AND age_ms < $3
    AND EXISTS (SELECT FROM seat_change WHERE performance_id = $1) THEN $3 - age_ms ELSE 0 END AS wait_ms
  FROM seat_feed, LATERAL (
    SELECT (extract(epoch FROM clock_timestamp() - batched_at) * 1000)::float8 AS age_ms
  ) age WHERE performance_id = $1
), taken AS (
  DELETE FROM seat_change WHERE id IN (
    SELECT id FROM (
      SELECT id, sum(cardinality(seat_indexes)) OVER (ORDER BY id) - cardinality(seat_indexes) AS before
      FROM seat_change WHERE performance_id = $1 ORDER BY id LIMIT $2
    ) c WHERE before < $2
  ) AND (SELECT wait_ms FROM feed) = 0 RETURNING seat_indexes
)
SELECT version, section_versions AS "sectionVersions", wait_ms AS "waitMs", (
  SELECT jsonb_agg(jsonb_build_array(s.seat_index, (${STATE_SQL})) ORDER BY s.seat_index)
  FROM performance_seat s WHERE s.performance_id = $1
    AND s.seat_index = ANY (ARRAY(SELECT DISTINCT unnest(seat_indexes) FROM taken))
) AS seats FROM feed`

/** Null for a performance without inventory: there is no map to tell. */
async function takeChanges(
  client: PoolClient,
  performanceId: string,
  coalesceMs: number,
): Promise<Taken | null> {
  const { rows } = await client.query<Taken>({
    name: 'take-seat-changes',
    text: TAKE_SQL,
    values: [performanceId, MAX_TAKEN_SEATS, coalesceMs],
  })
  if (!rows[0]) await client.query('DELETE FROM seat_change WHERE performance_id = $1', [performanceId])
  return rows[0] ?? null
}

async function storeBatches(
  client: PoolClient,
  performanceId: string,
  { version, sectionVersions }: Feed,
  batches: SeatBatch[],
  areForAll: boolean,
): Promise<void> {
  await client.query({
    name: 'store-seat-batches',
    text: `
      WITH told AS (
        UPDATE seat_feed SET version = $2, section_versions = $3, batched_at = clock_timestamp(),
          overview_version = CASE WHEN $4 THEN $2 ELSE overview_version END
        WHERE performance_id = $1
      )
      INSERT INTO seat_batch (performance_id, version, seats, parts)
      SELECT $1, b.version, b.seats, nullif(b.parts, 'null')
      FROM jsonb_to_recordset($5) AS b (version int, seats jsonb, parts jsonb)`,
    values: [performanceId, version, sectionVersions, areForAll, JSON.stringify(batches)],
  })
}

async function withPublisherLock<T>(
  performanceId: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    // One trip for both. What is read under the lock is read by a later statement, which sees what was committed by then.
    const key = client.escapeLiteral(`seat-feed/${performanceId}`)
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
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
