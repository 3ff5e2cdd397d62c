import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { pool } from '@/lib/platform/db'

const GATE = 7_001
/** But not those of a queue, which takes what nobody else has. */
const LOCK_CLAUSE = /\bFOR (NO KEY UPDATE|UPDATE|KEY SHARE|SHARE)( OF \w+\b)?(?!\s+(OF|SKIP)\b)/g

/** From now on whoever changes one of these tables passes a gate before they commit. It stands open but in `overlap`. */
export async function buildGate(tables: string[]): Promise<void> {
  await pool.query(`
    CREATE FUNCTION pass_gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM pg_advisory_xact_lock_shared(${GATE});
      RETURN NULL; END $$`)
  for (const table of tables) {
    await pool.query(`
      CREATE CONSTRAINT TRIGGER pass_gate AFTER INSERT OR UPDATE ON ${pg.escapeIdentifier(table)}
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION pass_gate()`)
  }
}

/**
 * The worst moment there is, every time: `second` begins when `first` has written everything and not committed, and
 * that commit comes once the second waits for something, too (for the first, or at the gate), or is done.
 */
export async function overlap<A, B>(first: () => Promise<A>, second: () => Promise<B>): Promise<[A, B]> {
  const keeper = await pool.connect()
  try {
    await keeper.query('SELECT pg_advisory_lock($1)', [GATE])
    const ahead = first()
    await untilWaiting(1, ahead)
    const behind = second()
    await untilWaiting(2, behind)
    await keeper.query('SELECT pg_advisory_unlock($1)', [GATE])
    return await Promise.all([ahead, behind])
  } finally {
    await keeper.query('SELECT pg_advisory_unlock_all()')
    keeper.release()
  }
}

/** Until so many connections to this database wait for a lock, or the work is done without. */
async function untilWaiting(count: number, work: Promise<unknown>): Promise<void> {
  let isDone = false
  const done = () => {
    isDone = true
  }
  work.then(done, done)
  while (!isDone) {
    const { rows } = await pool.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    if ((rows[0]?.waiting ?? 0) >= count) return
    await sleep(5)
  }
}

type Query = (this: pg.Client, asked: unknown, ...rest: unknown[]) => unknown

/** For controls: meanwhile no statement of this process locks the rows it reads. What it writes it locks all the same. */
export async function withoutLocks<T>(work: () => Promise<T>): Promise<T> {
  const client = pg.Client.prototype as unknown as { query: Query }
  const { query } = client
  client.query = function (asked, ...rest) {
    return query.call(this, unlock(asked), ...rest)
  }
  try {
    return await work()
  } finally {
    client.query = query
  }
}

function unlock(asked: unknown): unknown {
  if (typeof asked === 'string') return asked.replace(LOCK_CLAUSE, '')
  if (!isConfig(asked) || asked.text.search(LOCK_CLAUSE) === -1) return asked
  const { name } = asked
  return {
    ...asked,
    text: asked.text.replace(LOCK_CLAUSE, ''),
    ...(name ? { name: `${name}-unlocked` } : {}),
  }
}

/** Not a query that is on its way already. */
function isConfig(asked: unknown): asked is { text: string; name?: string } {
  return typeof asked === 'object' && asked !== null && 'text' in asked && !('submit' in asked)
}
