import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '../../prisma/migrate'
import { startCluster } from '../postgres/cluster'
import { addressOf, dropDatabase, ensureDatabase } from '../postgres/databases'
import { clearLeftover } from '../postgres/leftover'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server, as its superuser. */
    adminUrl: string
    /** A migrated, empty database, which each test file gets a copy of. */
    template: string
  }
}

const runsDir = join(import.meta.dirname, '../../.data/test')

/**
 * Once per run: a Postgres (that of TEST_POSTGRES_URL, or one of this run's own, so that runs side by side do not
 * meet) with a migrated database to copy.
 */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_POSTGRES_URL
  const { adminUrl, remove } = given ? { adminUrl: given, remove: null } : await startOwnCluster()
  const template = `template_${process.pid}`
  await dropDatabase(adminUrl, template)
  await ensureDatabase(adminUrl, template)
  await migrateDatabase(addressOf(adminUrl, template))
  project.provide('adminUrl', adminUrl)
  project.provide('template', template)
  return () => remove?.() ?? dropDatabase(adminUrl, template)
}

async function startOwnCluster() {
  await removeStaleRuns()
  const dir = join(runsDir, `run-${process.pid}`)
  const cluster = await startCluster({ dir, durable: false })
  const remove = async () => {
    await cluster.stop()
    rmSync(dir, { recursive: true, force: true })
  }
  return { adminUrl: cluster.url('postgres'), remove }
}

/** A run that was killed leaves its Postgres and its directory behind. */
async function removeStaleRuns() {
  mkdirSync(runsDir, { recursive: true })
  for (const name of readdirSync(runsDir).filter((each) => each.startsWith('run-'))) {
    if (isAlive(Number(name.slice('run-'.length)))) continue
    await clearLeftover(join(runsDir, name, 'postgres'))
    rmSync(join(runsDir, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
