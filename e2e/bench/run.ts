import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startCluster } from '@/host/postgres/cluster'
import { addressOf, ensureDatabase } from '@/host/postgres/databases'
import { migrateDatabase } from '@/prisma/migrate'
import '@/host/test/test-env'

// `npm run bench [-- claims]`: every table with its baseline from the same run. Rates are this machine's; the ratios
// are what to compare.
const wanted = process.argv.slice(2)
const dir = join(import.meta.dirname, '../../.data/bench')
rmSync(dir, { recursive: true, force: true })
const cluster = await startCluster({ dir, durable: true })
try {
  await ensureDatabase(cluster.url('postgres'), 'bench')
  process.env.DATABASE_URL = addressOf(cluster.url('postgres'), 'bench')
  await migrateDatabase(process.env.DATABASE_URL)
  if (wanted.length === 0 || wanted.includes('claims')) {
    const { benchClaims } = await import('./claims')
    console.log(await benchClaims(process.env.DATABASE_URL))
  }
} finally {
  await cluster.stop()
  rmSync(dir, { recursive: true, force: true })
}
process.exit()
