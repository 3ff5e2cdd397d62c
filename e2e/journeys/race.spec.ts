import { type Browser, expect, test } from '@playwright/test'
import { createShow, type Show } from '@/e2e/api/testing/organizer'
import { expectSound, readSeats } from './testing/database'
import { openSeats, type SeatPage } from './testing/seat-page'

test.afterAll(expectSound)

/** A fan with a browser of their own. */
async function openFan(browser: Browser, { performanceId }: Show): Promise<SeatPage> {
  const context = await browser.newContext()
  return openSeats(await context.newPage(), performanceId)
}

async function closeFans(...fans: SeatPage[]) {
  await Promise.all(fans.map(({ page }) => page.context().close()))
}

/** How long it takes from a click in one browser until the other one's list says so, in milliseconds. */
async function timeToSee(from: SeatPage, to: SeatPage, label: string): Promise<number> {
  const seen = to.listed(label).evaluate(
    (seat) =>
      new Promise<number>((resolve) => {
        new MutationObserver(() => {
          if (seat.getAttribute('aria-disabled') === 'true') resolve(Date.now())
        }).observe(seat, { attributes: true })
      }),
  )
  await from.approach(label)
  const clickedAt = Date.now()
  await from.press(label)
  return (await seen) - clickedAt
}

test('two browsers see each other’s seats change within a moment, without a reload', async ({ browser }) => {
  const show = await createShow()
  const [ada, bob] = await Promise.all([openFan(browser, show), openFan(browser, show)])
  await bob.showList()
  const times: number[] = []
  for (const label of ['A-3-4', 'A-3-5', 'A-3-6']) times.push(await timeToSee(ada, bob, label))
  await expect(bob.listed('A-3-5')).toHaveAccessibleName(/Someone is holding it/)
  expect(times.sort((a, b) => a - b)[1], `from click to sight: ${times} ms`).toBeLessThan(1_000)

  await ada.approach('A-4-6')
  const before = await ada.look('A-4-6')
  await bob.listed('A-4-6').click()
  await expect.poll(() => ada.look('A-4-6')).not.toBe(before)
  await bob.listed('A-4-6').click()
  await expect.poll(() => ada.look('A-4-6')).toBe(before)
  await closeFans(ada, bob)
})

test('of two who choose one seat at once, one gets it; for the other it is named and the nearest held', async ({
  browser,
}) => {
  const show = await createShow()
  const fans = await Promise.all([openFan(browser, show), openFan(browser, show)])
  await Promise.all(fans.map((fan) => fan.approach('A-2-6')))
  await Promise.all(fans.map((fan) => fan.press('A-2-6')))
  const held = () => Promise.all(fans.map((fan) => fan.giveBack('A-2-6').count()))
  await expect.poll(async () => (await held()).toSorted()).toEqual([0, 1])
  const loser = fans[(await held()).indexOf(0)] as SeatPage

  const notice = loser.offer('A, row 2, seat 6 was just taken.')
  await expect(notice).toBeVisible()
  await expect(notice).toContainText(/The nearest like it is held for you: A, row \d+, seat \d+\./)
  await expect(notice.getByRole('timer')).toHaveText(/^[12]:\d\d$/)
  // Held, but not the fan's to buy before they keep it.
  await expect(loser.checkOut).toHaveCount(0)
  await notice.getByRole('button', { name: 'Keep it' }).click()
  await expect(notice).toHaveCount(0)
  await expect(loser.checkOut).toBeVisible()
  await expect(loser.choice.getByText('1 seat', { exact: true })).toBeVisible()
  await loser.expectNotHeld('A-2-6')
  await loser.showList()
  await expect(loser.listed('A-2-6')).toHaveAccessibleName(/Someone is holding it/)
  await expect(loser.listed('A-2-6')).toHaveAttribute('aria-pressed', 'false')
  await closeFans(...fans)
})

test('a seat that shows as taken cannot be chosen, and says so', async ({ browser }) => {
  const show = await createShow()
  const [ada, bob] = await Promise.all([openFan(browser, show), openFan(browser, show)])
  await bob.approach('A-1-6')
  const free = await bob.look('A-1-6')
  await ada.choose('A-1-6')
  await expect.poll(() => bob.look('A-1-6')).not.toBe(free)
  await bob.press('A-1-6')
  await expect(bob.notice('A, row 1, seat 6 is held by someone else.')).toBeVisible()
  await bob.expectNotHeld('A-1-6')
  await closeFans(ada, bob)
})

test('an eleventh seat is refused with a message, and is free for others', async ({ page }) => {
  const show = await createShow()
  const seats = await openSeats(page, show.performanceId)
  const ten = Array.from({ length: 10 }, (_, i) => `A-1-${i + 2}`)
  await seats.choose(...ten)
  await expect(seats.choice.getByText('10 seats')).toBeVisible()
  await seats.press('A-2-6')
  await expect(seats.notice('10 seats is the most for one performance.')).toBeVisible()
  await seats.expectNotHeld('A-2-6')
  expect(await readSeats(show.performanceId, ['A-2-6', 'A-1-2'])).toEqual({
    'A-2-6': 'free',
    'A-1-2': 'held',
  })
  await seats.press('A-1-6')
  await seats.expectNotHeld('A-1-6')
  await seats.choose('A-2-6')
})
