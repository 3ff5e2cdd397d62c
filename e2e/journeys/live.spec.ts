import { type Browser, expect, test } from '@playwright/test'
import WebSocket from 'ws'
import { askOrganizer, openShow, type Show } from '@/e2e/api/testing/organizer'
import { wideDraft } from '@/e2e/chaos/testing/wide-draft'
import { expectSound } from './testing/database'
import { newName } from './testing/names'
import { openSeats, type SeatPage } from './testing/seat-page'

const { PUSHER_HOST, PUSHER_PORT, PUSHER_KEY } = process.env
const line = `http://${PUSHER_HOST}:${PUSHER_PORT}/_emulator`
const SECTION_C = 2

test.afterAll(expectSound)

/** A hall of 6,000 seats in six sections: large enough to be told of by section. */
async function openLargeHall(): Promise<Show> {
  const venue = { name: newName('Arena'), city: 'Vienna', country: 'AT', timezone: 'Europe/Vienna' }
  const { id: venueId } = await askOrganizer<{ id: string }>('POST', '/venues', { json: venue })
  const json = wideDraft(6, 20, 50)
  const map = await askOrganizer<{ id: string }>('POST', `/venues/${venueId}/seat-maps`, { json })
  const prices = [{ category: 'Stalls', ticketTypes: [{ name: 'Adult', amount: 4500 }] }]
  return openShow({ venueId, seatMapId: map.id, prices })
}

async function openFan(browser: Browser, { performanceId }: Show): Promise<SeatPage> {
  const context = await browser.newContext()
  return openSeats(await context.newPage(), performanceId)
}

/** Somebody else who looks at a section, on whatever device. */
async function lookOn(performanceId: string, section: number): Promise<WebSocket> {
  const socket = new WebSocket(`ws://${PUSHER_HOST}:${PUSHER_PORT}/app/${PUSHER_KEY}?protocol=7`)
  await new Promise((open) => socket.once('open', open))
  const channel = `performance-${performanceId}-section-${section}`
  socket.send(JSON.stringify({ event: 'pusher:subscribe', data: { channel } }))
  return socket
}

/** Cuts everyone who watches this performance off, until what is returned is called. */
async function cutOff({ performanceId }: Show): Promise<() => Promise<void>> {
  const channel = `^performance-${performanceId}`
  const rule = { effect: 'cut', channel }
  await fetch(`${line}/faults`, { method: 'POST', body: JSON.stringify({ rules: [rule] }) })
  await fetch(`${line}/disconnect?code=4200&channel=${channel}`, { method: 'POST' })
  return async () => {
    await fetch(`${line}/faults?channel=${encodeURIComponent(channel)}`, { method: 'DELETE' })
  }
}

/** What is seen once it stands still: a change fades. */
async function settle(look: () => Promise<string>): Promise<string> {
  let seen = ''
  const standsStill = async () => {
    const before = seen
    seen = await look()
    return seen === before
  }
  await expect.poll(standsStill, { intervals: [400] }).toBe(true)
  return seen
}

test('two fans of a large hall see each other’s seats, who else looks, and that it goes on without a socket', async ({
  browser,
}) => {
  const show = await openLargeHall()
  const [ada, bob] = await Promise.all([openFan(browser, show), openFan(browser, show)])
  await Promise.all([ada, bob].map((fan) => fan.approach('C-10-25')))
  const seen = () => bob.look('C-10-25')
  const free = await settle(seen)

  await ada.press('C-10-25')
  await expect.poll(seen).not.toBe(free)
  const held = await settle(seen)

  // Two are not a crowd; with two more there is something to tell.
  const viewers = bob.page.getByText(/looking at this section/)
  await expect(viewers).toHaveCount(0)
  const others = await Promise.all([
    lookOn(show.performanceId, SECTION_C),
    lookOn(show.performanceId, SECTION_C),
  ])
  await expect(viewers).toHaveText('3 others are looking at this section')

  const mend = await cutOff(show)
  const notLive = bob.page.getByText('Not live: refreshed every few seconds')
  await expect(notLive).toBeVisible()
  await expect(viewers).toHaveCount(0)
  await ada.press('C-10-25')
  await ada.expectNotHeld('C-10-25')
  await expect.poll(seen).toBe(free)

  await mend()
  await expect(bob.page.getByText('Live', { exact: true })).toBeAttached()
  await expect(notLive).toHaveCount(0)
  await ada.press('C-10-25')
  await expect.poll(seen).toBe(held)
  for (const other of others) other.close()
  await Promise.all([ada, bob].map(({ page }) => page.context().close()))
})
