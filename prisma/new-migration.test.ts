import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diffSinceLastMigration, writeMigration } from './new-migration'

let where: { schemaDir: string; migrationsDir: string }
let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'migrations-'))
  where = { schemaDir: join(root, 'schema'), migrationsDir: join(root, 'migrations') }
  mkdirSync(where.schemaDir)
  writeModel('base', 'datasource db {\n  provider = "postgresql"\n}')
  writeModel('venue', 'model Venue {\n  id Int @id\n  name String\n}')
})

afterEach(() => rmSync(root, { recursive: true }))

function writeModel(name: string, text: string) {
  writeFileSync(join(where.schemaDir, `${name}.prisma`), text)
}

test('the first migration creates every table', async () => {
  const path = await writeMigration('init', { where, now: new Date('2026-01-02T03:04:05Z') })
  expect(path).toBe(join(where.migrationsDir, '20260102030405_init', 'migration.sql'))
  expect(readFileSync(path!, 'utf8')).toContain('CREATE TABLE "Venue"')
})

test('the next migration holds only what changed', async () => {
  await writeMigration('init', { where, now: new Date('2026-01-02T03:04:05Z') })
  writeModel('venue', 'model Venue {\n  id Int @id\n  name String\n  city String\n}')
  const path = await writeMigration('city', { where, now: new Date('2026-01-03T03:04:05Z') })
  const sql = readFileSync(path!, 'utf8')
  expect(sql).toContain('ADD COLUMN     "city"')
  expect(sql).not.toContain('CREATE TABLE')
})

test('an unchanged datamodel writes nothing', async () => {
  await writeMigration('init', { where })
  expect(await diffSinceLastMigration(where)).toBe('')
  expect(await writeMigration('again', { where })).toBeNull()
})

test('a broken datamodel is refused with its own message', async () => {
  writeModel('venue', 'model Venue {\n  name Strin\n}')
  await expect(writeMigration('init', { where })).rejects.toThrow(/Strin/)
})

test('a name that is no file name is refused', async () => {
  await expect(writeMigration('../up', { where })).rejects.toThrow(/small letters/)
})
