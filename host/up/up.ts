import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp, generateClient, root } from './build'
import { startChild, stopChild } from './child'
import { alignRows, step } from './say'
import { type SeedSummary, seedWhenEmpty, tsxArgs } from './seed'
import { readPort, readSettings } from './settings'
import { type Stack, startStack, waitUntilServing } from './stack'

export type UpOptions = { dev: boolean; fresh: boolean; signal: AbortSignal }

const dataDir = join(root, '.data')
const quiet = { NEXT_TELEMETRY_DISABLED: '1' }
const firstAnswerMs = 120_000

/**
 * `npm start` and `npm run dev`: everything that is not configured is started, the app is migrated, seeded, built
 * (or, in dev, compiled as it is looked at) and served, until `signal`. Then all of it stops, the app first.
 */
export async function up({ dev, fresh, signal }: UpOptions): Promise<void> {
  if (fresh)
    await step('Starting over: removing .data', async () => rmSync(dataDir, { recursive: true, force: true }))
  const settings = readSettings(root)
  const port = readPort(settings)
  await generateClient(signal)
  const stack = await startStack({ dataDir, settings, port, durable: true })
  let server: ChildProcess | null = null
  try {
    signal.throwIfAborted()
    const seeded = await seedWhenEmpty(stack.env, dataDir)
    signal.throwIfAborted()
    if (!dev) await buildApp(stack.env, signal)
    server = await step('Starting the app', () => serve(stack, dev, port))
    printSummary(stack, seeded)
    await untilEnd(server, signal)
  } finally {
    if (signal.aborted) console.log('\n• Stopping')
    if (server) await stopChild(server)
    await stack.stop()
  }
}

async function serve(stack: Stack, dev: boolean, port: number): Promise<ChildProcess> {
  const env: NodeJS.ProcessEnv = { ...stack.env, NODE_ENV: dev ? 'development' : 'production', ...quiet }
  const args = [...tsxArgs('host/server.ts'), ...(dev ? ['--dev'] : [])]
  const server = startChild({ program: process.execPath, args, env })
  try {
    await waitUntilServing(server, `http://127.0.0.1:${port}/api/v1/health`, firstAnswerMs)
  } catch (error) {
    await stopChild(server)
    throw error
  }
  return server
}

function untilEnd(server: ChildProcess, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve())
    server.once('exit', (code) => reject(new Error(`the server ended by itself (exit code ${code})`)))
  })
}

function printSummary({ env, pages }: Stack, seeded: SeedSummary | null) {
  const site = env.APP_URL as string
  const rows: [string, string][] = [['TicketBoss', site], ['REST API', `${site}/developers`], ...pages]
  console.log(`\n${alignRows(rows)}\n`)
  if (seeded) {
    console.log('  Demo sign-ins')
    console.log(alignRows(seeded.signIns.map(({ role, email, password }) => [role, `${email}  ${password}`])))
    console.log(`\n  Demo API key  ${seeded.apiKey}\n`)
  }
  console.log('  Ctrl-C stops everything.\n')
}
