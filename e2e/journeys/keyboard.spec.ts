import { expect, type Locator, type Page, test } from '@playwright/test'
import { createShow } from '@/e2e/api/testing/organizer'
import { cardFields } from '@/host/emulators/stripe/testing'
import { expectPaid, orderIdOf } from './testing/checkout'
import { expectSound, readSeats } from './testing/database'
import { newEmail } from './testing/names'
import { openSeats } from './testing/seat-page'
import { expectCaptured } from './testing/stripe'

test.afterAll(expectSound)

const MAX_STOPS = 120

/** Presses Tab until something has the focus, and sees that one can see it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect(target).toBeInViewport()
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key does not come to ${target}`)
}

async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

test('the whole sale needs nothing but a keyboard', async ({ page, isMobile }) => {
  const show = await createShow()
  const email = newEmail()
  await page.goto('/')
  if (isMobile) await enter(page, page.locator('summary', { has: page.locator('svg') }).first())
  await type(page, page.getByRole('searchbox', { name: 'Search events' }), show.title)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(show.title)
  await enter(page, page.getByRole('link', { name: new RegExp(show.title) }))
  await page.waitForURL(`**/events/${show.slug}`)
  await enter(page, page.getByRole('link', { name: /^Choose seats/ }).first())
  await page.waitForURL(`**/performances/${show.performanceId}`)

  const seats = await openSeats(page, show.performanceId)
  await enter(page, page.getByRole('button', { name: 'List', exact: true }))
  await tabTo(page, seats.listed('A-1-1'))
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  await expect(seats.listed('A-2-4')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'A, row 2, seat 4 is yours.' })).toBeAttached()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(seats.listed('A-2-5')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(seats.listed('A-2-12')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Enter')
  await expect(seats.listed('A-2-12')).toHaveAttribute('aria-pressed', 'false')
  await expect(seats.choice.getByText('2 seats')).toBeVisible()
  await enter(page, seats.checkOut)

  await type(page, page.getByLabel('Name on the tickets'), 'Ada Example')
  await type(page, page.getByLabel('Email', { exact: true }), email)
  await enter(page, page.getByRole('button', { name: 'Continue to payment' }))
  const card = cardFields('4242424242424242')
  await type(page, page.getByLabel('Card number'), card.number as string)
  await type(page, page.getByLabel('Expiry'), (card.expiry as string).replace(/\D/g, ''))
  await type(page, page.getByLabel('Security code'), card.cvc as string)
  await type(page, page.getByLabel('Name on card'), 'Ada Example')
  await enter(page, page.getByRole('button', { name: /^Pay / }))
  await enter(page, page.getByRole('button', { name: /^Confirm and pay/ }))
  await expectPaid(page)
  await expectCaptured(orderIdOf(page), 9000)
  expect(await readSeats(show.performanceId, ['A-2-4', 'A-2-5', 'A-2-12'])).toEqual({
    'A-2-4': 'sold',
    'A-2-5': 'sold',
    'A-2-12': 'free',
  })
})

test('on the map itself the arrow keys go from seat to seat, and Enter holds one', async ({ page }) => {
  const show = await createShow()
  const seats = await openSeats(page, show.performanceId)
  await tabTo(page, seats.canvas)
  await page.keyboard.press('ArrowRight')
  const spoken = page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /row \d+, seat \d+/ })
  await expect(spoken.first()).toBeAttached()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(seats.choice.getByText('1 seat', { exact: true })).toBeVisible()
  // Held for good once the clock runs; until then the seat is "one moment".
  await expect(seats.choice.getByRole('timer')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(seats.checkOut).toHaveCount(0)
})

test('the first stop of the Tab key leads past the header', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})
