import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { findFreePort } from '../ports'
import { findPostgres, type PostgresBinaries } from './binaries'
import { clearLeftover } from './leftover'
import { prepareUser, type RunAs } from './run-as'

/** A running Postgres of our own. `stop` ends it cleanly; the data stays. */
export type Cluster = { url(database: string): string; stop(): Promise<void> }

type Options = {
  /** Holds the data directory, the log, and the password and port of this cluster. */
  dir: string
  /** A throw-away cluster for tests skips what protects data from a power cut. */
  durable: boolean
}
type Login = { port: number; password: string }

let exitsOnSignals = false
const startTimeoutMs = 60_000
const stopTimeoutMs = 20_000

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
}
const throwAway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Starts the Postgres of a directory, on its port of last time if that is free. Creates it where there is none. */
export async function startCluster({ dir, durable }: Options): Promise<Cluster> {
  mkdirSync(dir, { recursive: true })
  const dataDir = join(dir, 'postgres')
  const programs = await findPostgres()
  const runAs = prepareUser(dataDir, programs.postgres)
  const login = readLogin(dir)
  if (!login || !existsSync(join(dataDir, 'PG_VERSION'))) await createCluster(dir, programs, runAs)
  await clearLeftover(dataDir)
  const { password, port } = await choosePort(dir)
  const flags = Object.entries({ ...settings, ...(durable ? {} : throwAway) })
  const args = [
    '-D',
    dataDir,
    '-p',
    String(port),
    ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const log = join(dir, 'postgres.log')
  const child = launch(programs.postgres, args, runAs, log)
  const url = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
  await waitUntilReady(child, url('postgres'), log)
  return { url, stop: () => stopChild(child) }
}

function readLogin(dir: string): Login | null {
  const path = join(dir, 'postgres.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Login) : null
}

async function choosePort(dir: string): Promise<Login> {
  const { password, port } = readLogin(dir) as Login
  const login = { password, port: await findFreePort(port) }
  writeFileSync(join(dir, 'postgres.json'), JSON.stringify(login), { mode: 0o600 })
  return login
}

/** initdb wants an empty directory: what an interrupted first run left behind goes. */
async function createCluster(dir: string, { initdb, postgres }: PostgresBinaries, runAs: RunAs) {
  const dataDir = join(dir, 'postgres')
  rmSync(dataDir, { recursive: true, force: true })
  prepareUser(dataDir, postgres)
  const password = randomBytes(18).toString('base64url')
  const passwordFile = join(tmpdir(), `password-${randomBytes(6).toString('hex')}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (runAs.uid) chownSync(passwordFile, runAs.uid, -1)
  const args = ['-D', dataDir, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  args.push('-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync')
  const [program, ...rest] = [...runAs.prefix, initdb, ...args]
  try {
    await promisify(execFile)(program!, rest, { uid: runAs.uid, gid: runAs.gid, cwd: tmpdir() })
  } finally {
    rmSync(passwordFile)
  }
  writeFileSync(join(dir, 'postgres.json'), JSON.stringify({ password, port: 0 }), { mode: 0o600 })
}

/** Detached, so that Ctrl-C in the terminal reaches us alone and we stop it last. */
function launch(postgres: string, args: string[], runAs: RunAs, logPath: string): ChildProcess {
  const log = openSync(logPath, 'w')
  const [program, ...rest] = [...runAs.prefix, postgres, ...args]
  const child = spawn(program!, rest, {
    uid: runAs.uid,
    gid: runAs.gid,
    cwd: tmpdir(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  const stopAtExit = () => child.kill('SIGINT')
  process.once('exit', stopAtExit)
  child.once('exit', () => process.off('exit', stopAtExit))
  exitOnSignals()
  return child
}

/** A signal that nobody handles would end us without the `exit` that stops Postgres. */
function exitOnSignals() {
  if (exitsOnSignals) return
  exitsOnSignals = true
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal])
    })
  }
}

async function waitUntilReady(child: ChildProcess, url: string, logPath: string) {
  const deadline = Date.now() + startTimeoutMs
  while (!(await canConnect(url))) {
    const gone = child.exitCode !== null || child.signalCode !== null
    if (!gone && Date.now() < deadline) {
      await sleep(50)
      continue
    }
    if (!gone) await stopChild(child)
    const lastLines = readFileSync(logPath, 'utf8').trim().split('\n').slice(-8).join('\n')
    throw new Error(`Postgres did not start. Its last words (${logPath}):\n${lastLines}`)
  }
}

async function canConnect(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end()
  }
}

/** SIGINT is Postgres' fast shutdown: sessions end, data is written. */
function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const impatient = setTimeout(() => child.kill('SIGQUIT'), stopTimeoutMs)
    child.once('exit', () => {
      clearTimeout(impatient)
      resolve()
    })
    child.kill('SIGINT')
  })
}
