import { migrateDatabase } from '../prisma/migrate'
import { runLighthouse } from './test/run-lighthouse'
import { runTests } from './test/run-tests'
import { generateClient, root } from './up/build'
import { stopChildren } from './up/child'
import { runOnDatabase, runScript } from './up/scripts'
import { readSettings } from './up/settings'
import { up } from './up/up'

// Where host/launch.cjs hands over: `node host/launch.cjs <command> …`, on a new enough Node, with TypeScript.
const [command = 'up', ...args] = process.argv.slice(2)

const stopping = stopSignal()
stopping.addEventListener('abort', () => void stopChildren())

const commands: Record<string, () => Promise<unknown>> = {
  up: () => up({ dev: false, fresh: args.includes('--fresh'), signal: stopping }),
  dev: () => up({ dev: true, fresh: args.includes('--fresh'), signal: stopping }),
  test: async () => {
    if (!(await runTests(args, stopping))) process.exitCode = 1
  },
  verify: async () => {
    process.exitCode = await runOnDatabase('prisma/verify/verify-cli.ts', args)
  },
  bench: async () => {
    process.exitCode = await runScript('e2e/bench/run.ts', args)
  },
  lighthouse: async () => {
    process.exitCode = await runLighthouse(args, stopping)
  },
  generate: () => generateClient(),
  migrate: async () => {
    const { DATABASE_URL } = readSettings(root)
    if (!DATABASE_URL) throw new Error('DATABASE_URL is not set')
    const applied = await migrateDatabase(DATABASE_URL)
    console.log(applied.length > 0 ? applied.map((name) => `applied ${name}`).join('\n') : 'nothing to apply')
  },
  'migrate:new': async () => {
    const { writeMigration } = await import('../prisma/new-migration')
    if (!args[0]) throw new Error('usage: npm run migrate:new -- <name> [--empty]')
    const path = await writeMigration(args[0], { empty: args.includes('--empty') })
    console.log(path ? `wrote ${path}` : 'the datamodel has not changed since the newest migration')
  },
}

try {
  const run = commands[command]
  if (!run) throw new Error(`unknown command "${command}": ${Object.keys(commands).join(', ')}`)
  await run()
} catch (error) {
  if (!stopping.aborted) {
    console.error(`\n✗ ${error instanceof Error ? explain(error) : error}\n`)
    if (command === 'test') console.log('0 passed, 1 failed')
    process.exitCode = 1
  }
}
process.exit()

/** Aborts on the first Ctrl-C, SIGTERM, or when the process that launched us is gone. */
function stopSignal(): AbortSignal {
  const controller = new AbortController()
  const stop = () => controller.abort(new Error('stopped'))
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop)
  process.on('disconnect', stop)
  process.channel?.unref()
  return controller.signal
}

function explain({ message, cause }: Error): string {
  return cause instanceof Error ? `${message}\n  ${cause.message}` : message
}
