import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import type { MapRivals } from './map-rivals-page'
import { serveMapSite } from './map-site'
import type { Frames } from './map-tables'

type Measure = (call: string) => Promise<Frames>
type Rival = { name: string; open: string; pan: keyof MapRivals; zoom: keyof MapRivals }

const RIVALS: readonly Rival[] = [
  { name: 'konva 10.9.1', open: 'openKonva()', pan: 'panKonva', zoom: 'zoomKonva' },
  {
    // All of them take it minutes to open.
    ...{ name: '@alisaitteke/seatmap-canvas 2.5.18, 10,000 seats only,', open: 'openSeatmapCanvas(10_000)' },
    ...{ pan: 'panSeatmapCanvas', zoom: 'zoomSeatmapCanvas' },
  },
]

/**
 * The same plan drawn by others. Each is opened once, at full speed (slowed, that alone would take minutes), and then
 * measured in as many runs as ours: of a second, or of one frame where that takes longer.
 */
export async function runRivals(
  browser: Browser,
  options: Parameters<Browser['newPage']>[0],
  plan: string,
  rounds: number,
  slow: (page: Awaited<ReturnType<Browser['newPage']>>) => Promise<Measure>,
): Promise<Record<string, Frames[]>> {
  const site = await serveMapSite(join(import.meta.dirname, 'map-rivals-page.ts'), { '/plan.json': plan })
  const frames: Record<string, Frames[]> = {}
  try {
    for (const { name, open, pan, zoom } of RIVALS) {
      const page = await browser.newPage(options)
      await page.goto(site.url)
      await page.waitForFunction('window.mapRivals')
      await page.evaluate(`mapRivals.${open}`)
      const measure = await slow(page)
      for (const [what, call] of [
        ['panned', pan],
        ['zoomed in and out', zoom],
      ] as const) {
        const runs: Frames[] = []
        for (let round = 0; round < rounds; round++) runs.push(await measure(`mapRivals.${call}()`))
        frames[`${name} ${what}`] = runs
      }
      await page.close()
    }
  } finally {
    site.close()
  }
  return frames
}
