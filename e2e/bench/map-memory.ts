import { existsSync, readFileSync } from 'node:fs'
import type { CDPSession, Page } from '@playwright/test'
import type { MapBench } from './map-page'

/** What the map keeps at a moment, after everything that can go has gone. */
export type Kept = {
  atMinutes: number
  heapBytes: number
  /** Of the renderer's process: its worker, bitmaps and the browser's own share too; NaN where nobody can tell. */
  processBytes: number
  bitmaps: number
}

const SAMPLES = 10

/**
 * Looks around on the map for that long while seats change hands, and says ten times on the way what it keeps. The first
 * of them are not yet warm: code is made quick and caches fill for a while.
 */
export async function watchMemory(page: Page, cdp: CDPSession, minutes: number): Promise<Kept[]> {
  const samples: Kept[] = []
  const startedAt = performance.now()
  const minutesGone = () => (performance.now() - startedAt) / 60_000
  for (let at = 1; at <= SAMPLES; at++) {
    do await page.evaluate('mapBench.roam()')
    while (minutesGone() < (at / SAMPLES) * minutes)
    const bitmaps = (await page.evaluate('mapBench.countBitmaps()')) as Awaited<
      ReturnType<MapBench['countBitmaps']>
    >
    const heapBytes = await readHeap(cdp)
    samples.push({ atMinutes: minutesGone(), heapBytes, processBytes: await readProcess(page), bitmaps })
  }
  return samples
}

/** The samples as a table, and the last beside the first that is warm. */
export function printMemory(samples: Kept[]): string {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(2)
  const lines = samples.map(
    ({ atMinutes, heapBytes, processBytes, bitmaps }) =>
      `| ${atMinutes.toFixed(1)} | ${megabytes(heapBytes)} | ${bitmaps} | ${(processBytes / 1e6).toFixed(0)} |`,
  )
  const [warm, last] = [samples[1], samples.at(-1)]
  const share = ((last?.heapBytes ?? Number.NaN) / (warm?.heapBytes ?? Number.NaN)).toFixed(2)
  return [
    '### The map: memory while looking around and seats change hands',
    '',
    '| minutes | heap, MB | bitmaps | process, MB |',
    '| ---: | ---: | ---: | ---: |',
    ...lines,
    '',
    `The heap at the end: ${share} of the second sample’s.`,
    '',
  ].join('\n')
}

/** The heap after garbage collection, twice: what the first sets free may hold on to more. */
async function readHeap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
  return (await cdp.send('Runtime.getHeapUsage')).usedSize
}

/** The page's process is the largest of the renderers. */
async function readProcess(page: Page): Promise<number> {
  const top = await page.context().browser()?.newBrowserCDPSession()
  const { processInfo } = (await top?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
  await top?.detach()
  const sizes = processInfo.flatMap(({ type, id }) => {
    const path = `/proc/${id}/status`
    if (type !== 'renderer' || !existsSync(path)) return []
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1]) * 1_024
  })
  return sizes.length > 0 ? Math.max(...sizes) : Number.NaN
}
