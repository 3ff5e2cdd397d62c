import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runSql } from '../postgres/databases'
import { root } from './build'
import { startChild } from './child'
import { step } from './say'

/** The demo accounts that a seeded database can be looked at with. */
export type SeedSummary = {
  signIns: { role: string; email: string; password: string }[]
  apiKey: string
  organizerSlug: string
}

const halfSeeded = 'seeding'

/**
 * Seeds an empty database, and remembers the demo accounts beside it. Returns them, or null where this database was
 * filled by someone else.
 */
export async function seedWhenEmpty(env: NodeJS.ProcessEnv, dataDir: string): Promise<SeedSummary | null> {
  const path = join(dataDir, 'seed.json')
  const { rows } = await runSql(
    env.DATABASE_URL as string,
    'SELECT EXISTS (SELECT 1 FROM organizer) AS filled',
  )
  if (rows[0].filled) return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
  const mark = join(dataDir, halfSeeded)
  writeFileSync(mark, '')
  const summary = await step('Seeding a catalogue', () => runSeed(env))
  writeFileSync(path, JSON.stringify(summary, null, 2), { mode: 0o600 })
  rmSync(mark)
  return summary
}

async function runSeed(env: NodeJS.ProcessEnv): Promise<SeedSummary> {
  const child = startChild({ program: process.execPath, args: tsxArgs('host/up/seed-child.ts'), env })
  let summary: SeedSummary | null = null
  child.on('message', (message) => {
    summary = message as SeedSummary
  })
  const [code] = await once(child, 'exit')
  if (code !== 0 || !summary) throw new Error('the seed failed; what it said is above')
  return summary
}

/** Whether a seed broke off half-way here: then the local database is worth nothing and is made anew. */
export function isHalfSeeded(dataDir: string): boolean {
  return existsSync(join(dataDir, halfSeeded))
}

/** What Node needs to run a TypeScript file of ours. */
export function tsxArgs(file: string): string[] {
  return ['--import', 'tsx', join(root, file)]
}
