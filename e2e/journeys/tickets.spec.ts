import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { confirmPurchase, expectPaid, payWith } from './testing/checkout'
import { expectSound } from './testing/database'
import { readInbox, waitForMail } from './testing/inbox'
import { goToStripe } from './testing/sale'
import { readCode, readQr } from './testing/ticket-code'

test.afterAll(expectSound)

test('tickets in the pocket: at hand, sent again, and shown where there is no signal', async ({
  page,
  context,
}) => {
  const { show, orderId, email } = await goToStripe(page, { inDays: 9 })
  await payWith(page)
  await confirmPurchase(page)
  await expectPaid(page)

  await page.goto('/orders')
  await expect(page.getByRole('region', { name: 'Coming up' })).toContainText(show.title)
  await page.getByRole('link', { name: 'Show tickets' }).click()
  await page.getByRole('link', { name: 'Show 2 codes' }).click()
  await expect(page.getByText('Works without a signal: these 2 tickets are on this device.')).toBeVisible({
    timeout: 20_000,
  })
  const [first, second] = await readBothCodes(page)
  expect(readCode(first).performanceId).toBe(show.performanceId)

  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: `Ticket for ${show.title}` })).toBeAttached()
  expect(await readShown(page)).toBe(second)
  await page.getByRole('button', { name: 'Ticket before' }).click()
  await expect.poll(() => readShown(page)).toBe(first)
  await page.goto('/cart')
  await expect(page.getByRole('heading', { level: 1, name: 'No signal.' })).toBeVisible()
  await page
    .getByRole('link', { name: new RegExp(show.title) })
    .first()
    .click()
  await expect.poll(() => readShown(page)).toBe(first)
  await context.setOffline(false)

  expect(await keptPages(context, page)).toEqual(['/tickets/_', '/tickets/_', '/tickets/offline'])
  await page.reload()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect.poll(() => keptPages(context, page)).toEqual([])

  await waitForMail(email)
  await page.goto(`/orders/${orderId}`)
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByText(`On the way to ${email} once more.`)).toBeVisible()
  await expect.poll(async () => (await readInbox(email)).length, { timeout: 20_000 }).toBe(2)
})

/** The code that is on the screen, as a door's camera reads it. */
async function readShown(page: Page): Promise<string> {
  const code = page.locator('article:not([inert])').getByRole('img', { name: /^Code of the ticket for/ })
  await expect(code).toBeInViewport({ ratio: 0.9 })
  return readQr(await code.screenshot()).catch(() => '')
}

/** Of the first ticket and, a step on, of the second. Leaves the page there. */
async function readBothCodes(page: Page): Promise<[string, string]> {
  const first = await readShown(page)
  await page.getByRole('region', { name: '2 tickets' }).press('ArrowRight')
  await expect(page.getByText('Ticket 2 of 2')).toBeVisible()
  const second = await readShown(page)
  expect(second).not.toBe(first)
  return [first, second]
}

/** The pages this browser keeps, without their ids: tickets, and nothing else that is private. */
async function keptPages(_: BrowserContext, page: Page): Promise<string[]> {
  const paths = await page.evaluate(async () => {
    const found: string[] = []
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname)
    }
    return found
  })
  const pages = paths.filter((path) => !path.startsWith('/_next/') && !path.endsWith('.json'))
  return pages.map((path) => path.replace(/[0-9a-f-]{36}/, '_')).sort()
}
