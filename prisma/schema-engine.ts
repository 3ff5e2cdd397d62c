import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine as Engine, SchemaFilter } from '@prisma/schema-engine-wasm'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Pool } from 'pg'

/** Every table and enum is ours: nothing is managed elsewhere. */
export const everything: SchemaFilter = { externalTables: [], externalEnums: [] }

let instantiated = false

/**
 * Node cannot import a .wasm file as a module yet, so the engine is instantiated by hand and handed to its glue.
 * (The `prisma migrate` binary is downloaded from outside the npm registry, which is why it is not used.)
 */
function instantiateEngine() {
  if (instantiated) return
  const require = createRequire(import.meta.url)
  const path = require
    .resolve('@prisma/schema-engine-wasm')
    .replace('schema_engine.js', 'schema_engine_bg.wasm')
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)), {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  })
  const { __wbg_set_wasm } = glue as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void }
  __wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  instantiated = true
}

/**
 * Runs `work` with the schema engine on a live database. One connection only: the engine's advisory lock against a
 * second migrator belongs to a session, and freeing the engine does not close what it opened.
 */
export async function withEngine<T>(databaseUrl: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 })
  try {
    const engine = await createEngine(new PrismaPg(pool))
    try {
      return await work(engine)
    } finally {
      engine.free()
    }
  } finally {
    await pool.end()
  }
}

/** The schema engine without a database: enough to compare two datamodels. The caller frees it. */
export function offlineEngine(): Promise<Engine> {
  const connect = async () => offlineAdapter
  return createEngine({
    provider: 'postgres',
    adapterName: offlineAdapter.adapterName,
    connect,
    connectToShadowDb: connect,
  })
}

function createEngine(factory: SqlMigrationAwareDriverAdapterFactory): Promise<Engine> {
  instantiateEngine()
  return glue.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}

/** On start the engine asks one question, whether the schema exists and which Postgres this is; all else is refused. */
const offlineAdapter: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  queryRaw: async ({ sql }) => {
    if (!sql.includes('server_version_num')) throw new Error(`not connected to a database: ${sql}`)
    return {
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, 'PostgreSQL 18.4', 180004]],
    }
  },
  executeRaw: () => Promise.reject(new Error('not connected to a database')),
  executeScript: () => Promise.reject(new Error('not connected to a database')),
  startTransaction: () => Promise.reject(new Error('not connected to a database')),
  dispose: async () => {},
}
