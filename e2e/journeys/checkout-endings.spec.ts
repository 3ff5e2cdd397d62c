import { expect, test } from '@playwright/test'
import { askApi, openGuest } from '@/e2e/api/testing/api'
import { CARDS, confirmPurchase, expectPaid, giveDetails, orderIdOf, payWith } from './testing/checkout'
import { countTickets, endHoldsIn, expectSound, heldIn, readOrders, readSeats } from './testing/database'
import { goToStripe, type Sale } from './testing/sale'
import { expectCaptured, expectReleased, failCapture, readMoney } from './testing/stripe'

test.afterAll(expectSound)

/** What every sale that went well comes to. */
async function expectSold({ show, labels, orderId, amount }: Sale) {
  await expectCaptured(orderId, amount)
  const sold = Object.fromEntries(labels.map((label) => [label, 'sold']))
  expect(await readSeats(show.performanceId, labels)).toEqual(sold)
  expect(await countTickets(orderId)).toBe(labels.length)
}

test('a declined card takes nothing, and another card buys the seats, though Stripe is away for a moment', async ({
  page,
}) => {
  const sale = await goToStripe(page)
  await payWith(page, CARDS.declined)
  await expect(page.getByRole('alert')).toContainText('You have not been charged')
  expect(await readMoney(sale.orderId)).toMatchObject({ amount_capturable: 0, amount_received: 0 })
  await payWith(page, CARDS.good)
  await expect(page.getByRole('heading', { level: 1, name: 'Verify your purchase' })).toBeVisible()
  // Stripe is away when the money is to be taken: the seats are the fan's all the same, and it is taken once.
  await failCapture(sale.orderId)
  await confirmPurchase(page)
  await expectPaid(page)
  await expectSold(sale)
})

test('a card that asks for 3-D Secure buys the seats once the bank has said yes', async ({ page }) => {
  const sale = await goToStripe(page)
  await payWith(page, CARDS.challenge)
  await page.getByRole('button', { name: 'Complete authentication' }).click()
  await confirmPurchase(page)
  await expectPaid(page)
  await expectSold(sale)
})

test('3-D Secure that fails takes nothing; the order can be given up, and the seats stay held', async ({
  page,
}) => {
  const sale = await goToStripe(page)
  await payWith(page, CARDS.challenge)
  await page.getByRole('button', { name: 'Fail authentication' }).click()
  await expect(page.getByRole('alert')).toContainText('could not confirm that it is you')
  await page.getByRole('link', { name: 'Back to TicketBoss' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Not paid yet.' })).toBeVisible()
  await expect(page.getByText('Your card was declined')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel the order' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The order is cancelled.' })).toBeVisible()
  await expect(page.getByText('You were not charged.')).toBeVisible()
  await expectReleased(sale.orderId)
  expect(await readSeats(sale.show.performanceId, sale.labels)).toEqual({ 'A-2-5': 'held', 'A-2-6': 'held' })
})

test('going back from Stripe by its link keeps the seats, and the payment goes on later', async ({
  page,
}) => {
  const sale = await goToStripe(page)
  await page.getByRole('link', { name: 'Back to TicketBoss' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Not paid yet.' })).toBeVisible()
  await expect(page.getByText('You have not been charged.')).toBeVisible()
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await payWith(page)
  await confirmPurchase(page)
  await expectPaid(page)
  expect(orderIdOf(page)).toBe(sale.orderId)
  await expectSold(sale)
})

test('going back from Stripe with the browser and checking out again charges once', async ({ page }) => {
  const sale = await goToStripe(page)
  await page.goBack()
  await giveDetails(page, sale)
  await payWith(page)
  await confirmPurchase(page)
  await expectPaid(page)
  await expectSold({ ...sale, orderId: orderIdOf(page) })
  const statuses = (await readOrders(sale.email)).map((order) => order.status)
  expect(statuses.filter((status) => status === 'paid')).toHaveLength(1)
  expect(statuses.filter((status) => status !== 'cancelled')).toHaveLength(1)
})

test('a window closed while paying is picked up again from the list of orders', async ({ page, context }) => {
  const sale = await goToStripe(page)
  // The card goes through, and the browser is gone before it comes back.
  await page.route(/\/c\/pay\//, async (route) => {
    await route.fetch({ maxRedirects: 0 })
    await route.abort()
  })
  await payWith(page)
  await expect.poll(() => readMoney(sale.orderId)).toMatchObject({ status: 'requires_capture' })
  await page.close()

  const again = await context.newPage()
  await again.goto('/orders')
  await again.getByRole('link', { name: new RegExp(sale.show.title) }).click()
  await confirmPurchase(again)
  await expectPaid(again)
  await expectSold(sale)
})

test('a hold that ends while the fan is at Stripe costs nothing, and the seats can be held again', async ({
  page,
}) => {
  const sale = await goToStripe(page)
  await endHoldsIn(sale.show.performanceId, 500)
  await expect
    .poll(() => readOrders(sale.email))
    .toMatchObject([{ status: 'cancelled', cancelReason: 'expired' }])
  await payWith(page)
  await expect(page.getByRole('heading', { name: 'This payment page has expired' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to TicketBoss' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Time ran out.' })).toBeVisible()
  await expect(page.getByText('You were not charged.')).toBeVisible()
  expect(await readMoney(sale.orderId)).toBeNull()
  expect(await readSeats(sale.show.performanceId, sale.labels)).toEqual({ 'A-2-5': 'free', 'A-2-6': 'free' })
  await page.getByRole('button', { name: 'Hold them again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Who are they for?' })).toBeVisible()
  expect(await readSeats(sale.show.performanceId, sale.labels)).toEqual({ 'A-2-5': 'held', 'A-2-6': 'held' })
})

test('a seat that went to someone else before confirming costs nothing, and the nearest are held already', async ({
  page,
}) => {
  const sale = await goToStripe(page)
  await payWith(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Verify your purchase' })).toBeVisible()
  await endHoldsIn(sale.show.performanceId, 0)
  const json = { seats: ['A-2-5'] }
  await askApi('POST', `/performances/${sale.show.performanceId}/holds`, { token: await openGuest(), json })
  await page.getByRole('button', { name: /^Confirm and pay/ }).click()
  // Whichever came first: the fan's own click, or the round that ends overdue orders.
  const heading = page.getByRole('heading', {
    level: 1,
    name: /^(Someone else got there first|Time ran out)\.$/,
  })
  await expect(heading).toBeVisible()
  await expect(page.getByText('You were not charged.')).toBeVisible()
  const instead = page.getByRole('region', { name: 'Held for you instead' })
  await expect(instead.getByText('is with somebody else now')).toHaveCount(1)
  await expect(instead.getByRole('timer')).toHaveText(/^[12]:\d\d$/)
  // Held before anybody clicks, and not in the cart before they are kept.
  const offered = await heldIn(sale.show.performanceId)
  expect(offered.filter((label) => label !== 'A-2-5')).toHaveLength(2)
  await expect(page.getByRole('link', { name: 'Cart, 0 seats' })).toBeVisible()
  await expectReleased(sale.orderId)
  expect(await countTickets(sale.orderId)).toBe(0)
  await instead.getByRole('button', { name: 'Keep these 2 and check out' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Who are they for?' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Cart, 2 seats' })).toBeVisible()
  expect(await heldIn(sale.show.performanceId)).toEqual(offered)
})

test('confirming in two tabs at once buys the seats once, and both tabs show the tickets', async ({
  page,
  context,
}) => {
  const sale = await goToStripe(page)
  await payWith(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Verify your purchase' })).toBeVisible()
  const other = await context.newPage()
  await other.goto(page.url())
  await Promise.all([confirmPurchase(page), confirmPurchase(other)])
  await Promise.all([expectPaid(page), expectPaid(other)])
  await expectSold(sale)
})
