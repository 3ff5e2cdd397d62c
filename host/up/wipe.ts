import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { clearLeftover } from '../postgres/leftover'
import { lockDataDir } from './lock'

/**
 * Empties a data directory, first ending a Postgres that a killed run left on it. Throws while a living one uses it.
 * The tests' own directory inside it stays.
 */
export async function wipeDataDir(dataDir: string): Promise<void> {
  const unlock = lockDataDir(dataDir)
  await clearLeftover(join(dataDir, 'postgres'))
  for (const name of readdirSync(dataDir)) {
    if (name !== 'test') rmSync(join(dataDir, name), { recursive: true, force: true })
  }
  unlock()
}
