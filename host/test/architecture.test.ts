import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
let house: string

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'house-'))
  for (const name of ['.dependency-cruiser.cjs', '.dependency-cruiser.resolve.cjs']) {
    cpSync(join(root, name), join(house, name))
  }
})
afterEach(() => rmSync(house, { recursive: true }))

/** Names of the rules that a house of these files breaks. */
function inspect(files: Record<string, string>): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] as string))]
  const args = [program, ...folders.filter((name) => name !== 'node_modules'), '--output-type', 'json']
  const answer = JSON.parse(runToEnd(args)) as { summary: { violations: { rule: { name: string } }[] } }
  return answer.summary.violations.map(({ rule }) => rule.name)
}

/** The number of errors is the exit code; the report is on stdout all the same. */
function runToEnd(args: string[]): string {
  try {
    return execFileSync(process.execPath, args, {
      cwd: house,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

const empty = 'export const x = 1\n'

test.each([
  ['a component imports a page', 'components/a.tsx', 'app/b.ts', 'components-import-what-a-browser-may'],
  [
    'a component imports a store',
    'components/a.tsx',
    'lib/events/store.ts',
    'components-import-what-a-browser-may',
  ],
  [
    'a command imports a component',
    'lib/coordinator/a.ts',
    'components/b.tsx',
    'coordinator-imports-rooms-and-platform',
  ],
  [
    'a room imports another room',
    'lib/events/a.ts',
    'lib/commerce/types.ts',
    'rooms-do-not-import-each-other',
  ],
  [
    'a room imports the coordinator',
    'lib/events/a.ts',
    'lib/coordinator/b.ts',
    'rooms-do-not-import-each-other',
  ],
  [
    'the seat map imports the platform',
    'lib/seat-map/a.ts',
    'lib/platform/b.ts',
    'seat-map-imports-nothing-of-ours',
  ],
  ['the platform imports a room', 'lib/platform/a.ts', 'lib/events/b.ts', 'platform-imports-nothing-of-ours'],
  ['the server imports a room', 'host/server.ts', 'lib/events/b.ts', 'host-imports-coordinator-and-platform'],
  [
    'an emulator imports the platform',
    'host/emulators/a.ts',
    'lib/platform/b.ts',
    'emulators-import-nothing-of-ours',
  ],
  [
    'a page imports the database client',
    'app/a.ts',
    'prisma/generated/client.ts',
    'prisma-only-in-stores-and-queries',
  ],
  ['code imports a test', 'lib/events/a.ts', 'lib/events/testing/b.ts', 'tests-stay-tests'],
  ['a barrel is imported', 'app/a.ts', 'components/ui/index.ts', 'no-barrels'],
])('%s: found', (_, source, target, rule) => {
  const statement = `import { x } from '@/${target.replace(/\.tsx?$/, '')}'\nexport const y = x\n`
  expect(inspect({ [source]: statement, [target]: empty })).toContain(rule)
})

test('an import of a type alone counts as well', () => {
  const statement = "import type { X } from '@/lib/commerce/types'\nexport type Y = X\n"
  const found = inspect({ 'lib/events/a.ts': statement, 'lib/commerce/types.ts': 'export type X = number\n' })
  expect(found).toEqual(['rooms-do-not-import-each-other'])
})

test("a provider's SDK outside its one file is found", () => {
  const sdk = {
    'node_modules/stripe/index.js': 'module.exports = {}',
    'node_modules/stripe/package.json': '{"name":"stripe"}',
  }
  const statement = "import Stripe from 'stripe'\nexport const x = Stripe\n"
  expect(inspect({ ...sdk, 'lib/commerce/stripe.ts': statement })).toEqual([])
  expect(inspect({ ...sdk, 'lib/commerce/store.ts': statement })).toEqual(['stripe-in-one-file'])
})

test('a cycle is found', () => {
  const found = inspect({
    'lib/events/a.ts': "import { b } from './b'\nexport const a = () => b\n",
    'lib/events/b.ts': "import { a } from './a'\nexport const b = () => a\n",
  })
  expect(found).toContain('no-cycles')
})

test('imports that go down are fine', () => {
  expect(
    inspect({
      'app/page.tsx': "import { a } from '@/lib/coordinator/a'\nexport const page = a\n",
      'lib/coordinator/a.ts': "import { b } from '@/lib/events/b'\nexport const a = b\n",
      'lib/events/b.ts': "import { x } from '@/lib/platform/x'\nexport const b = x\n",
      'lib/platform/x.ts': empty,
    }),
  ).toEqual([])
})
