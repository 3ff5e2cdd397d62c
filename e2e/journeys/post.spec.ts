import { expect, type Page, test } from '@playwright/test'
import { createShow } from '@/e2e/api/testing/organizer'
import { expectAccessible } from './testing/accessible'
import { confirmPurchase, expectPaid, orderIdOf, payWith } from './testing/checkout'
import { expectSound } from './testing/database'
import { readInbox } from './testing/inbox'
import { askAgain, happenTo, makeLate, type PrintedLetter, readLetters } from './testing/letters'
import { newEmail } from './testing/names'
import { openSeats } from './testing/seat-page'
import { readMoney } from './testing/stripe'

test.afterAll(expectSound)

test('tickets by post, with a promo code: the address, the fee, the letter and, where it is lost, the fee back', async ({
  page,
  context,
}) => {
  test.slow()
  const show = await createShow()
  const email = newEmail()
  const seats = await openSeats(page, show.performanceId)
  await seats.choose('A-2-5')
  await seats.checkOut.click()
  await page.getByRole('link', { name: 'Change' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Yours, for now.' })).toBeVisible()
  await page.getByLabel('Promo code').fill('NO-SUCH-CODE')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('This code is not for the seats you hold.')).toBeVisible()
  await page.getByLabel('Promo code').fill('demo-halcyon')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('Off 1 seat of 1')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Total' })).toContainText('€40.50')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Check out' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Who are they for?' })).toBeVisible()
  await expect(page.getByText('Code DEMO-HALCYON')).toBeVisible()
  await page.getByRole('button', { name: 'Remove the code' }).click()
  await page.getByLabel('Name on the tickets').fill('Ada Example')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await expect(page.getByText('€45.00').last()).toBeVisible()

  await page.getByLabel('Promo code').fill('demo-halcyon')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('Code DEMO-HALCYON')).toBeVisible()
  await expect(page.getByText('€40.50').last()).toBeVisible()
  await expect(page.getByLabel('Name on the tickets')).toHaveValue('Ada Example')

  await page.getByLabel(/^By post too, €4\.90/).check()
  await expect(page.getByText('€45.40').last()).toBeVisible()
  await page.getByLabel('Country').selectOption('US')
  await expect(page.getByLabel('ZIP code')).toBeVisible()
  await page.getByLabel('Country').selectOption('AT')
  await expect(page.getByLabel('State')).toHaveCount(0)
  await page.getByLabel('Street and number').fill('Nowhere 14')
  await page.getByLabel('Postcode').fill('10700')
  await page.getByLabel('City').fill('Vienna')
  await expectAccessible(page)
  const go = page.getByRole('button', { name: 'Continue to payment' })
  await go.click()
  await expect(page.getByText('This does not look like a postcode of that country.')).toBeVisible()
  await page.getByLabel('Postcode').fill('1070')
  await context.setOffline(true)
  await go.click()
  await expect(page.getByText('No connection', { exact: true })).toBeVisible()
  await expect(page.getByLabel('Street and number')).toHaveValue('Nowhere 14')
  await context.setOffline(false)
  await go.click()
  await expect(page.getByText('Is the address right?')).toBeVisible()
  await page.getByLabel('Street and number').fill('Lindengasse 14')
  await go.click()

  await expect(page.getByText('Delivery by post')).toBeVisible()
  await payWith(page)
  await expect(page.getByText('Lindengasse 14, 1070 Vienna, AT')).toBeVisible()
  await confirmPurchase(page)
  await expectPaid(page)
  const orderId = orderIdOf(page)
  expect(await readMoney(orderId)).toMatchObject({ amount_received: 4540 })

  await expect.poll(() => readLetters(orderId), { timeout: 15_000 }).toHaveLength(1)
  const [letter] = (await readLetters(orderId)) as [PrintedLetter]
  expect(letter.to).toMatchObject({ name: 'Ada Example', address_line1: 'Lindengasse 14' })
  await happenTo(letter, 'Mailed')
  await expectNews(page, letter, 'Your printed tickets are in the post.')
  await makeLate(letter)
  await page.reload()
  await expect(page.getByText('Your printed tickets are late.')).toBeVisible()

  await happenTo(letter, 'Returned to Sender')
  await expectNews(page, letter, 'The letter will not arrive.')
  await expect(page.getByText('€4.90 for the post goes back to your card')).toBeVisible()
  await expect(page.getByRole('link', { name: /^PDF of the ticket/ })).toBeVisible()
  await expect
    .poll(async () => (await readInbox(email)).map(({ subject }) => subject), { timeout: 15_000 })
    .toContainEqual(expect.stringContaining('cannot come by post'))
})

/** The order's page says it, now or when it is opened again. */
async function expectNews(page: Page, letter: PrintedLetter, text: string): Promise<void> {
  await expect(async () => {
    await askAgain(letter)
    await page.reload()
    await expect(page.getByText(text)).toBeVisible({ timeout: 2_000 })
  }).toPass()
}
