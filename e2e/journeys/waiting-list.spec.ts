import { type Browser, expect, type Page, test } from '@playwright/test'
import { buySeats } from '@/e2e/api/testing/buy-seats'
import { createShow, type Show } from '@/e2e/api/testing/organizer'
import { expectAccessible } from './testing/accessible'
import { confirmPurchase, expectPaid, giveDetails, payWith } from './testing/checkout'
import { readSms } from './testing/codes'
import { expectSound } from './testing/database'
import { linkIn, waitForMail } from './testing/inbox'
import { newEmail, newPhone } from './testing/names'

test.afterAll(expectSound)

test('sold out is not the end: a fan waits, another returns a ticket, it is bought and paid back', async ({
  page,
  browser,
}) => {
  // Three fans, one after the other.
  test.slow()
  const show = await createShow({ rows: 1, seatsPerRow: 2, inDays: 9 })
  const owner = await buySeats(show.performanceId, ['A-1-1', 'A-1-2'])
  const [email, phone, later] = [newEmail(), newPhone(), newEmail()]
  const place = await joinFirst(page, show, { email, phone })
  const list = `/performances/${show.performanceId}/waiting-list`
  const second = await join(await openPage(browser, list), { email: later })
  await expect(second.getByText('One entry is before yours.')).toBeVisible()

  const order = linkIn(await waitForMail(owner.email, show.title), '/orders/')
  const seller = await openPage(browser, order)
  await giveBack(seller, 'seat 1')
  await expectAccessible(seller)
  await page.goto(await linkOfSms(phone))
  expect(page.url()).toBe(place)
  expect(linkIn(await waitForMail(email, 'A seat for you'), '/waiting-list/')).toBe(place)
  await takeAndPay(page, email)
  await page.goto(place)
  await expectTitle(page, 'You took the seat.')
  await waitForMail(owner.email, 'Sold: € 45,00 back to you')
  await waitForMail(owner.email, 'is on its way back')
  await seller.reload()
  await expect(seller.getByText('Void: this ticket admits nobody')).toBeVisible()

  // The other one: who is next does not want it, and its owner keeps it after all.
  await seller.goto(order)
  await expect(seller.getByText('Sold on', { exact: true })).toBeVisible()
  await giveBack(seller, 'seat 2')
  await second.goto(linkIn(await waitForMail(later, 'A seat for you'), '/waiting-list/'))
  await second.getByRole('button', { name: 'Let it go' }).click()
  await expectTitle(second, 'The seat went back.')
  await expectAccessible(second)
  await seller.reload()
  await shown(seller).getByRole('button', { name: 'Take it back' }).click()
  await expect(shown(seller).getByText('Return it to the waiting list')).toBeVisible()
})

/** Joins an empty line, after a slip of the pen and before a second try. Returns the address of the place in it. */
async function joinFirst(page: Page, show: Show, { email, phone }: { email: string; phone: string }) {
  await goToList(page, show)
  await expectAccessible(page)
  await join(page, { email: 'ada@example', phone: '12' })
  await expect(page.getByText('Enter an email address like ada@example.com.')).toBeVisible()
  await join(page, { email, phone })
  await expectTitle(page, 'You are next in line.')
  await expectAccessible(page)
  const place = page.url()
  await waitForMail(email, 'You are on the waiting list')
  await page.goto(`/performances/${show.performanceId}/waiting-list`)
  await join(page, { email })
  await expect(page.getByText('You are on this list already.')).toBeVisible()
  return place
}

/** Of somebody who was called: the seat is one press away, and bought like any other. */
async function takeAndPay(page: Page, email: string): Promise<void> {
  await expectTitle(page, 'A seat for you.')
  await expect(page.getByRole('timer')).toHaveText(/^1[34]:\d\d$/)
  const take = page.getByRole('button', { name: 'Take this seat' })
  await expect(take).toBeInViewport({ ratio: 1 })
  await expectAccessible(page)
  await take.click()
  await giveDetails(page, { email, name: 'Grace Hopper' })
  await payWith(page)
  await confirmPurchase(page)
  await expectPaid(page)
}

async function expectTitle(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** From the event's page, where its only night is sold out. */
async function goToList(page: Page, show: Show): Promise<void> {
  await page.goto(`/events/${show.slug}`)
  await page.getByRole('link', { name: /^Join the waiting list for/ }).click()
  await expectTitle(page, 'Join the waiting list')
}

/** One seat in front; the name stays from the last try. */
async function join(page: Page, { email, phone = '' }: { email: string; phone?: string }): Promise<Page> {
  await page.getByLabel(/^Front/).check()
  await page.getByLabel('How many seats').selectOption('1')
  await page.getByLabel('Your name').fill('Grace Hopper')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Phone, if you like').fill(phone)
  await page.getByRole('button', { name: 'Join the waiting list' }).click()
  return page
}

/** Somebody else's browser. */
async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(url)
  return page
}

/** The ticket that is in view. */
function shown(page: Page) {
  return page.locator('article:not([inert])')
}

/** From its order's page, the ticket of a seat goes back to the waiting list, where somebody is called at once. */
async function giveBack(page: Page, seat: string): Promise<void> {
  await page.getByRole('link', { name: `Pass on or return the ticket for A, row 1, ${seat}` }).click()
  await shown(page).getByText('Return it to the waiting list').click()
  await expect(shown(page).getByText('you get €45.00 back to the card you paid with')).toBeVisible()
  await shown(page).getByRole('button', { name: 'Return the ticket' }).click()
  const buying = shown(page).getByText('Somebody is buying it right now')
  await expect(buying.or(shown(page).getByText('On offer to the waiting list'))).toBeVisible()
  await expect(async () => {
    await page.reload()
    await expect(buying).toBeVisible({ timeout: 500 })
  }).toPass()
}

async function linkOfSms(to: string): Promise<string> {
  await expect.poll(async () => (await readSms(to)).length, { timeout: 20_000 }).toBe(1)
  const [text = ''] = await readSms(to)
  expect(text).toContain('TicketBoss: 1 seat for')
  return /https?:\S+$/.exec(text)?.[0] ?? ''
}
