import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { findFreePort } from '@/host/ports'
import { ensureChromium } from '@/host/test/chromium'
import { findRunning } from '@/host/test/running'
import { type LookedAt, preparePages } from './pages'

// Lighthouse as a phone sees the pages that sell: started by `npm run lighthouse` with the address of a production
// build; alone it looks at a running `npm start`. `--runs 5`, and names of pages, may follow.

/** Points of 100 that each page must have. */
const TARGETS = { performance: 95, accessibility: 100, 'best-practices': 95, seo: 100 } as const
type Category = keyof typeof TARGETS
const CATEGORIES = Object.keys(TARGETS) as Category[]

type Look = {
  scores: Record<Category, number>
  paintMs: number
  blockedMs: number
  shift: number
  faults: string[]
}

const args = process.argv.slice(2)
const runs = Number(args[args.indexOf('--runs') + 1]) || 5
const origin = findRunning(join(import.meta.dirname, '../..'))
const wanted = args.filter((each) => /^[a-z]/.test(each))
const all = await preparePages(origin, process.env.AUTH_SECRET as string)
const strangers = wanted.filter((name) => !all.some((page) => page.name === name))
// No page looked at would be no fault found.
if (strangers.length > 0)
  throw new Error(
    `No such page: ${strangers.join(', ')}. There are ${all.map(({ name }) => name).join(', ')}.`,
  )
const pages = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name))

const port = await findFreePort()
const chrome = await chromium.launch({
  executablePath: ensureChromium(),
  args: [
    `--remote-debugging-port=${port}`,
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
  ],
})
let isMissed = false
try {
  console.log(`\n| page | ${CATEGORIES.join(' | ')} | largest paint | blocked | shift |`)
  console.log(`| --- ${'| ---: '.repeat(CATEGORIES.length + 3)}|`)
  for (const page of pages) {
    const look = await lookAt(page)
    isMissed ||= look.faults.length > 0
    const scores = CATEGORIES.map((name) => look.scores[name])
    const more = [
      `${(look.paintMs / 1000).toFixed(1)} s`,
      `${Math.round(look.blockedMs)} ms`,
      look.shift.toFixed(2),
    ]
    console.log(`| ${[page.name, ...scores, ...more].join(' | ')} |`)
    for (const fault of look.faults) console.log(`  ${fault}`)
  }
  sayIfBusy()
} finally {
  await chrome.close()
}
process.exit(isMissed ? 1 : 0)

/** What else ran takes its time from the page: it looks slower than it is, never faster. */
function sayIfBusy(): void {
  const [load = 0] = loadavg()
  const cores = availableParallelism()
  if (load > cores * 1.5)
    console.log(
      `\nThis machine is busy (load ${load.toFixed(1)} on ${cores} cores): look again when it is not.`,
    )
}

/** The median by performance of several looks: one alone is as good as the machine was quiet. */
async function lookAt(page: LookedAt): Promise<Look> {
  const looks: Look[] = []
  for (let run = 0; run < runs; run += 1) looks.push(await lookOnce(page))
  looks.sort((one, other) => one.scores.performance - other.scores.performance)
  return looks[Math.floor(looks.length / 2)] as Look
}

async function lookOnce({ path, cookie }: LookedAt): Promise<Look> {
  const result = await lighthouse(`${origin}${path}`, {
    port,
    onlyCategories: CATEGORIES,
    logLevel: 'error',
    ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}),
  })
  if (!result || result.lhr.runtimeError)
    throw new Error(`${path}: ${result?.lhr.runtimeError?.message ?? 'no answer'}`)
  const { categories, audits } = result.lhr
  const scores = Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
  ) as Record<Category, number>
  const value = (id: string) => audits[id]?.numericValue ?? 0
  const faults = CATEGORIES.filter((name) => scores[name] < TARGETS[name]).flatMap((name) =>
    (categories[name]?.auditRefs ?? [])
      .map(({ id }) => audits[id])
      .filter((audit) => audit?.score !== null && (audit?.score ?? 1) < 0.9)
      .map((audit) => `${name}: ${audit?.title} ${audit?.displayValue ?? ''}`.trim()),
  )
  return {
    ...{ scores, faults, paintMs: value('largest-contentful-paint') },
    ...{ blockedMs: value('total-blocking-time'), shift: value('cumulative-layout-shift') },
  }
}
