import { expect, type Page, test } from '@playwright/test'
import { createShow, readSeed, type Show } from '@/e2e/api/testing/organizer'
import { expectAccessible } from './testing/accessible'
import { waitForMail } from './testing/inbox'
import { becomeMember } from './testing/member'
import { newName } from './testing/names'

test('a fan follows a house and an artist, searches with a slip and by day, is led on, shares, hears once of new dates, and ends that', async ({
  page,
}) => {
  const { organizerSlug } = readSeed()
  const { email } = await becomeMember(page)
  await page.goto(`/organizers/${organizerSlug}`)
  await page.getByRole('button', { name: /^Follow / }).click()
  await expect(page.getByRole('button', { name: /^Following / })).toBeVisible()
  const artist = newName('Zephyrine')
  await createShow({ artists: [artist] })
  await findsArtist(page, artist)

  // The mail takes its time: dates published together are one.
  const show = await createShow({ title: newName('Quasarnacht'), artists: [artist] })
  await findWithSlip(page, show)
  await findByDay(page, show)
  await isLedOn(page, show)
  await isShared(page, show, artist)
  await hasFeeds(page, show, organizerSlug)

  // The house has other shows going on: a follower hears of those as well.
  const mail = await waitForMail(email, show.title)
  expect(mail.subject).toBe(`${artist}: ${show.title}`)
  const links = [...mail.html.matchAll(/href="([^"]+\/unfollow\?token=[^"]+)"/g)].map(([, link]) => link)
  expect(links).toHaveLength(2)
  await page.goto(links[0]?.replaceAll('&amp;', '&') as string)
  await page.getByRole('button', { name: 'Stop these mails' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Done.' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: artist }).click()
  await expect(page.getByRole('button', { name: `Follow ${artist}` })).toBeVisible()
  await followsNobody(page)
})

test('the front page sells: what is next, last seats by real availability, kinds and cities', async ({
  page,
}) => {
  await page.goto('/')
  const board = page.getByRole('region', { name: 'Last seats' })
  await expect(board.getByRole('article').first()).toContainText('Last seats')
  const playing = page.getByRole('region', { name: 'Who plays' }).getByRole('link').first()
  await expect(playing).toHaveAttribute('href', /^\/artists\/[a-z0-9-]+$/)
  await page
    .getByRole('region', { name: 'Where' })
    .getByRole('link', { name: /Berlin/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nights out in Berlin' })).toBeVisible()
})

test('without a network the page says so, and what the cart holds', async ({ page, context }) => {
  await page.goto('/')
  await context.setOffline(true)
  await expect(page.getByText('You are offline.')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('You are offline.')).toBeHidden()
})

/** By a slip of the hand to the artist's page, and from there on they are followed. */
async function findsArtist(page: Page, artist: string) {
  await search(page, artist.replace('rine', 'rnie'))
  await page.getByRole('region', { name: 'Artists' }).getByRole('link', { name: artist }).click()
  await expect(page.getByRole('heading', { level: 1, name: artist })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Dates' }).getByRole('article')).toHaveCount(1)
  await page.getByRole('button', { name: `Follow ${artist}` }).click()
  await expect(page.getByRole('button', { name: `Following ${artist}` })).toBeVisible()
  await expectAccessible(page)
}

/** The house is left on the account's own page. */
async function followsNobody(page: Page) {
  await page.goto('/account/following')
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Stop following / }).click()
  await expect(page.getByText(/^You follow nobody yet\./)).toBeVisible()
}

async function findWithSlip(page: Page, { title }: Show) {
  await search(page, title.replace('nacht', 'nahct'))
  await expect(page.getByRole('status').getByText(/^Nothing is called “quasarnahct”/)).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toBeVisible()
}

async function findByDay(page: Page, { title }: Show) {
  const at = new Date(Date.now() + 40 * 86_400_000)
  const day = at.toLocaleDateString('en', { day: 'numeric', month: 'long', timeZone: 'Europe/Vienna' })
  await search(page, `${title} vienna ${day}`)
  await expect(page.getByRole('link', { name: title })).toBeVisible()
}

async function isLedOn(page: Page, { title }: Show) {
  await search(page, `${title} tomorrow`)
  await expect(page.getByRole('heading', { name: 'Nothing on for that.' })).toBeVisible()
  await page.getByRole('region', { name: 'The nearest dates' }).getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** The event as networks and search engines see it. */
async function isShared(page: Page, { slug, performanceId }: Show, artist: string) {
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content')
  const card = await page.request.get(picture as string)
  expect(card.headers()['content-type']).toBe('image/png')
  expect((await card.body()).subarray(1, 4).toString()).toBe('PNG')
  const canonical = await page.locator('link[rel="canonical"]').getAttribute('href')
  expect(canonical).toMatch(new RegExp(`/events/${slug}$`))
  const facts = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
  expect(facts).toMatchObject({ '@type': 'MusicEvent', offers: { price: '30.00', priceCurrency: 'EUR' } })
  expect(facts['@id']).toContain(performanceId)
  expect(facts.performer).toMatchObject([{ name: artist }])
  const onTheBill = page.getByRole('region', { name: 'On the bill' }).getByRole('link', { name: artist })
  const artistPath = new URL((await onTheBill.getAttribute('href')) as string, page.url()).pathname
  expect(facts.performer[0].url).toContain(artistPath)
  const sitemap = await (await page.request.get('/sitemap.xml')).text()
  for (const path of [`/events/${slug}`, artistPath]) expect(sitemap).toContain(`${path}</loc>`)
}

async function hasFeeds(page: Page, { title }: Show, organizer: string) {
  const feed = await (await page.request.get(`/organizers/${organizer}/feed.xml`)).text()
  const titles = await page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, 'application/xml')
    return [...parsed.querySelectorAll('item > title')].map((node) => node.textContent)
  }, feed)
  expect(titles).toContain(title)
  const calendar = await (await page.request.get(`/organizers/${organizer}/calendar.ics`)).text()
  expect(calendar.replace(/\r\n[ \t]/g, '')).toContain(`SUMMARY:${title}`)
}

async function search(page: Page, query: string) {
  await page.goto(`/?query=${encodeURIComponent(query)}`)
}
