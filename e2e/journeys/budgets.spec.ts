import { gzipSync } from 'node:zlib'
import { expect, type Page, type Response, test } from '@playwright/test'
import next from 'next/package.json' with { type: 'json' }
import { createShow } from '@/e2e/api/testing/organizer'

// Gzipped, above what an empty page of the same Next loads; all of it: what the page comes with, and what it asks for
// by itself until it is quiet, the client of the live updates too. What a hand brings (a list, a card, a dialog) is
// not in it: nobody pays for that before they want it.

/** What an app of one empty layout and page loads, weighed in the same way: to be weighed anew with a new Next. */
const EMPTY_PAGE = { next: '16.4.6', kb: 134.9 }
const EVENT_KB = 30
const SEATS_KB = 90
/** Beside the page: the thread that paints bitmaps of the map, with its own copy of what draws. */
const PAINTER_KB = 8

test('the event page and the seats page stay light', async ({ page }) => {
  expect(next.version, 'an empty page of this Next was weighed').toBe(EMPTY_PAGE.next)
  const show = await createShow()
  const event = await weigh(page, `/events/${show.slug}`)
  const seats = await weigh(page, `/performances/${show.performanceId}`)
  const said = {
    event: rounded(event.at + event.later - EMPTY_PAGE.kb),
    seats: rounded(seats.at + seats.later - EMPTY_PAGE.kb),
    ofThatLater: rounded(seats.later),
    painter: rounded(seats.beside),
  }
  console.log(`JavaScript in kB, above an empty page's ${EMPTY_PAGE.kb}: ${JSON.stringify(said)}`)
  expect(said.ofThatLater, 'the client of the live updates is weighed').toBeGreaterThan(10)
  expect(said.event).toBeLessThanOrEqual(EVENT_KB)
  expect(said.seats).toBeLessThanOrEqual(SEATS_KB)
  expect(said.painter).toBeLessThanOrEqual(PAINTER_KB)
})

type Weight = { at: number; later: number; beside: number }

/** The scripts a page comes with, those it asks for until it is quiet, and those of its workers alone. */
async function weigh(page: Page, path: string): Promise<Weight> {
  const scripts = new Map<string, { body: Promise<Buffer>; isBeside: boolean }>()
  const note = (answer: Response) => {
    const { pathname } = new URL(answer.url())
    if (!pathname.endsWith('.js') || scripts.has(pathname)) return
    // What a worker loads for itself has no frame's type of resource.
    const isBeside = answer.request().resourceType() !== 'script' || pathname.includes('-worker-')
    scripts.set(pathname, { body: answer.body(), isBeside })
  }
  page.context().on('response', note)
  const document = await (await page.goto(path))?.text()
  await page.waitForLoadState('networkidle')
  page.context().off('response', note)
  const weight = { at: 0, later: 0, beside: 0 }
  for (const [pathname, { body, isBeside }] of scripts) {
    const place = document?.includes(`src="${pathname}"`) ? 'at' : isBeside ? 'beside' : 'later'
    weight[place] += kb(await body)
  }
  return weight
}

function rounded(weight: number): number {
  return Math.round(weight * 10) / 10
}

function kb(bytes: Buffer): number {
  return gzipSync(bytes).length / 1000
}
