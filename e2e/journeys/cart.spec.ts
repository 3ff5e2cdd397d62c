import { expect, type Locator, type Page, test } from '@playwright/test'
import { createShow, type Show } from '@/e2e/api/testing/organizer'
import { endHoldsIn, expectSound, readSeats } from './testing/database'
import { openSeats } from './testing/seat-page'

test.afterAll(expectSound)

/** What the cart holds of one show. */
function heldOf(page: Page, { title }: Show): Locator {
  return page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title }) })
}

/** Whether this browser could show something without a server. */
function keepsOfflinePage(page: Page): Promise<boolean> {
  return page.evaluate(
    async () =>
      navigator.serviceWorker.controller !== null && Boolean(await caches.match('/tickets/offline')),
  )
}

test('a cart holds seats of two events, each for its own time, and lets go of one or of all', async ({
  page,
  context,
}) => {
  const [first, second] = [await createShow(), await createShow()]
  const seats = await openSeats(page, first.performanceId)
  await seats.choose('A-1-5', 'A-1-6', 'A-1-7')
  // Five minutes pass.
  await endHoldsIn(first.performanceId, 5 * 60_000)

  const others = await openSeats(page, second.performanceId)
  await others.choose('A-5-5')
  await expect(others.checkOut).toHaveClass(/animate-pulse-once/)
  await others.raiseSheet()
  await expect(others.choice.getByRole('link', { name: first.title })).toBeVisible()
  await page.getByRole('link', { name: 'Cart, 4 seats' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Yours, for now.' })).toBeVisible()
  await expect(heldOf(page, first).getByRole('timer')).toHaveText(/^4:\d\d$/)
  await expect(heldOf(page, second).getByRole('timer')).toHaveText(/^9:\d\d$/)
  const total = page.getByRole('region', { name: 'Total' })
  await expect(total).toContainText('4 seats')
  await expect(total).toContainText('€165')

  await heldOf(page, first).getByRole('button', { name: 'Give back A, 1, 6' }).click()
  await expect(page.getByRole('link', { name: 'Cart, 3 seats' })).toBeVisible()
  await expect(total).toContainText('€120')
  expect(await readSeats(first.performanceId, ['A-1-5', 'A-1-6'])).toEqual({
    'A-1-5': 'held',
    'A-1-6': 'free',
  })

  // The server cannot be reached: what was asked says so, and another page tells what is held.
  await expect.poll(() => keepsOfflinePage(page), { timeout: 15_000 }).toBe(true)
  await context.setOffline(true)
  await heldOf(page, first).getByRole('button', { name: 'Give back A, 1, 7' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'No connection.' })).toBeVisible()
  await page.goto('/checkout')
  await expect(page.getByRole('heading', { level: 1, name: 'No signal.' })).toBeVisible()
  await expect(page.getByText(/^3 seats are held in your cart for another 4:\d\d/)).toBeVisible()
  await context.setOffline(false)
  await page.goto('/cart')

  await heldOf(page, first).getByRole('button', { name: 'Give all back' }).click()
  await expect(heldOf(page, first)).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Cart, 1 seat' })).toBeVisible()
  expect(await readSeats(first.performanceId, ['A-1-5', 'A-1-7'])).toEqual({
    'A-1-5': 'free',
    'A-1-7': 'free',
  })
  expect(await readSeats(second.performanceId, ['A-5-5'])).toEqual({ 'A-5-5': 'held' })

  await heldOf(page, second).getByRole('button', { name: 'Give back A, 5, 5' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing held yet.' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Cart, 0 seats' })).toBeVisible()
})

test('what was given back by mistake can be had again with one click', async ({ page }) => {
  const show = await createShow()
  const seats = await openSeats(page, show.performanceId)
  await seats.choose('A-3-5', 'A-3-6')
  await seats.raiseSheet()
  await seats.choice.getByRole('button', { name: 'Give all back' }).click()
  await expect(seats.checkOut).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await seats.expectHeld('A-3-5')
  await seats.expectHeld('A-3-6')
  expect(await readSeats(show.performanceId, ['A-3-5', 'A-3-6'])).toEqual({
    'A-3-5': 'held',
    'A-3-6': 'held',
  })
})

test('a hold ends on time: the fan is told, and every browser shows the seat free without a reload', async ({
  page,
  context,
  browser,
}) => {
  const show = await createShow()
  const seats = await openSeats(page, show.performanceId)
  await seats.choose('A-2-6')
  const bob = await openSeats(await (await browser.newContext()).newPage(), show.performanceId)
  await bob.approach('A-2-6')
  const asHeld = await bob.look('A-2-6')

  // Nine minutes and fifty-two seconds pass, and the fan comes back to the page.
  await endHoldsIn(show.performanceId, 8_000)
  const cart = await context.newPage()
  await Promise.all([page.reload(), cart.goto('/cart')])
  await expect(seats.choice.getByRole('timer')).toHaveText(/^0:0\d$/)
  await expect(heldOf(cart, show).getByRole('timer')).toHaveText(/^0:0\d$/)

  await expect(seats.notice('Your time is up, and the seats are back on sale.')).toBeVisible({
    timeout: 12_000,
  })
  await expect(seats.checkOut).toHaveCount(0)
  await expect(cart.getByText('Its time is up, and the seat is back on sale.')).toBeVisible()
  await expect.poll(() => bob.look('A-2-6')).not.toBe(asHeld)
  await bob.showList()
  await expect(bob.listed('A-2-6')).toHaveAccessibleName(/Free/)
  expect(await readSeats(show.performanceId, ['A-2-6'])).toEqual({ 'A-2-6': 'free' })

  await seats.notice('Your time is up').getByRole('button', { name: 'Hold it again' }).click()
  await seats.expectHeld('A-2-6')
  await expect(bob.listed('A-2-6')).toHaveAccessibleName(/Someone is holding it/)
  await bob.page.context().close()
})
