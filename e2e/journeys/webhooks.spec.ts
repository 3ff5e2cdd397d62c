import { expect, type Page, test } from '@playwright/test'
import { confirmPurchase, expectPaid, payWith } from './testing/checkout'
import { countTickets, expectSound, readOrders } from './testing/database'
import { readInbox, waitForMail } from './testing/inbox'
import { goToStripe, type Sale } from './testing/sale'
import { expectCaptured, readEvents, repeatEvent, withoutWebhooks, withWebhooks } from './testing/stripe'

test.afterAll(expectSound)

async function expectSold(page: Page, { orderId, amount, email, labels }: Sale) {
  await expectPaid(page)
  await expectCaptured(orderId, amount)
  expect(await countTickets(orderId)).toBe(labels.length)
  await waitForMail(email)
}

test('a webhook that never comes is not missed', async ({ page }) => {
  await withoutWebhooks(async () => {
    const sale = await goToStripe(page)
    await payWith(page)
    await confirmPurchase(page)
    await expectSold(page, sale)
    const [completed] = await readEvents(sale.orderId, 'checkout.session.completed')
    expect(completed?.delivery?.attempts ?? 0).toBe(0)
  })
})

test('a webhook that comes twice sells nothing twice and sends one mail', async ({ page }) => {
  await withWebhooks(async () => {
    const sale = await goToStripe(page)
    await payWith(page)
    await confirmPurchase(page)
    await expectSold(page, sale)
    for (const type of ['checkout.session.completed', 'payment_intent.succeeded']) {
      const find = async () => (await readEvents(sale.orderId, type))[0]
      await expect.poll(async () => (await find())?.delivery?.lastStatus, { timeout: 15_000 }).toBe(200)
      const before = await find()
      await repeatEvent(before?.id as string)
      await expect
        .poll(async () => (await find())?.delivery, { timeout: 15_000 })
        .toMatchObject({ attempts: (before?.delivery?.attempts ?? 0) + 1, lastStatus: 200 })
    }
    await page.reload()
    await expectSold(page, sale)
    expect(await readInbox(sale.email)).toHaveLength(1)
  })
})

test('a webhook that comes before the fan does leads to the same page', async ({ page }) => {
  await withWebhooks(async () => {
    const sale = await goToStripe(page)
    // The bank's answer takes its time on the way to the browser; the webhook does not.
    await page.route(/\/c\/pay\//, async (route) => {
      const response = await route.fetch({ maxRedirects: 0 })
      await expect
        .poll(() => readOrders(sale.email), { timeout: 15_000 })
        .toMatchObject([{ status: 'authorized' }])
      await route.fulfill({ response })
    })
    await payWith(page)
    await confirmPurchase(page)
    await expectSold(page, sale)
  })
})
