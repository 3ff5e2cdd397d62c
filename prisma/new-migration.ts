import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SchemaContainer } from '@prisma/schema-engine-wasm'
import { listMigrationNames, migrationsDir } from './migrate'
import { everything, offlineEngine } from './schema-engine'

const schemaDir = fileURLToPath(new URL('./schema', import.meta.url))
const snapshotFile = 'datamodel.prisma'
const lockfile = '# Read by Prisma: the migrations are written for this database.\nprovider = "postgresql"\n'

type Where = { schemaDir: string; migrationsDir: string }
const here: Where = { schemaDir, migrationsDir }

/**
 * Writes `<timestamp>_<name>/migration.sql` with what changed in the datamodel since the newest migration, and the
 * datamodel beside it, which the next one is compared with. SQL that a datamodel cannot say (CHECKs, triggers, partial
 * indexes) is appended to the file by hand. Returns the path, or null where nothing changed and `empty` is not asked.
 */
export async function writeMigration(
  name: string,
  { where = here, now = new Date(), empty = false }: { where?: Where; now?: Date; empty?: boolean } = {},
): Promise<string | null> {
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Error(`"${name}": a migration is named in small letters, digits and _`)
  const sql = await diffSinceLastMigration(where)
  if (sql === '' && !empty) return null
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const dir = join(where.migrationsDir, `${stamp}_${name}`)
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'migration.sql'), sql)
  writeFileSync(join(dir, snapshotFile), joinFiles(readDatamodel(where.schemaDir)))
  const lock = join(where.migrationsDir, 'migration_lock.toml')
  if (!existsSync(lock)) writeFileSync(lock, lockfile)
  return join(dir, 'migration.sql')
}

/** The SQL that leads from the newest migration's datamodel to that of today; empty where they agree. */
export async function diffSinceLastMigration(where: Where = here): Promise<string> {
  const last = listMigrationNames(where.migrationsDir).at(-1)
  const engine = await offlineEngine()
  try {
    const { stdout } = await engine.diff({
      from: last
        ? { tag: 'schemaDatamodel', files: [readSnapshot(join(where.migrationsDir, last))] }
        : { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: readDatamodel(where.schemaDir) },
      script: true,
      exitCode: null,
      filters: everything,
    })
    const sql = (stdout ?? '').trim()
    return sql === '' || sql === '-- This is an empty migration.' ? '' : `${sql}\n`
  } finally {
    engine.free()
  }
}

function readDatamodel(dir: string): SchemaContainer[] {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.prisma'))
    .sort()
  if (files.length === 0) throw new Error(`no *.prisma file in ${dir}`)
  return files.map((path) => ({ path, content: readFileSync(join(dir, path), 'utf8') }))
}

function readSnapshot(migrationDir: string): SchemaContainer {
  const path = join(migrationDir, snapshotFile)
  if (!existsSync(path)) throw new Error(`${basename(migrationDir)} has no ${snapshotFile} to compare with`)
  return { path: snapshotFile, content: readFileSync(path, 'utf8') }
}

function joinFiles(files: SchemaContainer[]): string {
  return files.map(({ path, content }) => `// ${path}\n${content.trim()}\n`).join('\n')
}
