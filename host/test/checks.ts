import { join } from 'node:path'
import { diffSinceLastMigration } from '../../prisma/new-migration'
import { nodeCommand, root } from '../up/build'
import { runChild } from '../up/child'
import { checkMessages } from './messages'
import { checkSources } from './sources'
import { oneFailed, onePassed, type Tally } from './tally'

const folders = ['app', 'components', 'lib', 'prisma', 'host', 'e2e']

/** Format and lint, as Biome has them. */
export function checkFormat(): Promise<Tally> {
  return runTool('@biomejs/biome/bin/biome', ['ci', '.', '--reporter=summary'])
}

/** Types. Next's own come first: pages and images are typed by files that it writes. */
export async function checkTypes(env: NodeJS.ProcessEnv): Promise<Tally> {
  const generated = await runTool('next/dist/bin/next', ['typegen'], env)
  return generated.failed > 0 ? generated : runTool('typescript/bin/tsc', ['--noEmit', '-p', '.'])
}

/** Floors and rooms (.dependency-cruiser.cjs). */
export function checkArchitecture(): Promise<Tally> {
  return runTool('dependency-cruiser/bin/dependency-cruiser.mjs', [...folders, '--output-type', 'err'])
}

/** Copy and code agree. */
export async function checkCopy(): Promise<Tally> {
  return report(checkMessages(root))
}

/** What the linter cannot say. */
export async function checkHabits(): Promise<Tally> {
  return report(checkSources(root))
}

/** The tables of the datamodel are those of the newest migration. */
export async function checkMigrations(): Promise<Tally> {
  const sql = await diffSinceLastMigration()
  return report(
    sql === '' ? [] : [`the datamodel is ahead of the migrations (npm run migrate:new -- <name>):\n${sql}`],
  )
}

async function runTool(file: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<Tally> {
  const command = nodeCommand(file, args, { ...env, NO_COLOR: '1' })
  return (await runChild({ ...command, cwd: join(root), quiet: true })) === 0 ? onePassed : oneFailed
}

function report(problems: string[]): Tally {
  for (const problem of problems) console.log(`  ${problem}`)
  return problems.length === 0 ? onePassed : oneFailed
}
