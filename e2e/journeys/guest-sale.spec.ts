import { expect, type Page, test } from '@playwright/test'
import { createShow, type Show } from '@/e2e/api/testing/organizer'
import { CARDS, confirmPurchase, expectPaid, giveDetails, orderIdOf, payWith } from './testing/checkout'
import { expectSound, readSeats } from './testing/database'
import { download, type Mail, waitForMail } from './testing/inbox'
import { newEmail } from './testing/names'
import { openSeats } from './testing/seat-page'
import { expectCaptured, readMoney } from './testing/stripe'
import { readCode, readQr } from './testing/ticket-code'

test('a guest finds an event, takes two seats on the map, pays, confirms, and has the tickets by mail', async ({
  page,
}) => {
  const show = await createShow({ city: 'Linz' })
  const email = newEmail()
  await page.goto('/')
  await findByFilter(page, show)
  await page
    .getByRole('link', { name: /^Choose seats/ })
    .first()
    .click()
  await page.waitForURL(`**/performances/${show.performanceId}`)

  const seats = await openSeats(page, show.performanceId)
  await seats.choose('A-2-5', 'A-2-6')
  await expect(seats.choice.getByText('2 seats')).toBeVisible()
  await expect(seats.choice.getByText('€90')).toBeVisible()
  await expect(seats.choice.getByRole('timer').first()).toHaveText(/^9:\d\d$|^10:00$/)

  await seats.checkOut.click()
  await giveDetails(page, { email })
  await expect(page.getByText('€90.00').first()).toBeVisible()
  await payWith(page, CARDS.good)
  await expect(page.getByRole('heading', { level: 1, name: 'Verify your purchase' })).toBeVisible()
  const orderId = orderIdOf(page)
  expect(await readMoney(orderId)).toMatchObject({ status: 'requires_capture', amount_received: 0 })
  await expect(page.getByText('Visa ending 4242')).toBeVisible()
  expect(await readSeats(show.performanceId, ['A-2-5'])).toEqual({ 'A-2-5': 'held' })

  await confirmPurchase(page)
  await expectPaid(page)
  await expectCaptured(orderId, 9000)
  expect(await readSeats(show.performanceId, ['A-2-5', 'A-2-6'])).toEqual({
    'A-2-5': 'sold',
    'A-2-6': 'sold',
  })
  await expect(page.getByRole('img', { name: /^Code of the ticket for/ })).toHaveCount(2)
  await expectTickets(page, show)
  await expectMail(await waitForMail(email), show)
})

test.afterAll(expectSound)

async function findByFilter(page: Page, { title, slug }: Show) {
  await page.getByLabel('City').selectOption('Linz')
  const go = page.getByRole('button', { name: 'Show', exact: true })
  if (await go.isVisible()) await go.click()
  await expect(page).toHaveURL(/city=Linz/)
  await page
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()
  await page.waitForURL(`**/events/${slug}`)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** The documents behind the order's page. */
async function expectTickets(page: Page, { performanceId }: Show) {
  const picture = page.getByRole('link', { name: /^Picture of the ticket/ }).first()
  const image = await page.request.get((await picture.getAttribute('href')) ?? '')
  expect(image.headers()['content-type']).toContain('image/png')
  expect(readCode(await readQr(await image.body())).performanceId).toBe(performanceId)
  const pdf = page.getByRole('link', { name: /^PDF of the ticket/ }).first()
  const document = await (await page.request.get((await pdf.getAttribute('href')) ?? '')).body()
  expect(document.subarray(0, 5).toString()).toBe('%PDF-')
}

/** The mail carries the pictures, the PDF, the receipt and a calendar entry; its codes let two people in. */
async function expectMail(mail: Mail, { title, performanceId }: Show) {
  expect(mail.subject).toContain(title)
  const of = (type: string) => mail.attachments.filter(({ content_type }) => content_type.startsWith(type))
  const codes = await Promise.all(
    of('image/png').map(async (one) => readCode(await readQr(await download(one)))),
  )
  expect(codes.map((code) => code.performanceId)).toEqual([performanceId, performanceId])
  expect(new Set(codes.map((code) => code.ticketId)).size).toBe(2)
  for (const { content_id } of of('image/png')) expect(mail.html).toContain(`cid:${content_id}`)
  const names = of('application/pdf').map(({ filename }) => filename)
  expect(names.filter((name) => /receipt/i.test(name))).toHaveLength(1)
  expect(names.filter((name) => /ticket/i.test(name))).toHaveLength(1)
  const [calendar] = of('text/calendar')
  const entry = (await download(calendar as { download_url: string })).toString()
  expect(entry).toContain('BEGIN:VEVENT')
  expect(entry.replace(/\r\n /g, '')).toContain(title)
}
