import { expect, test } from '@playwright/test'
import { createShow } from '@/e2e/api/testing/organizer'
import { expectAccessible } from './testing/accessible'
import { confirmPurchase, expectPaid, payWith } from './testing/checkout'
import { expectSound } from './testing/database'
import { becomeMember } from './testing/member'
import { openSeats } from './testing/seat-page'

test.afterAll(expectSound)

test('a card is kept with consent, and pays the next order in two clicks', async ({ page }) => {
  test.slow()
  const show = await createShow()
  await becomeMember(page)
  const seats = await openSeats(page, show.performanceId)
  await seats.choose('A-2-5')
  await seats.checkOut.click()
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await page.getByLabel('Save this card for next time').check()
  await payWith(page)
  await confirmPurchase(page)
  await expectPaid(page)

  const others = await openSeats(page, show.performanceId)
  await others.choose('A-4-5')
  await others.checkOut.click()
  await expect(page.getByLabel('Visa •••• 4242')).toBeChecked()
  await page.getByLabel('Another card').check()
  await expect(page.getByRole('button', { name: 'Continue to payment' })).toBeVisible()
  await page.getByLabel('Visa •••• 4242').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Look it over' }).click()
  await confirmPurchase(page)
  await expectPaid(page)
})
