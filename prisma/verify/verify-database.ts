import pg from 'pg'
import type { Invariant } from './invariant'
import { INVARIANTS } from './invariants'

export type Finding = { invariant: Invariant; count: number; examples: Record<string, unknown>[] }

const EXAMPLES = 5

/**
 * Checks every invariant in one read-only REPEATABLE READ transaction, so that all of them see the same moment.
 * Returns what contradicts them; an empty list is a sound database. Safe against a live one.
 */
export async function verifyDatabase(databaseUrl: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await findViolations(client)
  } finally {
    await client.end()
  }
}

/** The same within the client's own transaction. */
export async function findViolations(client: pg.ClientBase): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const invariant of INVARIANTS) {
    const { rows } = await client.query<Record<string, unknown>>(invariant.sql)
    if (rows.length > 0) findings.push({ invariant, count: rows.length, examples: rows.slice(0, EXAMPLES) })
  }
  return findings
}
