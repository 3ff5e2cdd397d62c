import { expect, test } from '@playwright/test'
import { createShow, readSeed } from '@/e2e/api/testing/organizer'
import { expectAccessible } from './testing/accessible'
import { confirmPurchase, expectPaid, giveDetails, payWith } from './testing/checkout'
import { newEmail } from './testing/names'
import { goToStripe } from './testing/sale'
import { openSeats } from './testing/seat-page'

const plainPages: [path: string, heading: string | RegExp][] = [
  ['/', /Pick a night\./],
  ['/?query=nobody-plays-this', 'Nothing on for that.'],
  ['/cart', 'Nothing held yet.'],
  ['/checkout', 'No seats to check out.'],
  ['/orders', 'No orders yet.'],
  ['/orders/find', 'Find an order'],
  ['/tickets', 'No tickets ahead.'],
  ['/tickets/offline', 'No signal.'],
  ['/sign-in', 'Welcome back.'],
  ['/sign-up', 'Keep your tickets together.'],
  ['/reset-password', 'A new password.'],
  ['/developers', /\w/],
  ['/?query=halcyn', '“halcyn”'],
  ['/organizers/halcyon-stage', 'Halcyon Stage'],
  ['/no-such-page', 'No such seat in the house.'],
  ['/events/no-such-event', 'This event is not on the bill.'],
  ['/performances/no-such-night', 'No such night.'],
]

for (const [path, heading] of plainPages) {
  test(`axe finds nothing on ${path}`, async ({ page }) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible()
    await expectAccessible(page)
  })
}

test('axe finds nothing on the event, its seats as map and list, the cart, and a refused checkout', async ({
  page,
}) => {
  const show = await createShow()
  await page.goto(`/events/${show.slug}`)
  await expect(page.getByRole('heading', { level: 1, name: show.title })).toBeVisible()
  await expectAccessible(page)

  const seats = await openSeats(page, show.performanceId)
  await expectAccessible(page)
  await seats.choose('A-2-5', 'A-2-6')
  await seats.raiseSheet()
  await expectAccessible(page)
  await seats.showList()
  await expectAccessible(page)
  await page.goto('/cart')
  await expect(page.getByRole('heading', { level: 1, name: 'Yours, for now.' })).toBeVisible()
  await expectAccessible(page)
  await page.goto('/checkout')
  await giveDetails(page, { email: 'ada@example', name: 'Ada Example' })
  await expect(page.getByText('Enter an email address like ada@example.com.')).toBeVisible()
  await expectAccessible(page)
})

test('axe finds nothing on an order: not paid, to be verified, paid', async ({ page }) => {
  const sale = await goToStripe(page)
  await page.goto(`/orders/${sale.orderId}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Not paid yet.' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await payWith(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Verify your purchase' })).toBeVisible()
  await expectAccessible(page)
  await confirmPurchase(page)
  await expectPaid(page)
  await expectAccessible(page)
  await page.goto('/orders')
  await expect(page.getByRole('link', { name: new RegExp(sale.show.title) })).toBeVisible()
  await expectAccessible(page)
})

test('axe finds nothing on an order that was cancelled', async ({ page }) => {
  const show = await createShow()
  const seats = await openSeats(page, show.performanceId)
  await seats.choose('A-2-5')
  await seats.checkOut.click()
  await giveDetails(page, { email: newEmail() })
  await page.getByRole('link', { name: 'Back to TicketBoss' }).click()
  await page.getByRole('button', { name: 'Cancel the order' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The order is cancelled.' })).toBeVisible()
  await expectAccessible(page)
})

test('axe finds nothing on the sign-in over a page, nor on the pages of an account', async ({ page }) => {
  const fan = readSeed().signIns.find(({ role }) => role === 'fan')
  if (!fan) throw new Error('the seed has no fan')
  await page.goto('/cart')
  await page.waitForLoadState('networkidle')
  await page.getByRole('link', { name: 'Sign in' }).click()
  const dialog = page.getByRole('dialog', { name: 'Welcome back.' })
  await dialog.getByLabel('Email').fill(fan.email)
  await expectAccessible(page)
  await dialog.getByLabel('Password').fill(fan.password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: /^Account of/ })).toBeVisible()
  for (const part of ['', '/security', '/payment', '/addresses', '/privacy']) {
    await page.goto(`/account${part}`)
    await expect(page.getByRole('navigation', { name: 'Account' })).toBeVisible()
    await expectAccessible(page)
  }
})
