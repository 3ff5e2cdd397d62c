import { expect, type Locator, type Page } from '@playwright/test'
import { askApi } from '@/e2e/api/testing/api'
import { decodePlan, type SeatMap } from '@/lib/seat-map/decode-plan'
import type { Plan } from '@/lib/seat-map/plan'

/** Nearer than this, a tap (or click) chooses a seat instead of zooming in; with room for a rounding error. */
const NEAR_PX = { touch: 25, mouse: 10 }
const MAX_ZOOMS = 8

export type Point = { x: number; y: number }

/** The live seat map of one performance, as a fan uses it. */
export class SeatPage {
  constructor(
    readonly page: Page,
    readonly map: SeatMap,
  ) {}

  get canvas(): Locator {
    return this.page.locator('canvas[data-view]')
  }

  /** The panel beside the map, or the sheet below it. */
  get choice(): Locator {
    return this.page.getByRole('complementary', { name: 'Your choice' })
  }

  /** What the page says about a choice that went wrong, or came to its end. */
  notice(text: string | RegExp): Locator {
    return this.page.getByRole('main').locator('[role=alert], [role=status]').filter({ hasText: text })
  }

  /** Seats held in place of lost ones, which are named. */
  offer(lost: string): Locator {
    return this.page.getByRole('region', { name: 'Held for you instead' }).filter({ hasText: lost })
  }

  get checkOut(): Locator {
    return this.choice.getByRole('link', { name: 'Check out' })
  }

  /** The same seat in the list, which says in words what the map draws. */
  listed(label: string): Locator {
    return this.page.locator(`button[data-seat="${this.indexOf(label)}"]`)
  }

  async showList(): Promise<void> {
    await this.page.getByRole('button', { name: 'List', exact: true }).click()
    await expect(this.page.getByRole('region', { name: 'Seats as a list' })).toBeVisible()
  }

  async openSection(name: string): Promise<void> {
    const head = this.page.getByRole('button', { name: new RegExp(`^${name}\\b`) })
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
  }

  /** Clicks a seat on the map, nearing it first where the seats are too small for that. */
  async press(label: string): Promise<void> {
    await this.approach(label)
    await this.pressAt(await this.find(label))
  }

  /** Chooses a free seat on the map and sees that it is held. */
  async choose(...labels: string[]): Promise<void> {
    for (const label of labels) await this.press(label)
    for (const label of labels) await this.expectHeld(label)
  }

  async expectHeld(label: string): Promise<void> {
    await expect(this.giveBack(label)).toHaveCount(1)
    await expect(this.checkOut).toBeVisible()
  }

  async expectNotHeld(label: string): Promise<void> {
    await expect(this.giveBack(label)).toHaveCount(0)
  }

  /** The button that lets one of the fan's seats go; on a phone it may be down in the sheet. */
  giveBack(label: string): Locator {
    const index = this.indexOf(label)
    const section = this.map.sections[this.map.sectionOf[index] as number]?.name
    const row = this.map.rows[this.map.rowOf[index] as number]?.name
    const name = `Give back ${section}, ${row}, ${this.map.numberOf(index)}`
    return this.choice.locator(`button[aria-label="${name}"]`)
  }

  /** Pulls the sheet up, where there is one (phone). */
  async raiseSheet(): Promise<void> {
    const handle = this.choice.getByRole('button', { name: 'Show more of your choice' })
    if (await handle.isVisible()) await handle.click()
  }

  async lowerSheet(): Promise<void> {
    const handle = this.choice.getByRole('button', { name: 'Show less of your choice' })
    if (await handle.isVisible()) await handle.click()
  }

  /** The pixels of a seat, as a browser has drawn them. */
  async look(label: string): Promise<string> {
    const { x, y } = await this.find(label)
    const clip = { x: x - 5, y: y - 5, width: 10, height: 10 }
    return (await this.page.screenshot({ clip })).toString('base64')
  }

  async find(label: string): Promise<Point & { pitchPx: number }> {
    const box = await this.canvas.boundingBox()
    const view = await this.canvas.getAttribute('data-view')
    const [scale = 0, tx = 0, ty = 0] = (view ?? '').split(' ').map(Number)
    const index = this.indexOf(label)
    const { x, y } = { x: this.map.x[index] ?? 0, y: this.map.y[index] ?? 0 }
    return {
      x: (box?.x ?? 0) + x * scale + tx,
      y: (box?.y ?? 0) + y * scale + ty,
      pitchPx: pitchAt(this.map, index) * scale,
    }
  }

  /** Zooms in on a seat until it can be chosen, as a fan does: by pressing where it is. */
  async approach(label: string): Promise<void> {
    const near = (await this.isTouch()) ? NEAR_PX.touch : NEAR_PX.mouse
    for (let zoom = 0; zoom < MAX_ZOOMS; zoom++) {
      const at = await this.find(label)
      const isSeen = await this.isSeen(at)
      if (isSeen && at.pitchPx >= near) return
      const view = await this.canvas.getAttribute('data-view')
      if (isSeen) await this.pressAt(at)
      else await this.page.getByRole('button', { name: 'Whole map' }).click()
      await expect(this.canvas).not.toHaveAttribute('data-view', view ?? '')
    }
    throw new Error(`${label} does not come near`)
  }

  private async pressAt({ x, y }: Point): Promise<void> {
    if (await this.isTouch()) await this.page.touchscreen.tap(x, y)
    else await this.page.mouse.click(x, y)
  }

  /** Whether a point is on the canvas and nothing lies over it. */
  private isSeen({ x, y }: Point): Promise<boolean> {
    return this.page.evaluate(([px, py]) => document.elementFromPoint(px, py)?.tagName === 'CANVAS', [
      x,
      y,
    ] as const)
  }

  private isTouch(): Promise<boolean> {
    return this.page.evaluate(() => navigator.maxTouchPoints > 0)
  }

  private indexOf(label: string): number {
    const index = this.map.indexOf(label)
    if (index < 0) throw new Error(`There is no seat ${label}`)
    return index
  }
}

/** Opens the seats of a performance and waits until they are live. */
export async function openSeats(page: Page, performanceId: string): Promise<SeatPage> {
  if (!page.url().endsWith(`/performances/${performanceId}`))
    await page.goto(`/performances/${performanceId}`)
  const { seatMapId } = await askApi<{ seatMapId: string }>('GET', `/performances/${performanceId}`)
  const seats = new SeatPage(page, decodePlan(await askApi<Plan>('GET', `/seat-maps/${seatMapId}`)))
  await expect(seats.canvas).toBeVisible()
  await expect(page.getByText('Live', { exact: true })).toBeAttached()
  return seats
}

/** How far a seat is from its neighbour, in centimetres. */
function pitchAt({ x, y, rowOf, seatCount }: SeatMap, index: number): number {
  const gaps = [index - 1, index + 1]
    .filter((next) => next >= 0 && next < seatCount && rowOf[next] === rowOf[index])
    .map((next) => Math.hypot((x[next] ?? 0) - (x[index] ?? 0), (y[next] ?? 0) - (y[index] ?? 0)))
  return Math.min(...gaps, 100)
}
