import pg from 'pg'

/** Runs one SQL statement on a connection of its own. */
export async function runSql(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

/** The same server's address of another database. */
export function addressOf(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/** Creates the database where it is missing. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const sql = `SELECT 1 FROM pg_database WHERE datname = ${pg.escapeLiteral(name)}`
  if ((await runSql(adminUrl, sql)).rowCount) return
  await runSql(adminUrl, `CREATE DATABASE ${pg.escapeIdentifier(name)}`)
}

/** Replaces a database by a fresh copy of another one, which nobody may be connected to. */
export async function copyDatabase(adminUrl: string, from: string, to: string): Promise<void> {
  await dropDatabase(adminUrl, to)
  await runSql(adminUrl, `CREATE DATABASE ${pg.escapeIdentifier(to)} TEMPLATE ${pg.escapeIdentifier(from)}`)
}

/** Drops a database if it is there, and ends its sessions. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await runSql(adminUrl, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
}
