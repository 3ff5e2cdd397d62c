import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { buildApp, generateClient, root } from './build'
import { alignRows, step } from './say'
import { type SeedSummary, seedWhenEmpty } from './seed'
import { startServer, stopServer } from './serve'
import { readPort, readSettings } from './settings'
import { type Stack, startStack } from './stack'
import { wipeDataDir } from './wipe'

export type UpOptions = { dev: boolean; fresh: boolean; signal: AbortSignal }

const dataDir = join(root, '.data')

/**
 * `npm start` and `npm run dev`: everything that is not configured is started, the app is migrated, seeded, built
 * (or, in dev, compiled as it is looked at) and served, until `signal`. Then all of it stops, the app first.
 */
export async function up({ dev, fresh, signal }: UpOptions): Promise<void> {
  if (fresh) await step('Starting over: emptying .data', () => wipeDataDir(dataDir))
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
    server = await step('Starting the app', () => startServer(stack.env, dev))
    printSummary(stack, seeded)
    await untilEnd(server, signal)
  } finally {
    if (signal.aborted) console.log('\n• Stopping')
    if (server) await stopServer(server)
    await stack.stop()
  }
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
