import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startCluster } from '@/host/postgres/cluster'
import { addressOf, ensureDatabase } from '@/host/postgres/databases'
import { migrateDatabase } from '@/prisma/migrate'
import '@/host/test/test-env'

// `npm run bench [-- claims doors availability live map --minutes=10]`: tables with their baselines from the same run.
// Rates are this machine's; the ratios are what to compare. `--minutes`: how long the map's memory is watched.
const groups = ['claims', 'doors', 'availability', 'live', 'map']
const asked = process.argv.slice(2).filter((each) => !each.startsWith('--'))
const minutes = Number(process.argv.find((each) => each.startsWith('--minutes='))?.slice(10) ?? 1)
if (!(minutes > 0)) throw new Error('--minutes is a number of minutes')
const unknown = asked.find((group) => !groups.includes(group))
if (unknown) throw new Error(`there is no bench "${unknown}": ${groups.join(', ')}`)
const wanted = new Set(asked.length > 0 ? asked : groups)

const dir = join(import.meta.dirname, '../../.data/bench')

/** What needs the database. */
async function benchSale(): Promise<void> {
  rmSync(dir, { recursive: true, force: true })
  const cluster = await startCluster({ dir, durable: true })
  try {
    await ensureDatabase(cluster.url('postgres'), 'bench')
    const databaseUrl = addressOf(cluster.url('postgres'), 'bench')
    process.env.DATABASE_URL = databaseUrl
    await migrateDatabase(databaseUrl)
    if ([...wanted].some((group) => group !== 'live')) {
      const { benchAll } = await import('./groups')
      await benchAll({ databaseUrl, dataDir: dir }, wanted)
    }
    if (wanted.has('live')) await (await import('./live')).benchLive(databaseUrl)
  } finally {
    await cluster.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

if ([...wanted].some((group) => group !== 'map')) await benchSale()
if (wanted.has('map')) await (await import('./map')).benchMap({ minutes })
process.exit()
