import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { createShow } from '@/e2e/api/testing/organizer'

/** Gzipped, above what an empty page of the same Next loads. */
const EVENT_KB = 30
const SEATS_KB = 90
/** What the seats page fetches once its picture stands: the map's hands and close-ups, and the client of the live updates. */
const LATER_KB = 26

test('the event page and the seats page stay light', async ({ page }) => {
  const show = await createShow()
  const empty = weighEmptyPage()
  const event = await weigh(page, `/events/${show.slug}`)
  const seats = await weigh(page, `/performances/${show.performanceId}`)
  const said = {
    event: Math.round(event.at + event.later - empty),
    seats: Math.round(seats.at - empty),
    later: Math.round(seats.later),
  }
  console.log(`JavaScript in kB, above an empty page's ${Math.round(empty)}: ${JSON.stringify(said)}`)
  expect(said.event).toBeLessThanOrEqual(EVENT_KB)
  expect(said.seats).toBeLessThanOrEqual(SEATS_KB)
  expect(said.later).toBeLessThanOrEqual(LATER_KB)
})

/** What Next loads for any page, without the polyfill that only old browsers fetch. */
function weighEmptyPage(): number {
  const next = join(import.meta.dirname, '../../.next')
  const { rootMainFiles } = JSON.parse(readFileSync(join(next, 'build-manifest.json'), 'utf8')) as {
    rootMainFiles: string[]
  }
  return rootMainFiles.reduce((sum, file) => sum + kb(readFileSync(join(next, file))), 0)
}

type Weight = { at: number; later: number }

/** The scripts a page comes with, and those it asks for until it is quiet; not what links prefetch. */
async function weigh(page: Page, path: string): Promise<Weight> {
  await page.route('**/*', (route) =>
    route.request().headers()['next-router-prefetch'] ? route.abort() : route.fallback(),
  )
  const scripts = new Map<string, Promise<Buffer>>()
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script') scripts.set(answer.url(), answer.body())
  })
  const document = await (await page.goto(path))?.text()
  await page.waitForLoadState('networkidle')
  page.removeAllListeners('response')
  await page.unrouteAll()
  const weight = { at: 0, later: 0 }
  for (const [url, body] of scripts) {
    const isAt = document?.includes(`src="${new URL(url).pathname}`)
    weight[isAt ? 'at' : 'later'] += kb(await body)
  }
  return weight
}

function kb(bytes: Buffer): number {
  return gzipSync(bytes).length / 1000
}
