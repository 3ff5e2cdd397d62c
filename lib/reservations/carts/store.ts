import { coalesce } from '@/lib/platform/coalesce'
import { pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { retrying } from '@/lib/platform/transaction'
import type { CartOwner } from '../types'

/**
 * `found` are the carts there are, `made` those that this statement makes, in key order so that two of these cannot
 * deadlock. An owner whose cart another statement makes at this very moment is in neither: ON CONFLICT waits for it,
 * and the next statement finds it.
 */
const ENSURE_SQL = `
WITH asked AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY AS a(id, user_id, guest_id, n)
), found AS (
  SELECT a.n, c.id FROM asked a JOIN cart c ON c.guest_id = a.guest_id
  UNION ALL SELECT a.n, c.id FROM asked a JOIN cart c ON c.user_id = a.user_id
), made AS (
  INSERT INTO cart (id, user_id, guest_id)
  SELECT a.id, a.user_id, a.guest_id FROM asked a WHERE a.n NOT IN (SELECT n FROM found)
  ORDER BY a.guest_id, a.user_id
  ON CONFLICT DO NOTHING
  RETURNING id
)
SELECT n::int - 1 AS n, id FROM found
UNION ALL SELECT a.n::int - 1, a.id FROM asked a JOIN made USING (id)`

const TRIES = 5

/**
 * The id of the owner's cart, made on first use. Two calls at once get the same one. Calls of one process go to the
 * database together: when a sale begins, everybody's cart is new.
 */
export const ensureCart: (owner: CartOwner) => Promise<string> = coalesce({
  maxBatch: 32,
  inFlight: 2,
  keysOf: (owner) => ['userId' in owner ? owner.userId : owner.guestId],
  run: ensureCarts,
})

/** The same for owners who differ, in their order. */
async function ensureCarts(owners: CartOwner[]): Promise<string[]> {
  const ids: (string | undefined)[] = owners.map(() => undefined)
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const open = [...ids.keys()].filter((at) => !ids[at])
    const rows = await runEnsure(open.map((at) => owners[at] as CartOwner))
    for (const { n, id } of rows) ids[open[n] as number] = id
    const done = ids.filter((id) => id !== undefined)
    if (done.length === owners.length) return done
  }
  throw new Error('a cart was neither found nor made')
}

async function runEnsure(owners: CartOwner[]): Promise<{ n: number; id: string }[]> {
  const values = [
    owners.map(() => newId()),
    owners.map((owner) => ('userId' in owner ? owner.userId : null)),
    owners.map((owner) => ('guestId' in owner ? owner.guestId : null)),
  ]
  const query = { name: 'ensure-carts', text: ENSURE_SQL, values }
  const { rows } = await retrying(() => pool.query<{ n: number; id: string }>(query))
  return rows
}
