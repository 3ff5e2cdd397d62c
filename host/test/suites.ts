import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { addressOf } from '../postgres/databases'
import { buildApp, nodeCommand, root } from '../up/build'
import { startChild } from '../up/child'
import { seedWhenEmpty } from '../up/seed'
import { startServer, stopServer } from '../up/serve'
import { ensureChromium } from './chromium'
import { oneFailed, onePassed, type Tally, tallyPlaywright, tallyVitest } from './tally'

const reportsDir = join(root, '.data/test/reports')

/** Runs vitest on these projects. Their databases live in the Postgres that `env` names. */
export async function runVitest(
  projects: string[],
  filters: string[],
  env: NodeJS.ProcessEnv,
): Promise<Tally> {
  const path = freshReport('vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`]
  for (const project of projects) args.push('--project', project)
  const postgres = { TEST_POSTGRES_URL: addressOf(env.DATABASE_URL as string, 'postgres') }
  const quiet = { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }
  const command = nodeCommand('vitest/vitest.mjs', [...args, ...filters], {
    ...process.env,
    ...postgres,
    ...quiet,
  })
  return tallyVitest(path, await runLoud(command))
}

/**
 * Builds the app as `npm start` does; one that is built already is not built again. What the browser tests need besides
 * is seeded meanwhile: that takes one core, and a build leaves one idle for much of its time.
 */
export async function runBuild(env: NodeJS.ProcessEnv, seedDir: string | null): Promise<Tally> {
  const all = [buildApp(env), seedDir && seedWhenEmpty(env, seedDir)]
  const problems = (await Promise.allSettled(all)).filter((each) => each.status === 'rejected')
  for (const { reason } of problems) console.log(`  ${(reason as Error).message}`)
  return problems.length === 0 ? onePassed : oneFailed
}

/** Seeds what is not seeded yet, serves, and runs the browser tests against it. */
export async function runBrowserTests(
  filters: string[],
  env: NodeJS.ProcessEnv,
  dataDir: string,
): Promise<Tally> {
  ensureChromium()
  const seed = await seedWhenEmpty(env, dataDir)
  const server = await startServer(env, false)
  try {
    const path = freshReport('playwright.json')
    const more = { E2E_REPORT: path, E2E_SEED: JSON.stringify(seed) }
    const command = nodeCommand('@playwright/test/cli.js', ['test', ...filters], { ...env, ...more })
    return tallyPlaywright(path, await runLoud(command))
  } finally {
    await stopServer(server)
  }
}

async function runLoud(command: ReturnType<typeof nodeCommand>): Promise<number> {
  const [code] = await once(startChild(command), 'exit')
  return (code as number | null) ?? 1
}

function freshReport(name: string): string {
  const path = join(reportsDir, name)
  mkdirSync(reportsDir, { recursive: true })
  rmSync(path, { force: true })
  return path
}
