import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './testing/accessible'
import { expectSound, readSeats } from './testing/database'
import { openSeats, type SeatPage } from './testing/seat-page'
import { openTwoStands } from './testing/two-stands'

test.afterAll(expectSound)

/** Draws around the seats from the first to the last, with the lasso in hand. */
async function drawAround(seats: SeatPage, first: string, last: string): Promise<void> {
  const { mouse } = seats.page
  const [from, to] = [await seats.find(first), await seats.find(last)]
  const gap = from.pitchPx / 2
  await mouse.move(from.x - gap, from.y - gap)
  await mouse.down()
  await mouse.move(to.x + gap, from.y - gap, { steps: 4 })
  await mouse.move(to.x + gap, to.y + gap, { steps: 4 })
  await mouse.move(from.x - gap, to.y + gap, { steps: 4 })
}

const minimap = (page: Page) => page.locator('[data-minimap]')

/** What is read out of the seat that has the keyboard's focus on the map. */
async function expectSpoken(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: words }).first()).toBeAttached()
}

/** Presses on the minimap, and sees that the map goes there. */
async function goByMinimap({ page, canvas }: SeatPage): Promise<void> {
  await expect(minimap(page)).toHaveAttribute('data-minimap', 'shown')
  const before = await canvas.getAttribute('data-view')
  const box = await minimap(page).boundingBox()
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) * 0.8, (box?.y ?? 0) + (box?.height ?? 0) * 0.6)
  await expect(canvas).not.toHaveAttribute('data-view', before ?? '')
}

test('a desktop’s tools: the card, filters, minimap, lasso, a run of seats, help', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has no mouse')
  const show = await openTwoStands()
  const seats = await openSeats(page, show.performanceId)
  let calls = 0
  page.on('request', (request) => {
    if (request.headers()['next-action']) calls++
  })

  // The card of a seat, with the view from it; Escape puts it away.
  const { x, y } = await seats.find('5-3-4')
  await page.mouse.move(x, y)
  const card = page.getByText('West stand, section 5', { exact: true })
  await expect(card).toBeVisible()
  await expect(page.getByText(/m from the stage/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)

  // Filters work together, and one press takes them all away.
  const legend = page.getByRole('list', { name: 'Legend' })
  const showAll = legend.getByRole('button', { name: 'All', exact: true })
  await showAll.hover()
  const shown = await seats.look('5-3-4')
  await legend.getByRole('button', { name: /^Front/ }).click()
  await page.getByRole('button', { name: 'Wheelchair', exact: true }).click()
  await expect.poll(() => seats.look('5-3-4')).not.toBe(shown)
  await showAll.click()
  await expect(showAll).toHaveAttribute('aria-pressed', 'true')
  await expect(legend.getByRole('button', { pressed: true })).toHaveCount(1)
  await expect.poll(() => seats.look('5-3-4')).toBe(shown)

  // The lasso: only what the filter shows, the best ten, in one call; and back.
  await legend.getByRole('button', { name: /^Back/ }).click()
  await page.getByRole('button', { name: 'Draw around seats' }).click()
  await drawAround(seats, '5-2-3', '5-4-8')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(seats.checkOut).toHaveCount(0)
  await seats.canvas.press('l')
  await drawAround(seats, '5-2-3', '5-4-8')
  await page.mouse.up()
  await expect(page.getByText('10 seats held', { exact: false })).toContainText('2 more were in your loop')
  await expect(seats.choice.getByText('10 seats')).toBeVisible()
  expect(calls).toBe(1)
  const held = await readSeats(show.performanceId, ['5-2-3', '5-3-5', '5-4-5'])
  expect(held).toEqual({ '5-2-3': 'free', '5-3-5': 'held', '5-4-5': 'held' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(seats.checkOut).toHaveCount(0)
  await showAll.click()

  // A run of seats with Shift, then nearer, and over the map by its small picture.
  await seats.choose('6-1-2')
  const end = await seats.find('6-1-4')
  await page.keyboard.down('Shift')
  await page.mouse.click(end.x, end.y)
  await page.keyboard.up('Shift')
  await expect(seats.choice.getByText('3 seats')).toBeVisible()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await goByMinimap(seats)
  await page.getByRole('button', { name: 'Whole map' }).click()
  await expect(minimap(page)).toHaveAttribute('data-minimap', 'hidden')

  // Help on a key; it gives the focus back.
  await seats.canvas.press('?')
  const help = page.getByRole('dialog', { name: 'Finding your way on the map' })
  await expect(help.getByText('Shift + drag')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await expect(seats.canvas).toBeFocused()
})

test('with keys the map and the list are one: across the aisle, from stand to stand, the same seat in both', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has no keys')
  const show = await openTwoStands()
  const seats = await openSeats(page, show.performanceId)
  await seats.choose('5-2-11')
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  await expectSpoken(
    page,
    /^East stand, section 6, row 2, seat 1\. Front\. €45\. Free\. \d+ m from the stage/,
  )
  await page.keyboard.press('Enter')
  await expect(seats.choice.getByText('2 seats')).toBeVisible()
  // Each stand is entered in its middle: row 3.
  await page.keyboard.press('PageDown')
  await expectSpoken(page, /^West stand, section 5, row 3/)
  for (const key of ['PageUp', 'Home', 'End', 'ArrowUp']) await page.keyboard.press(key)
  await expectSpoken(page, /^East stand, section 6, row 2, seat 12\./)

  // The focus goes and comes back: the seat is still the same.
  await page.keyboard.press('Tab')
  await expect(seats.canvas).not.toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(seats.canvas).toBeFocused()
  await expectSpoken(page, /^East stand, section 6, row 2, seat 12\./)

  // The list opens there too, and what it comes to is where the map goes on.
  await seats.showList()
  await expect(seats.listed('6-2-12')).toHaveAttribute('tabindex', '0')
  await seats.listed('6-2-12').focus()
  await page.keyboard.press('ArrowLeft')
  await expect(seats.listed('6-2-11')).toBeFocused()
  await page.getByRole('button', { name: 'Map', exact: true }).click()
  await seats.canvas.press('ArrowLeft')
  await expectSpoken(page, /^East stand, section 6, row 2, seat 10\./)
})

test('on a phone a tap comes closer first, the minimap shows where that is, help has gestures', async ({
  page,
  isMobile,
}) => {
  test.skip(!isMobile, 'a tap is a finger’s')
  const show = await openTwoStands()
  const seats = await openSeats(page, show.performanceId)
  const far = await seats.find('5-3-2')
  expect(far.pitchPx).toBeLessThan(24)
  await page.touchscreen.tap(far.x, far.y)
  await expectSpoken(page, 'Closer, so that you can aim.')
  await expect(seats.checkOut).toHaveCount(0)
  await expect(async () => expect((await seats.find('5-3-2')).pitchPx).toBeGreaterThan(24)).toPass()
  await seats.choose('5-3-2')
  await expect(page.getByText('Row 3, seat 2', { exact: true })).toBeVisible()

  const sheet = await seats.choice.boundingBox()
  const small = await minimap(page).boundingBox()
  expect((small?.y ?? 0) + (small?.height ?? 0)).toBeLessThan(sheet?.y ?? 0)
  await goByMinimap(seats)

  await page.getByRole('button', { name: 'Keys and gestures' }).tap()
  const help = page.getByRole('dialog', { name: 'Finding your way on the map' })
  await expect(help.getByText('Two fingers')).toBeVisible()
  await expectAccessible(page)
  await help.getByRole('button', { name: 'Close' }).tap()
  await seats.showList()
  await expect(seats.listed('5-3-2')).toHaveAttribute('aria-pressed', 'true')
})

test('a plan cut short is said to be missing; trying again brings it', async ({ page }) => {
  const show = await openTwoStands()
  await page.route('**/api/v1/seat-maps/*', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: (await answer.text()).slice(0, 900) })
  })
  await page.goto(`/performances/${show.performanceId}`)
  await expect(page.getByRole('heading', { name: 'The seats did not arrive.' })).toBeVisible()
  await page.unroute('**/api/v1/seat-maps/*')
  await page.getByRole('button', { name: 'Try again' }).click()
  const seats = await openSeats(page, show.performanceId)
  await seats.choose('5-1-1')
})

test('where no map can be drawn, the list has the same seats', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same at both widths')
  const show = await openTwoStands()
  // A browser without a canvas, as some are that protect from fingerprints.
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await page.goto(`/performances/${show.performanceId}`)
  await page.getByRole('button', { name: 'Choose from the list' }).click()
  await page.getByRole('button', { name: /^5\b.*West stand/ }).click()
  await page.locator('button[data-seat="0"]').click()
  await expect(page.getByRole('complementary').getByText('1 seat', { exact: true })).toBeVisible()
})
