import { join } from 'node:path'
import { findFreePort } from '../ports'
import { generateClient, root } from '../up/build'
import { alignRows } from '../up/say'
import { settingNames } from '../up/settings'
import { type Stack, startStack } from '../up/stack'
import { wipeDataDir } from '../up/wipe'
import * as checks from './checks'
import { runBrowserTests, runBuild, runVitest } from './suites'
import { addTallies, describeTally, oneFailed, type Tally } from './tally'

type Context = { env: NodeJS.ProcessEnv; filters: string[]; dataDir: string; isAsked(name: string): boolean }
type Part = { names: string[]; title: string; run(context: Context): Promise<Tally> }

const build = 'build'
const browser = 'in the browser'

const parts: Part[] = [
  { names: ['format'], title: 'format and lint', run: checks.checkFormat },
  { names: ['types'], title: 'types', run: ({ env }) => checks.checkTypes(env) },
  { names: ['architecture'], title: 'architecture', run: checks.checkArchitecture },
  { names: ['habits'], title: 'habits', run: checks.checkHabits },
  { names: ['messages'], title: 'messages', run: checks.checkCopy },
  { names: ['migrations'], title: 'migrations', run: checks.checkMigrations },
  {
    names: ['unit', 'db'],
    title: 'unit and database',
    run: ({ env, filters, isAsked }) => runVitest(['unit', 'db'].filter(isAsked), filters, env),
  },
  {
    names: ['build'],
    title: build,
    run: ({ env, dataDir, isAsked }) => runBuild(env, isAsked('e2e') ? dataDir : null),
  },
  {
    names: ['e2e'],
    title: browser,
    run: ({ env, filters, dataDir }) => runBrowserTests(filters, env, dataDir),
  },
]
const allNames = parts.flatMap(({ names }) => names)

/**
 * `npm test`: every check, in order, each counted; `npm test -- unit lib/events` runs a part, on what the rest names.
 * Everything it needs it starts for itself in .data/test, whatever the environment says of providers, and stops again.
 * Returns whether nothing failed. The last line is `N passed, N failed`.
 */
export async function runTests(args: string[], signal: AbortSignal): Promise<boolean> {
  const named = args.filter((each) => allNames.includes(each))
  // A browser test runs on a build, so asking for it asks for that.
  const asked = named.length === 0 ? allNames : named.includes('e2e') ? ['build', ...named] : named
  const filters = args.filter((each) => !allNames.includes(each))
  for (const name of settingNames) delete process.env[name]
  const dataDir = join(root, '.data/test/stack')
  await wipeDataDir(dataDir)
  await generateClient(signal)
  const stack = await startStack({ dataDir, settings: {}, port: await findFreePort(), durable: false })
  const context = { env: stack.env, filters, dataDir, isAsked: (name: string) => asked.includes(name) }
  try {
    const wanted = parts.filter(({ names }) => names.some(context.isAsked))
    return summarize(await runParts(wanted, context, signal))
  } finally {
    await stopStack(stack)
  }
}

async function runParts(asked: Part[], context: Context, signal: AbortSignal): Promise<[string, Tally][]> {
  const results: [string, Tally][] = []
  let isBuilt = true
  for (const { title, run } of asked) {
    signal.throwIfAborted()
    console.log(`\n• ${title}`)
    const startedAt = Date.now()
    const tally: Tally = title === browser && !isBuilt ? skipBrowser() : await run(context).catch(explain)
    if (title === build) isBuilt = tally.failed === 0
    console.log(`  ${describeTally(tally)} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
    results.push([title, tally])
  }
  signal.throwIfAborted()
  return results
}

function explain(error: Error): Tally {
  console.log(`  ${error.message}`)
  return oneFailed
}

function skipBrowser(): Tally {
  console.log('  there is no build to look at')
  return oneFailed
}

function summarize(results: [string, Tally][]): boolean {
  const total = addTallies(results.map(([, tally]) => tally))
  console.log(`\n${alignRows(results.map(([title, tally]) => [title, describeTally(tally)]))}\n`)
  console.log(describeTally(total))
  return total.failed === 0
}

/** The closing line has been said; what goes wrong now must not be mistaken for a result. */
async function stopStack(stack: Stack) {
  await stack.stop().catch((error) => console.error(error))
}
