import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrateDatabase } from '../../prisma/migrate'
import { closeStandIns, type Env, type StandIn, startStandIns } from '../emulators/start-all'
import { type Cluster, startCluster } from '../postgres/cluster'
import { dropDatabase, ensureDatabase } from '../postgres/databases'
import { lockDataDir } from './lock'
import { note, step } from './say'
import { keepSecrets } from './secrets'
import { isHalfSeeded } from './seed'
import { settingNames } from './settings'

export type StackOptions = {
  /** Holds everything that lasts: database, mails, files, secrets. */
  dataDir: string
  settings: Env
  port: number
  /** A throw-away database is faster and does not survive a power cut. */
  durable: boolean
}

/** The parts below the app: a database that is migrated, and a provider or a stand-in for everything else. */
export type Stack = {
  /** The whole environment the app runs with. */
  env: NodeJS.ProcessEnv
  pages: [name: string, url: string][]
  stop(): Promise<void>
}

/** The name of the local database. */
export const database = 'ticketboss'

/** Starts what is not configured. Stops what it had started where a later part fails. */
export async function startStack({ dataDir, settings, port, durable }: StackOptions): Promise<Stack> {
  const unlock = lockDataDir(dataDir)
  let cluster: Cluster | null = null
  let standIns = new Map<string, StandIn>()
  const stop = async () => {
    await closeStandIns(standIns)
    await cluster?.stop()
    rmSync(join(dataDir, 'running.json'), { force: true })
    unlock()
  }
  try {
    const appUrl = settings.APP_URL ?? `http://localhost:${port}`
    if (!settings.DATABASE_URL) {
      cluster = await step('Starting Postgres', () => startCluster({ dir: dataDir, durable }))
      if (isHalfSeeded(dataDir)) await dropDatabase(cluster.url('postgres'), database)
      await ensureDatabase(cluster.url('postgres'), database)
    }
    // The stand-ins call the app by an address of this machine, whatever the public one is.
    const place = { dataDir, appUrl: `http://127.0.0.1:${port}` }
    standIns = await step('Starting what stands in for providers', () => startStandIns(settings, place))
    if (standIns.size > 0) note([...standIns.keys()].join(', '))
    const own = { ...keepSecrets(dataDir), ...(cluster ? { DATABASE_URL: cluster.url(database) } : {}) }
    const found = Object.assign({}, ...[...standIns.values()].map((each) => each.env))
    const env = { ...own, ...found, ...process.env, ...settings, APP_URL: appUrl, PORT: String(port) }
    env.NEXTAUTH_URL ??= appUrl
    env.NEXTAUTH_SECRET ??= env.AUTH_SECRET
    await migrate(env.DATABASE_URL)
    const shown = Object.fromEntries(settingNames.flatMap((name) => (env[name] ? [[name, env[name]]] : [])))
    writeFileSync(join(dataDir, 'running.json'), JSON.stringify(shown, null, 2), { mode: 0o600 })
    const pages = [...standIns.values()].flatMap(({ page }) => (page ? [page] : []))
    return { env, pages, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function migrate(databaseUrl: string): Promise<void> {
  return step('Applying migrations', async () => {
    const applied = await migrateDatabase(databaseUrl)
    note(applied.length > 0 ? applied.join(', ') : 'nothing new')
  })
}
