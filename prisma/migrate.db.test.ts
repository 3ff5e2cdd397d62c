import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { migrateDatabase } from './migrate'

const admin = new pg.Client({ connectionString: process.env.DATABASE_URL })
const name = `migrate_${process.pid}`
const url = new URL(process.env.DATABASE_URL!)
url.pathname = `/${name}`
let dir: string

beforeAll(() => admin.connect())
afterAll(() => admin.end())

beforeEach(async () => {
  await admin.query(`CREATE DATABASE ${name}`)
  dir = mkdtempSync(join(tmpdir(), 'migrations-'))
  writeSql('1_init', 'CREATE TABLE venue (id int PRIMARY KEY);\nALTER TABLE venue ADD CHECK (id > 0);')
})

afterEach(async () => {
  rmSync(dir, { recursive: true })
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
})

function writeSql(migration: string, sql: string) {
  mkdirSync(join(dir, migration), { recursive: true })
  writeFileSync(join(dir, migration, 'migration.sql'), sql)
  writeFileSync(join(dir, 'migration_lock.toml'), 'provider = "postgresql"\n')
}

test('migrations are applied once, in order', async () => {
  writeSql('2_name', 'ALTER TABLE venue ADD name text;')
  expect(await migrateDatabase(url.href, dir)).toEqual(['1_init', '2_name'])
  expect(await migrateDatabase(url.href, dir)).toEqual([])
})

test('a failing migration throws and says which', async () => {
  writeSql('2_bad', 'ALTER TABLE nowhere ADD name text;')
  await expect(migrateDatabase(url.href, dir)).rejects.toThrow(/nowhere[\s\S]*2_bad/)
})

test('a migration edited after it was applied does not run again', async () => {
  await migrateDatabase(url.href, dir)
  writeSql('1_init', 'DROP TABLE venue;')
  expect(await migrateDatabase(url.href, dir)).toEqual([])
})
