import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { busyStates } from '@/app/seat-map-lab/draw-blocks'
import { type MapSite, serveMapSite } from '@/e2e/bench/map-site'
import { ensureChromium } from '@/host/test/chromium'
import { encodePlan } from '@/lib/seat-map/encode-plan'
import { importManifest } from '@/lib/seat-map/importers/manifest'
import type { Plan, PlanDraft } from '@/lib/seat-map/plan'
import { encodeStates } from '@/lib/seat-map/states'
import { drawArena } from '@/prisma/seed/venues/arena'
import { drawClub } from '@/prisma/seed/venues/club'
import { drawHall } from '@/prisma/seed/venues/hall'
import { drawStadium } from '@/prisma/seed/venues/stadium'
import { drawTheatre } from '@/prisma/seed/venues/theatre'
import { drawLooks, drawNames, LOOKS } from './drafts'
import type { Golden } from './golden-page'
import { compareImages, packImage } from './picture'

// The whole map of each seeded venue, half sold, as Chromium draws it. After a change that is meant, look at the new
// pictures: `UPDATE_GOLDEN=1 npm test -- unit e2e/golden`.
const isUpdate = process.env.UPDATE_GOLDEN === '1'
const maxOff = 0.01
const venues: [name: string, draw: () => PlanDraft][] = [
  ['theatre', drawTheatre],
  ['club', drawClub],
  ['arena', drawArena],
  ['stadium', drawStadium],
  ['hall', drawHall],
]

/** The manifest of a real stadium; it lies beside the repository where that has been given it. */
const MANIFEST = resolve(import.meta.dirname, '../../../shared/data/metalist-stadium.csv')
if (!existsSync(MANIFEST)) console.warn(`Skipped: the real stadium's manifest is not at ${MANIFEST}`)

let site: MapSite
let browser: Browser
let page: Page

beforeAll(async () => {
  site = await serveMapSite(join(import.meta.dirname, 'golden-page.ts'))
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  browser = await chromium.launch({ executablePath: ensureChromium(), args })
  page = await browser.newPage()
  await page.goto(site.url)
  await page.waitForFunction('window.golden')
}, 60_000)

afterAll(async () => {
  await browser?.close()
  site?.close()
})

async function draw<Call extends 'draw' | 'drawChanged'>(call: Call, ...args: Parameters<Golden[Call]>) {
  const list = args.map((each) => JSON.stringify(each)).join()
  const url = (await page.evaluate(`golden.${call}(${list})`)) as string
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}

function planOf(drawVenue: () => PlanDraft): Plan {
  const encoded = encodePlan(drawVenue(), { id: 'golden', version: 1 })
  if (!encoded.ok) throw new Error(JSON.stringify(encoded.issues[0]))
  return encoded.plan
}

const themes = ['dark', 'light'] as const

/** Compares with the picture kept as `name`.png, or keeps this one. */
async function expectPicture(name: string, now: Buffer): Promise<void> {
  const path = join(import.meta.dirname, `${name}.png`)
  if (isUpdate) writeFileSync(path, await packImage(now))
  expect(existsSync(path)).toBe(true)
  expect(await compareImages(readFileSync(path), now)).toBeLessThan(maxOff)
}

const nameOf = (name: string, theme: string) => (theme === 'dark' ? name : `${name}-${theme}`)

describe.each(venues)('the %s on the map', (name, drawVenue) => {
  const plan = planOf(drawVenue)
  const busy = busyStates(plan.seats.count)

  it.each(themes)('looks as it did, %s', { timeout: 30_000 }, async (theme) => {
    await expectPicture(nameOf(name, theme), await draw('draw', plan, encodeStates(busy), { theme }))
  })

  it('looks the same after changes as drawn anew', { timeout: 30_000 }, async () => {
    for (const count of [40, 2_000]) {
      const other = busy.slice()
      for (let at = 0; at < count; at++) other[(at * 197) % busy.length] = at % 4
      const anew = await draw('draw', plan, encodeStates(busy), { theme: 'dark' })
      const changed = await draw('drawChanged', plan, encodeStates(other), encodeStates(busy))
      expect(await compareImages(anew, changed)).toBeLessThan(0.0005)
    }
  })
})

describe.runIf(existsSync(MANIFEST))('a real stadium, imported', () => {
  it.each(themes)('looks as it did, %s', { timeout: 30_000 }, async (theme) => {
    const imported = importManifest(readFileSync(MANIFEST), 'Metalist Stadium')
    if (!imported.ok) throw new Error(JSON.stringify(imported.issues[0]))
    const plan = planOf(() => imported.draft)
    const states = encodeStates(busyStates(plan.seats.count))
    await expectPicture(nameOf('imported', theme), await draw('draw', plan, states, { theme }))
  })
})

it('the first picture, which the page draws, is the one its worker draws', { timeout: 30_000 }, async () => {
  const plan = planOf(drawStadium)
  for (const states of [busyStates(plan.seats.count), new Uint8Array(plan.seats.count)]) {
    const call = `golden.compareFirst(${JSON.stringify(plan)}, ${JSON.stringify(encodeStates(states))})`
    expect(await page.evaluate(call)).toBeLessThan(0.05)
  }
})

it.each(themes)('every look of a seat is told from the others, %s', { timeout: 30_000 }, async (theme) => {
  const { states, mine, pending, wanted } = LOOKS
  const now = await draw('draw', planOf(drawLooks), encodeStates(states), { theme, mine, pending, wanted })
  await expectPicture(nameOf('looks', theme), now)
})

it.each(themes)('long names and names read from the right fit, %s', { timeout: 30_000 }, async (theme) => {
  const plan = planOf(drawNames)
  const now = await draw('draw', plan, encodeStates(new Uint8Array(plan.seats.count)), { theme })
  await expectPicture(nameOf('names', theme), now)
})

it('a picture of other states is told from it', { timeout: 30_000 }, async () => {
  const plan = planOf(drawTheatre)
  const sold = new Uint8Array(plan.seats.count).fill(2)
  const one = await draw('draw', plan, encodeStates(busyStates(plan.seats.count)), { theme: 'dark' })
  expect(
    await compareImages(one, await draw('draw', plan, encodeStates(sold), { theme: 'dark' })),
  ).toBeGreaterThan(maxOff * 2)
})

it('the view goes where it is sent, and tells of every step', { timeout: 30_000 }, async () => {
  const call = `golden.visit(${JSON.stringify(planOf(drawTheatre))})`
  const { x, y, viewCount } = (await page.evaluate(call)) as Awaited<ReturnType<Golden['visit']>>
  expect(x).toBeCloseTo(0, 2)
  expect(y).toBeCloseTo(0.5, 2)
  expect(viewCount).toBeGreaterThan(1)
})
