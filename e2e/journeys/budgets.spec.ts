import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { createShow } from '@/e2e/api/testing/organizer'

/** Gzipped, above what an empty page of the same Next loads. */
const EVENT_KB = 30
const SEATS_KB = 90

test('the event page and the seats page stay light', async ({ page }) => {
  const show = await createShow()
  const empty = weighEmptyPage()
  const event = await weigh(page, `/events/${show.slug}`)
  const seats = await weigh(page, `/performances/${show.performanceId}`)
  const said = { eventKb: Math.round(event - empty), seatsKb: Math.round(seats - empty) }
  console.log(`JavaScript above an empty page's ${Math.round(empty)} kB: ${JSON.stringify(said)}`)
  expect(said.eventKb).toBeLessThanOrEqual(EVENT_KB)
  expect(said.seatsKb).toBeLessThanOrEqual(SEATS_KB)
})

/** What Next loads for any page, without the polyfill that only old browsers fetch. */
function weighEmptyPage(): number {
  const next = join(import.meta.dirname, '../../.next')
  const { rootMainFiles } = JSON.parse(readFileSync(join(next, 'build-manifest.json'), 'utf8')) as {
    rootMainFiles: string[]
  }
  return rootMainFiles.reduce((sum, file) => sum + kb(readFileSync(join(next, file))), 0)
}

/** Every script a page fetches until it is quiet, also those it asks for later; not what links prefetch. */
async function weigh(page: Page, path: string): Promise<number> {
  await page.route('**/*', (route) =>
    route.request().headers()['next-router-prefetch'] ? route.abort() : route.fallback(),
  )
  const scripts = new Map<string, Promise<Buffer>>()
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script') scripts.set(answer.url(), answer.body())
  })
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  page.removeAllListeners('response')
  await page.unrouteAll()
  const bodies = await Promise.all(scripts.values())
  return bodies.reduce((sum, body) => sum + kb(body), 0)
}

function kb(bytes: Buffer): number {
  return gzipSync(bytes).length / 1000
}
