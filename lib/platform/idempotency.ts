import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { runNowAndThen } from './background'
import { coalesce } from './coalesce'
import { pool } from './db'
import { ok, type Result, refuse } from './result'
import { retrying } from './transaction'

/** An answer as it is kept: what a repeat gets. */
export type KeptAnswer = { status: number; body: unknown }

/** Who asks, under which key, for what (`hashRequest`). */
export type KeyedRequest = { caller: string; key: string; hash: string }

const WAIT_MS = 5_000
const LOOK_EVERY_MS = 100
/** After this a first request without an answer is taken for dead; commands are bounded far below it. */
const TAKEOVER_SECONDS = 60
const KEEP_HOURS = 24

/** The same for requests that mean the same: the order of JSON's fields does not count. */
export function hashRequest(method: string, path: string, body: unknown): string {
  const text = JSON.stringify([method, path, body ?? null], (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(text).digest('hex')
}

/**
 * Runs `work` for the first request of a caller's key and keeps its answer for a day; a repeat gets that answer and
 * `work` does not run. A repeat while the first still runs waits up to five seconds, then is `unavailable`. Another
 * request under the key is `idempotency_mismatch`. An answer that asks to try later (429, 5xx), and a throw, are not
 * kept: the next request is a first one. Where the first died without a word, a repeat takes over after a minute, so
 * `work` must bear to be run again after it half happened.
 */
export async function answerOnce(
  request: KeyedRequest,
  work: () => Promise<KeptAnswer>,
): Promise<Result<KeptAnswer & { isReplay: boolean }, 'idempotency_mismatch' | 'unavailable'>> {
  forgetOldKeys()
  const until = Date.now() + WAIT_MS
  do {
    const startedAt = await begin(request)
    if (startedAt) return ok({ ...(await runFirst(request, startedAt, work)), isReplay: false })
    const first = await look(request)
    if (first && first.hash !== request.hash) return refuse('idempotency_mismatch')
    if (first?.status != null) return ok({ status: first.status, body: first.body, isReplay: true })
    await sleep(LOOK_EVERY_MS)
  } while (Date.now() < until)
  return refuse('unavailable', {
    detail: 'The first request with this key is still running',
    retryAfterSeconds: 2,
  })
}

const BEGIN_SQL = `
  INSERT INTO idempotency_key AS k (caller, key, request_hash, created_at)
  SELECT r.*, date_trunc('milliseconds', clock_timestamp())
  FROM unnest($1::text[], $2::text[], $3::text[]) AS r(caller, key, hash)
  ORDER BY r.caller, r.key
  ON CONFLICT (caller, key) DO UPDATE
    SET request_hash = excluded.request_hash, status = NULL, body = NULL, created_at = excluded.created_at
    WHERE k.created_at < excluded.created_at - interval '${KEEP_HOURS} hours'
      OR (k.status IS NULL AND k.request_hash = excluded.request_hash
        AND k.created_at < excluded.created_at - interval '${TAKEOVER_SECONDS} seconds')
  RETURNING caller, key, created_at AS "startedAt"`

const KEEP_SQL = `
  UPDATE idempotency_key k SET status = a.status, body = a.body::jsonb
  FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::int[], $5::text[])
    AS a(caller, key, started_at, status, body)
  WHERE k.caller = a.caller AND k.key = a.key AND k.created_at = a.started_at`

async function runFirst(request: KeyedRequest, startedAt: Date, work: () => Promise<KeptAnswer>) {
  try {
    const answer = await work()
    if (answer.status === 429 || answer.status >= 500) await giveUp(request, startedAt)
    else await keep({ request, startedAt, answer })
    return answer
  } catch (error) {
    await giveUp(request, startedAt)
    throw error
  }
}

/**
 * Makes this request the first of its key, or takes over from one that is dead or long past; else null. Requests of one
 * process go together, in key order, so that processes cannot deadlock.
 */
const begin = coalesce<KeyedRequest, Date | null>({
  ...{ maxBatch: 32, inFlight: 2, keysOf: (request) => [nameKey(request)] },
  run: async (requests) => {
    const query = {
      name: 'idempotency-begin',
      values: [
        requests.map(({ caller }) => caller),
        requests.map(({ key }) => key),
        requests.map(({ hash }) => hash),
      ],
      text: BEGIN_SQL,
    }
    const { rows } = await retrying(() => pool.query<{ caller: string; key: string; startedAt: Date }>(query))
    const begun = new Map(rows.map((row) => [nameKey(row), row.startedAt]))
    return requests.map((request) => begun.get(nameKey(request)) ?? null)
  },
})

async function look({ caller, key }: KeyedRequest) {
  const { rows } = await pool.query<{ hash: string; status: number | null; body: unknown }>(
    'SELECT request_hash AS hash, status, body FROM idempotency_key WHERE caller = $1 AND key = $2',
    [caller, key],
  )
  return rows[0] ?? null
}

type Kept = { request: KeyedRequest; startedAt: Date; answer: KeptAnswer }

/** `startedAt` tells a first request from the one that took over from it: only the latter's answer counts then. */
const keep = coalesce<Kept, void>({
  ...{ maxBatch: 32, inFlight: 2, keysOf: ({ request }) => [nameKey(request)] },
  run: async (all) => {
    const query = {
      name: 'idempotency-keep',
      values: [
        all.map(({ request }) => request.caller),
        all.map(({ request }) => request.key),
        all.map(({ startedAt }) => startedAt),
        all.map(({ answer }) => answer.status),
        all.map(({ answer }) => JSON.stringify(answer.body ?? null)),
      ],
      text: KEEP_SQL,
    }
    await retrying(() => pool.query(query))
    return all.map(() => undefined)
  },
})

/** A caller's name has no line break in it, a key no blank either. */
function nameKey({ caller, key }: { caller: string; key: string }): string {
  return `${caller}\n${key}`
}

async function giveUp({ caller, key }: KeyedRequest, startedAt: Date) {
  await pool.query('DELETE FROM idempotency_key WHERE caller = $1 AND key = $2 AND created_at = $3', [
    ...[caller, key, startedAt],
  ])
}

const TIDY_EVERY_MS = 10 * 60_000

function forgetOldKeys(): void {
  runNowAndThen('forget-old-keys', TIDY_EVERY_MS, () =>
    pool.query(
      `DELETE FROM idempotency_key WHERE created_at < clock_timestamp() - interval '${KEEP_HOURS} hours'`,
    ),
  )
}
