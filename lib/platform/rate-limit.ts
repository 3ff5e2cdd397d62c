import { createHash } from 'node:crypto'
import { runNowAndThen } from './background'
import { pool } from './db'
import { ok, type Result, refuse } from './result'

/** At most `limit` of something in each window of `windowSeconds`, counted by `parts` (never stored in the clear). */
export type RateRule = { name: string; parts: readonly string[]; limit: number; windowSeconds: number }

/**
 * Counts one more of each rule, across all processes, or refuses with `rate_limited` and when to come back. Windows
 * slide: of the fixed window before, the share that is younger than `windowSeconds` counts too, as if its requests had
 * come evenly. What is refused counts as well.
 */
export async function countAgainst(rules: readonly RateRule[]): Promise<Result<null, 'rate_limited'>> {
  forgetOldWindows()
  const waits = await Promise.all(rules.map(countOne))
  const longest = Math.max(0, ...waits)
  return longest > 0 ? refuse('rate_limited', { retryAfterSeconds: longest }) : ok(null)
}

/** Seconds until the window ends where the limit is passed, else 0. */
async function countOne({ name, parts, limit, windowSeconds }: RateRule): Promise<number> {
  const key = `${name}:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`
  const { rows } = await pool.query<{ count: number; left: number }>({
    name: 'rate-limit',
    values: [key, windowSeconds],
    text: `
      WITH this AS (SELECT to_timestamp(floor(extract(epoch FROM clock_timestamp()) / $2) * $2) AS start)
      INSERT INTO rate_limit AS r (key, window_start, count) SELECT $1, start, 1 FROM this
      ON CONFLICT (key) DO UPDATE SET
        previous = CASE
          WHEN r.window_start = excluded.window_start THEN r.previous
          WHEN r.window_start = excluded.window_start - make_interval(secs => $2) THEN r.count
          ELSE 0 END,
        count = CASE WHEN r.window_start = excluded.window_start THEN r.count + 1 ELSE 1 END,
        window_start = excluded.window_start
      RETURNING
        (count + previous * (1 - (extract(epoch FROM clock_timestamp() - window_start) / $2)))::float AS count,
        ceil(extract(epoch FROM window_start) + $2 - extract(epoch FROM clock_timestamp()))::int AS left`,
  })
  const row = rows[0]
  return row && row.count > limit ? Math.max(1, row.left) : 0
}

const TIDY_EVERY_MS = 10 * 60_000

function forgetOldWindows(): void {
  runNowAndThen('forget-old-windows', TIDY_EVERY_MS, () =>
    pool.query(`DELETE FROM rate_limit WHERE window_start < clock_timestamp() - interval '1 day'`),
  )
}

/**
 * Where a request came from, as the last proxy before us saw it: what stands before that in the header is the client's
 * own word. `unknown` without a proxy.
 */
export function addressOf(request: Request): string {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}
