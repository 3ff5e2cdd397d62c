import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Env } from '../emulators/start-all'
import { startCluster } from '../postgres/cluster'
import { generateClient, root } from './build'
import { startChild } from './child'
import { lockDataDir } from './lock'
import { tsxArgs } from './seed'
import { readSettings } from './settings'
import { database } from './stack'

const dataDir = join(root, '.data')

/** Runs a TypeScript file of ours to its end and returns its exit code. */
export async function runScript(file: string, args: string[], env: Env = process.env): Promise<number> {
  await generateClient()
  const child = startChild({
    program: process.execPath,
    args: [...tsxArgs(file), ...args],
    env: env as NodeJS.ProcessEnv,
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code ?? 1
}

/**
 * The same with DATABASE_URL set: the configured database, that of a running `npm start`, or the local one, started for
 * as long as it takes.
 */
export async function runOnDatabase(file: string, args: string[]): Promise<number> {
  const settings = readSettings(root)
  const url = settings.DATABASE_URL ?? findRunningDatabase()
  if (url) return runScript(file, args, { ...settings, DATABASE_URL: url })
  if (!existsSync(join(dataDir, 'postgres')))
    throw new Error('There is no database yet: npm start makes one.')
  const unlock = lockDataDir(dataDir)
  const cluster = await startCluster({ dir: dataDir, durable: true })
  try {
    return await runScript(file, args, { ...settings, DATABASE_URL: cluster.url(database) })
  } finally {
    await cluster.stop()
    unlock()
  }
}

function findRunningDatabase(): string | undefined {
  const path = join(dataDir, 'running.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Env).DATABASE_URL : undefined
}
