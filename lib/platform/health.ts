import { pool } from './db'

/** A job that has been due for longer than this is not being worked. */
const MAX_WAIT_SECONDS = 120

/** Asks the database something that costs nothing; throws where it does not answer. */
export async function pingDatabase(): Promise<void> {
  await pool.query('SELECT 1')
}

/** Throws where a job has been due for too long, so that nobody seems to work them. No queue yet is no fault. */
export async function checkJobs(): Promise<void> {
  const { rows: tables } = await pool.query<{ exists: boolean }>(
    `SELECT to_regclass('pgboss.job') IS NOT NULL AS exists`,
  )
  if (!tables[0]?.exists) return
  const { rows } = await pool.query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM pgboss.job
     WHERE state IN ('created', 'retry') AND start_after < clock_timestamp() - make_interval(secs => $1)`,
    [MAX_WAIT_SECONDS],
  )
  const waiting = rows[0]?.waiting ?? 0
  if (waiting > 0) throw new Error(`${waiting} jobs wait for longer than ${MAX_WAIT_SECONDS} s`)
}

/** Asks a provider something that changes nothing; throws where the answer is not one of a service that works. */
export async function pingUrl(
  url: string,
  { bearer, isFine }: { bearer: string; isFine: (status: number) => boolean },
): Promise<void> {
  const response = await fetch(url, { cache: 'no-store', headers: { authorization: `Bearer ${bearer}` } })
  // Read, not cancelled: Next hands out one half of a body in two, and cancelling waits for the other half.
  await response.arrayBuffer()
  if (!isFine(response.status)) throw new Error(`${new URL(url).host} answered ${response.status}`)
}
