import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import type { Show } from '@/e2e/api/testing/organizer'
import { expectAccessible } from './testing/accessible'
import { confirmPurchase, expectPaid, payWith } from './testing/checkout'
import { codeFromMail } from './testing/codes'
import { expectSound } from './testing/database'
import { type Mail, readInbox, waitForMail } from './testing/inbox'
import { newEmail } from './testing/names'
import { goToStripe } from './testing/sale'
import { readCode, readQr } from './testing/ticket-code'

test.afterAll(expectSound)

test('tickets in the pocket: at hand, shown where there is no signal, sent again, passed on, found', async ({
  page,
  context,
  browser,
}) => {
  // A long way round, on whatever machine.
  test.slow()
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
  await expectAccessible(page)
  const [first, second] = await readBothCodes(page)
  expect(readCode(first).performanceId).toBe(show.performanceId)

  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: `Ticket for ${show.title}` })).toBeAttached()
  expect(await readShown(page)).toBe(second)
  await page.getByRole('button', { name: 'Ticket before' }).click()
  await expect(page.getByText('Ticket 1 of 2')).toBeVisible()
  expect(await readShown(page)).toBe(first)
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
  await waitForMails(email, 2)

  await page.goto('/tickets')
  await page.getByRole('link', { name: 'Show 2 codes' }).click()
  await passOn(page, browser, { show, old: first })
  await page.goto(`/orders/${orderId}`)
  await expect(page.getByRole('region', { name: 'Passed on' })).toContainText('Grace Hopper')
  await expect(page.getByRole('img', { name: /^Code of the ticket for/ })).toHaveCount(1)
  const [reference = ''] = /[A-Z0-9]{8}/.exec((await page.getByText(/^Order /).textContent()) ?? '') ?? []
  await findAgain(browser, { reference, email })
})

/** On another device: by reference and email, which must belong together, and the code that comes by mail. */
async function findAgain(browser: Browser, { reference, email }: { reference: string; email: string }) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const ask = async (asked: string) => {
    await page.goto('/orders/find')
    await page.getByLabel('Reference').fill(asked)
    await page.getByLabel('Email').fill(email)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await expect(page.getByText(`If there is an order ${asked.toUpperCase()} for ${email}`)).toBeVisible()
  }
  await ask('22222222')
  await ask(reference.toLowerCase())
  const code = await codeFromMail(email)
  await page.getByLabel('Code').fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'))
  await page.getByRole('button', { name: 'Open the order' }).click()
  await expect(page.getByText('This code does not open it.')).toBeVisible()
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Open the order' }).click()
  await expectPaid(page)
  await context.close()
}

/** The ticket on the screen goes to a friend, after it was taken back once; theirs has another code. */
async function passOn(page: Page, browser: Browser, { show, old }: { show: Show; old: string }) {
  const address = page.url()
  const to = newEmail()
  await offer(page, to)
  const stale = linkIn(await waitForMails(to, 1))
  await page.getByRole('button', { name: 'Take it back' }).click()
  await waitForMails(to, 2)
  await offer(page, to)
  const link = linkIn(await waitForMails(to, 3))

  const context = await browser.newContext()
  const friend = await context.newPage()
  await friend.goto(stale)
  await expect(friend.getByRole('heading', { level: 1, name: 'This offer is over.' })).toBeVisible()
  await friend.goto(link)
  await expectAccessible(friend)
  await friend.getByLabel('Name on the ticket').fill('Grace Hopper')
  await friend.getByRole('button', { name: 'Accept the ticket' }).click()
  await expect(friend.getByRole('heading', { level: 2, name: show.title })).toBeVisible()
  await expect(friend.getByText('Grace Hopper')).toBeVisible()
  const code = await readShown(friend)
  const [was, is] = [readCode(old), readCode(code)]
  expect([is.ticketId, was.serial, is.serial]).toEqual([was.ticketId, 1, 2])
  await friend.goto('/tickets')
  await expect(friend.getByRole('link', { name: 'Show the code' })).toBeVisible()
  await context.close()

  expect((await page.request.get(address)).status()).toBe(404)
  expect((await page.request.get(`${address}/pdf`)).status()).toBe(404)
}

/** The newest mail to an address once there are `count`. */
async function waitForMails(to: string, count: number): Promise<Mail> {
  await expect.poll(async () => (await readInbox(to)).length, { timeout: 20_000 }).toBe(count)
  return (await readInbox(to))[0] as Mail
}

async function offer(page: Page, to: string) {
  await shown(page).getByText('Give it to a friend').click()
  await shown(page).getByLabel('Their name').fill('Grace')
  await shown(page).getByLabel('Their email').fill(to)
  await shown(page).getByRole('button', { name: 'Offer the ticket' }).click()
  await expect(page.getByText('Offered to Grace')).toBeVisible()
}

/** The ticket that is in view. */
function shown(page: Page) {
  return page.locator('article:not([inert])')
}

function linkIn({ html }: Mail): string {
  const link = /href="([^"]+\/tickets\/offer[^"]+)"/.exec(html)?.[1]
  if (!link) throw new Error('There is no offer in this mail')
  return link.replaceAll('&amp;', '&')
}

/** The code that is on the screen, as a door's camera reads it. */
async function readShown(page: Page): Promise<string> {
  const code = shown(page).getByRole('img', { name: /^Code of the ticket for/ })
  await expect(code).toBeInViewport({ ratio: 0.9 })
  return readQr(await code.screenshot()).catch(() => '')
}

/** Of the first ticket and, a step on, of the second. Leaves the page there. */
async function readBothCodes(page: Page): Promise<[string, string]> {
  const first = await readShown(page)
  await page.keyboard.press('ArrowRight')
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
