import { coalesce } from '@/lib/platform/coalesce'
import { pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { retrying } from '@/lib/platform/transaction'
import type { CartOwner } from '../types'

/**
 * Finds the carts there are, a look-up each (a join would be planned as a scan while the table is small, and that plan
 * kept while it grows), and makes the others, in key order so that two of these cannot deadlock. An owner whose cart
 * another statement makes at this very moment is not answered: ON CONFLICT waits for it, and the next statement finds
 * it. Nobody waits for the disk here: an empty cart is worth nothing, and the claim that follows it into the log takes it
 * to the disk along with itself.
 */
const ENSURE_SQL = `
WITH hurry AS MATERIALIZED (
  SELECT set_config('synchronous_commit', 'off', true)
), asked AS (
  SELECT a.*, COALESCE(
    (SELECT c.id FROM cart c WHERE c.guest_id = a.guest_id),
    (SELECT c.id FROM cart c WHERE c.user_id = a.user_id)
  ) AS found
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY AS a(new_id, user_id, guest_id, n),
    hurry
), made AS (
  INSERT INTO cart (id, user_id, guest_id)
  SELECT new_id, user_id, guest_id FROM asked WHERE found IS NULL
  ORDER BY guest_id, user_id
  ON CONFLICT DO NOTHING
  RETURNING id
)
SELECT a.n::int - 1 AS n, COALESCE(a.found, m.id) AS id
FROM asked a LEFT JOIN made m ON m.id = a.new_id
WHERE a.found IS NOT NULL OR m.id IS NOT NULL`

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
