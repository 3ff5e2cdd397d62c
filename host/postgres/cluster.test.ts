import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Cluster, startCluster } from './cluster'
import { runSql } from './databases'

let dir: string
let cluster: Cluster | null = null

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cluster-'))
  chmodSync(dir, 0o755)
})
afterEach(async () => {
  await cluster?.stop()
  cluster = null
  rmSync(dir, { recursive: true })
})

async function start(at = dir) {
  cluster = await startCluster({ dir: at, durable: false })
  return cluster
}
const ask = async (running: Cluster, sql: string) => (await runSql(running.url('postgres'), sql)).rows[0]
const pidOf = () => Number.parseInt(readFileSync(join(dir, 'postgres/postmaster.pid'), 'utf8'), 10)

test('data outlives a stop', async () => {
  const first = await start()
  await runSql(first.url('postgres'), 'CREATE TABLE seat AS SELECT 7 AS number')
  await first.stop()
  expect(await ask(await start(), 'SELECT number FROM seat')).toEqual({ number: 7 })
}, 60_000)

test('a Postgres that a crash of ours left running gives way to the next start', async () => {
  const left = await start()
  const pid = pidOf()
  const next = await start()
  expect(pidOf()).not.toBe(pid)
  expect(await ask(next, 'SELECT 1 AS one')).toEqual({ one: 1 })
  await left.stop()
}, 60_000)

test('a stale postmaster.pid, even of a process that lives, does not stop the start', async () => {
  await (await start()).stop()
  writeFileSync(join(dir, 'postgres/postmaster.pid'), `${process.pid}\n`)
  expect(await ask(await start(), 'SELECT 1 AS one')).toEqual({ one: 1 })
}, 60_000)

test('it starts inside a directory that is closed to others', async () => {
  const closed = join(dir, 'private')
  mkdirSync(closed, { mode: 0o700 })
  const running = await start(join(closed, 'data'))
  expect(await ask(running, "SELECT upper('é') AS letter, count(*)::int AS others FROM pg_user")).toEqual({
    letter: 'É',
    others: 1,
  })
}, 60_000)
