import { join } from 'node:path'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { busyStates } from '@/app/seat-map-lab/draw-blocks'
import { ensureChromium } from '@/host/test/chromium'
import { encodePlan } from '@/lib/seat-map/encode-plan'
import { encodeStates } from '@/lib/seat-map/states'
import { drawLargeBowl } from './bowl-draft'
import { type Kept, printMemory, watchMemory } from './map-memory'
import type { MapBench } from './map-page'
import { runRivals } from './map-rivals'
import { measureCore, serveMapSite } from './map-site'
import { type Figures, type Frames, printFigures, printFrames } from './map-tables'

const ROUNDS = 5
const THROTTLE = 4
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true }

/** What is done with the map, and what it is compared with. */
const FRAME_RUNS = {
  'idle page': 'mapBench.idle()',
  'one bitmap blitted': 'mapBench.blit()',
  'whole map panned': 'mapBench.pan()',
  'sections panned (3×)': 'mapBench.pan()',
  'rows panned (8×)': 'mapBench.pan()',
  'seats panned (14×)': 'mapBench.pan()',
  'zoomed in and out': 'mapBench.zoom()',
} as const
const ZOOMS: Record<string, number> = {
  'sections panned (3×)': 3,
  'rows panned (8×)': 8,
  'seats panned (14×)': 14,
}
const SVG = 'SVG of the same seats panned'

/**
 * Prints what the map's core does with 100,000 seats on a slow phone, beside what any page could do there; `minutes` is
 * how long it watches the memory of one who looks around.
 */
export async function benchMap({ minutes }: { minutes: number }): Promise<void> {
  const encoded = encodePlan(drawLargeBowl(), { id: 'bowl', version: 1 })
  if (!encoded.ok) throw new Error(JSON.stringify(encoded.issues[0]))
  const states = encodeStates(busyStates(encoded.plan.seats.count))
  const files = { '/plan.json': JSON.stringify(encoded.plan), '/states.json': JSON.stringify(states) }
  const site = await serveMapSite(join(import.meta.dirname, 'map-page.ts'), files)
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: FLAGS })
  try {
    const frames: Record<string, Frames[]> = {}
    const figures: Figures = {}
    let memory: Kept[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const page = await browser.newPage(PHONE)
      await page.goto(site.url)
      await page.waitForFunction('window.mapBench')
      const cdp = await throttle(page)
      await runRound(page, cdp, frames, figures)
      if (round === ROUNDS - 1) memory = await watchMemory(page, cdp, minutes)
      await page.close()
    }
    const plan = files['/plan.json']
    const slow = async (page: Page) => {
      const cdp = await throttle(page)
      return (call: string) => runFrames(page, cdp, call)
    }
    Object.assign(frames, await runRivals(browser, PHONE, plan, ROUNDS, slow))
    const { core, later, worker } = await measureCore()
    console.log(
      `Chromium ${browser.version()} ${FLAGS.join(' ')}; 390×844 at 2×; the page's thread slowed ${THROTTLE}×`,
    )
    console.log(
      '(workers are not); medians of 5 rounds. The worker runs before the data arrives, as in the app. The',
    )
    console.log(
      'other libraries draw the same seats, opened once at full speed, 5 runs of a second or a frame.\n',
    )
    console.log(printFrames(frames))
    console.log(printFigures(figures))
    console.log(printMemory(memory))
    console.log(
      `The core: ${kB(core)} kB gzipped to the first picture, ${kB(later)} kB after it, and ${kB(worker)} kB in its worker.\n`,
    )
  } finally {
    await browser.close()
    site.close()
  }
}

async function throttle(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
  return cdp
}

async function runRound(
  page: Page,
  cdp: CDPSession,
  frames: Record<string, Frames[]>,
  figures: Figures,
): Promise<void> {
  const ask = <Name extends keyof MapBench>(call: Name) =>
    page.evaluate(`mapBench.${call}()`) as Promise<Awaited<ReturnType<MapBench[Name]>>>
  const note = (name: string, value: number) => {
    figures[name] = [...(figures[name] ?? []), value]
  }
  note('first paint, all seats, ms', await ask('openMap'))
  for (const [name, call] of Object.entries(FRAME_RUNS)) {
    await page.evaluate(`mapBench.zoomTo(${ZOOMS[name] ?? 1})`)
    frames[name] = [...(frames[name] ?? []), await runFrames(page, cdp, call)]
  }
  note('tap to highlight, p95, ms', await ask('tap'))
  const { busyMs, shownMs } = await ask('diff')
  note('500 seats change: page busy, ms', busyMs)
  note('500 seats change: all shown, ms', shownMs)
  await page.evaluate('mapBench.openSvg()')
  frames[SVG] = [...(frames[SVG] ?? []), await runFrames(page, cdp, 'mapBench.svg()')]
  await page.evaluate('mapBench.closeSvg()')
}

/** Frames a second, and how long each kept the page's thread at work (its own time, whatever else runs beside). */
async function runFrames(page: Page, cdp: CDPSession, call: string): Promise<Frames> {
  const before = await readWork(cdp)
  const { fps, frameCount } = (await page.evaluate(call)) as { fps: number; frameCount: number }
  return { fps, busyMs: ((await readWork(cdp)) - before) / frameCount }
}

async function readWork(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
}

function kB(bytes: number): string {
  return (bytes / 1e3).toFixed(1)
}
