import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import { everything, withEngine } from './schema-engine'

/** Where the migrations of TicketBoss live. */
export const migrationsDir = fileURLToPath(new URL('./migrations', import.meta.url))

/**
 * Applies what is not yet applied, in order, and records it in `_prisma_migrations` as `prisma migrate deploy`
 * would. Repeating it is harmless, and two at once wait for each other. Returns the names applied now; throws where a
 * migration fails. One edited after it was applied does not run again: write the next one instead.
 */
export async function migrateDatabase(databaseUrl: string, dir = migrationsDir): Promise<string[]> {
  const migrationsList = listMigrations(dir)
  return withEngine(databaseUrl, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: everything })
    return appliedMigrationNames
  })
}

/** The migrations of a directory, oldest first, in the engine's own shape. */
function listMigrations(dir: string): MigrationList {
  const lockfile = join(dir, 'migration_lock.toml')
  return {
    baseDir: dir,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: listMigrationNames(dir).map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: readMigration(join(dir, name, 'migration.sql')) },
    })),
  }
}

/** Names of the migrations of a directory, oldest first. */
export function listMigrationNames(dir: string): string[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

function readMigration(path: string) {
  if (!existsSync(path)) return { tag: 'error' as const, value: `${path} is missing` }
  return { tag: 'ok' as const, value: readFileSync(path, 'utf8') }
}
