import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { ensureChromium } from '@/host/test/chromium'
import { decodePlan, type SeatMap } from '@/lib/seat-map/decode-plan'
import type { Remote } from './live-calls'
import { startCalls } from './live-calls'
import type { LiveCrowd } from './live-crowd'
import type { LiveHouse } from './live-house'
import type { LiveLine } from './live-line'
import type { LiveBench, LivePageOptions } from './live-page'
import { type Burst, printLive, type Round } from './live-tables'
import { serveMapSite } from './map-site'

const OTHERS = 2_000
const ROUNDS = 5
const COMMITS = 100
const THROTTLE = 4
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true }
/** The section everyone looks at, in the lower tier. */
const SECTION = 12
/** A service that is not answered for so long has lost the message. */
const PATIENCE_MS = 3_000

type Stage = {
  line: Remote<LiveLine>
  crowd: Remote<LiveCrowd>
  house: Remote<LiveHouse>
  page: Page
  map: SeatMap
  sectionChannel: string
}

/** Prints how long a committed change takes to the glass of a slow phone while 2,000 others are told of it too. */
export async function benchLive(databaseUrl: string): Promise<void> {
  const env = {
    DATABASE_URL: databaseUrl,
    PUSHER_APP_ID: 'bench',
    PUSHER_KEY: 'bench',
    PUSHER_SECRET: 'bench',
  }
  const line = startCalls<LiveLine>('e2e/bench/live-line.ts')
  const { pusherPort, barePort } = await line.calls.open()
  const crowd = startCalls<LiveCrowd>('e2e/bench/live-crowd.ts')
  const house = startCalls<LiveHouse>('e2e/bench/live-house.ts', { ...env, PUSHER_PORT: String(pusherPort) })
  const site = await serveMapSite(join(import.meta.dirname, 'live-page.ts'))
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: FLAGS })
  try {
    const { url: houseUrl, performanceId } = await house.calls.open()
    const map = decodePlan(await (await fetch(`${houseUrl}/plan`)).json())
    const whole = `performance-${performanceId}`
    const sectionChannel = `${whole}-section-${SECTION}`
    const pusherUrl = `ws://127.0.0.1:${pusherPort}/app/bench?protocol=7`
    await crowd.calls.join('pusher', pusherUrl, OTHERS, [whole, sectionChannel])
    await crowd.calls.join('bare', `ws://127.0.0.1:${barePort}`, OTHERS, [])
    const page = await browser.newPage(PHONE)
    await page.goto(site.url)
    await page.waitForFunction('window.liveBench')
    const pusher = { key: 'bench', host: '127.0.0.1', port: pusherPort, tls: false }
    const bareUrl = `ws://127.0.0.1:${barePort}`
    const options: LivePageOptions = { houseUrl, performanceId, pusher, bareUrl, section: SECTION }
    await page.evaluate(`liveBench.open(${JSON.stringify(options)})`)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
    await sleep(1_500)
    const stage = { line: line.calls, crowd: crowd.calls, house: house.calls, page, map, sectionChannel }
    const rounds: Round[] = []
    for (let round = 0; round < ROUNDS; round++) rounds.push(await runRound(stage))
    const bursts = { section: await runBurst(stage, 'section'), bowl: await runBurst(stage, 'bowl') }
    const load = loadavg()[0] ?? 0
    const machine = `${availableParallelism()} cores, load ${load.toFixed(1)} at the end`
    console.log(
      `Chromium ${browser.version()} ${FLAGS.join(' ')}; 390×844 at 2×, slowed ${THROTTLE}×; ${machine}.\n`,
    )
    console.log(printLive({ others: OTHERS, commits: COMMITS, rounds, bursts }))
  } finally {
    await browser.close()
    site.close()
    await Promise.all([line.stop(), crowd.stop(), house.stop()])
  }
}

/** A hundred changes of single seats, a tenth of a second apart; then the same texts from the bare server. */
async function runRound({ line, crowd, house, page, map, sectionChannel }: Stage): Promise<Round> {
  await take(page, 'takePainted')
  await crowd.report('pusher')
  const delivered = await crowd.deliveries('pusher')
  const { firstSeat, seatCount } = map.sections[SECTION] as SeatMap['sections'][number]
  const changes = []
  for (let at = 0; at < COMMITS; at++) {
    // Half are holds; then the same seats are given back in the same order, seconds later.
    const nth = at % (COMMITS / 2)
    changes.push(await house.change(firstSeat + ((nth * 13) % seatCount)))
    await sleep(60 + Math.random() * 80)
  }
  const all = await hearAll(crowd)
  const painted = await take(page, 'takePainted')
  const lateness = changes.map(({ seat, committedAt, askedAt }) => {
    const shown = painted.find((one) => one.seat === seat && one.at > askedAt)
    return {
      commitMs: (shown?.at ?? committedAt + PATIENCE_MS) - committedAt,
      askMs: (shown?.at ?? askedAt + PATIENCE_MS) - askedAt,
    }
  })
  const reached = ((await crowd.deliveries('pusher')) - delivered) / all.length
  const heard = all.filter(({ channel }) => channel === sectionChannel)
  const bare = await runBare(
    { line, crowd, page },
    heard.map(({ text }) => text),
  )
  return {
    commitMs: lateness.map(({ commitMs }) => commitMs),
    askMs: lateness.map(({ askMs }) => askMs),
    spreadMs: heard.map(({ firstAt, lastAt }) => lastAt - firstAt),
    reached,
    bytes: heard.map(({ bytes }) => bytes),
    ...bare,
  }
}

async function runBare({ line, crowd, page }: Pick<Stage, 'line' | 'crowd' | 'page'>, texts: string[]) {
  await take(page, 'takeBare')
  await crowd.report('bare')
  const sentAt: number[] = []
  for (const text of texts) {
    sentAt.push((await line.broadcast(text)).at)
    await sleep(60 + Math.random() * 80)
  }
  const heard = await hearAll(crowd, 'bare')
  const shownAt = await take(page, 'takeBare')
  return {
    bareMs: sentAt.map((at, nth) => (shownAt[nth] ?? at + PATIENCE_MS) - at),
    bareSpreadMs: heard.map(({ firstAt, lastAt }) => lastAt - firstAt),
  }
}

/** Three hundred claims at once, in the section that is looked at or all over the bowl. */
async function runBurst(
  { crowd, house, map, sectionChannel }: Stage,
  where: 'section' | 'bowl',
): Promise<Burst> {
  const { firstSeat, seatCount } = map.sections[SECTION] as SeatMap['sections'][number]
  const spread = where === 'section' ? seatCount : map.seatCount
  const first = where === 'section' ? firstSeat : 0
  const seats = Array.from({ length: 300 }, (_, nth) => first + Math.floor(((nth + 0.5) * spread) / 300))
  await sleep(1_500)
  await crowd.report('pusher')
  const before = await house.version()
  const changes = await house.changeAll(seats)
  const heard = await hearAll(crowd)
  const ofSection = heard.filter(({ channel }) => channel === sectionChannel)
  const burst = {
    seats: seats.length,
    tookMs:
      Math.max(...changes.map((one) => one.committedAt)) - Math.min(...changes.map((one) => one.askedAt)),
    batches: (await house.version()) - before,
    messages: (where === 'section' ? ofSection : heard).length,
    maxBytes: Math.max(...heard.map(({ bytes }) => bytes)),
  }
  await house.changeAll(seats)
  return burst
}

/** What comes until nothing more does. */
async function hearAll(crowd: Stage['crowd'], name = 'pusher') {
  const heard: Awaited<ReturnType<LiveCrowd['report']>> = []
  for (let quiet = 0; quiet < 2; ) {
    await sleep(1_000)
    const more = await crowd.report(name)
    heard.push(...more)
    quiet = more.length > 0 ? 0 : quiet + 1
  }
  return heard
}

function take<Name extends 'takePainted' | 'takeBare'>(page: Page, call: Name) {
  return page.evaluate(`liveBench.${call}()`) as Promise<ReturnType<LiveBench[Name]>>
}
