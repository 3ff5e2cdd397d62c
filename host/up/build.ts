import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, runChild } from './child'
import { hashSources } from './hash-sources'
import { packStatic } from './pack-static'
import { step } from './say'

/** The folder of the clone. */
export const root = join(import.meta.dirname, '../..')

const clientSources = ['prisma/schema', 'prisma.config.ts', 'package-lock.json']
const appSources = ['app', 'components', 'lib', 'public', 'prisma', 'proxy.ts', 'instrumentation.ts']
const settings = [
  'host/up/pack-static.ts',
  'next.config.ts',
  'tsconfig.json',
  '.postcssrc.json',
  'package-lock.json',
]

/** Generates the Prisma client where the schema changed since the last time. */
export async function generateClient(signal?: AbortSignal): Promise<void> {
  const stamp = join(root, 'prisma/generated/.sources')
  const hash = hashSources(root, clientSources)
  if (isCurrent(stamp, hash)) return
  await step('Generating the database client', () =>
    runOrThrow(
      'prisma generate',
      { ...nodeCommand('prisma/build/index.js', ['generate']), quiet: true },
      signal,
    ),
  )
  mkdirSync(join(root, 'prisma/generated'), { recursive: true })
  writeFileSync(stamp, hash)
}

/** Builds the app where its sources changed since the last build. */
export async function buildApp(env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<void> {
  const stamp = join(root, '.next/.sources')
  const hash = hashSources(root, [...appSources, ...settings])
  if (isCurrent(stamp, hash) && existsSync(join(root, '.next/BUILD_ID'))) return
  await step('Building the app (a minute or two; skipped next time if nothing changed)', () =>
    runOrThrow('next build', { ...nodeCommand('next/dist/bin/next', ['build'], env), quiet: true }, signal),
  )
  await packStatic(join(root, '.next/static'))
  writeFileSync(stamp, hash)
}

/** A command of an installed package, on the very Node that runs us. */
export function nodeCommand(file: string, args: string[], env: NodeJS.ProcessEnv = process.env): Command {
  const program = process.execPath
  // Only the existence of the file is looked at; without it Prisma would download an engine that nobody needs here.
  const offline = {
    PRISMA_SCHEMA_ENGINE_BINARY: program,
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
  }
  return { program, args: [join(root, 'node_modules', file), ...args], env: { ...env, ...offline } }
}

function isCurrent(stamp: string, hash: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

async function runOrThrow(name: string, command: Command, signal?: AbortSignal) {
  const code = await runChild(command, signal)
  if (signal?.aborted) throw signal.reason
  if (code !== 0) throw new Error(`${name} failed; what it said is above.`)
}
