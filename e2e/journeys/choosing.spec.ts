import { expect, type Locator, type Page, test } from '@playwright/test'
import { createShow } from '@/e2e/api/testing/organizer'
import { endHoldsIn, expectSound, readSeats } from './testing/database'
import { holdBack, takeSeats } from './testing/rival'
import { openSeats, type SeatPage } from './testing/seat-page'

test.afterAll(expectSound)

/** What is held here comes to so much. */
async function expectTotal({ choice }: SeatPage, count: string, price: string): Promise<void> {
  await expect(choice.getByText(count, { exact: true })).toBeVisible()
  await expect(choice).toContainText(price)
}

/** Looks at each proposal, the second is taken; a phone shows them one at a time. */
async function takeSecondProposal({ choice }: SeatPage): Promise<void> {
  const proposals = choice.getByRole('group', { name: '3 proposals to compare' })
  await expect(proposals).toBeVisible()
  const next = proposals.getByRole('button', { name: 'The next one' })
  if (await next.isVisible()) {
    const first = await proposals.getByRole('status').textContent()
    await next.click()
    await expect(proposals.getByRole('status')).not.toHaveText(first ?? '')
  } else {
    await expect(proposals.getByRole('radio')).toHaveCount(3)
    await proposals.getByRole('radio').nth(1).check()
  }
  await proposals.getByRole('button', { name: 'Hold these 3' }).click()
}

test('best seats are compared and taken, sold as what they are for, moved along, given back and had again', async ({
  page,
}) => {
  const show = await createShow({ childAmounts: [2000, 1000] })
  const seats = await openSeats(page, show.performanceId)
  const { choice } = seats
  const best = choice.getByRole('button', { name: 'Best seats' })
  if (await best.isVisible()) await best.click()
  await choice.getByRole('button', { name: 'More', exact: true }).click()
  await choice.getByRole('button', { name: 'Find the best 3' }).click()
  await takeSecondProposal(seats)
  await expectTotal(seats, '3 seats', '€135')

  await seats.raiseSheet()
  const types = choice.getByRole('combobox', { name: /^Ticket type of/ })
  await types.first().selectOption({ label: 'Child · €20' })
  await expectTotal(seats, '3 seats', '€110')
  await choice.getByRole('group', { name: 'All as' }).getByRole('button', { name: 'Child' }).click()
  await expectTotal(seats, '3 seats', '€60')
  for (const type of await types.all()) await expect(type).toContainText('Child')

  const released = choice.getByRole('button', { name: 'Give all back' })
  await released.click()
  await expect(seats.checkOut).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  // As what they were: three children.
  await expectTotal(seats, '3 seats', '€60')
  await released.click()
  await expect(seats.checkOut).toHaveCount(0)
  await seats.lowerSheet()

  // One seat is left between these and the aisle.
  await seats.choose('A-3-2', 'A-3-3')
  const lone = choice.getByText('This leaves A, row 3, seat 1 alone, hard for anyone to buy.')
  await expect(lone).toBeVisible()
  await choice.getByRole('button', { name: 'Move along' }).click()
  await expect(lone).toHaveCount(0)
  await seats.expectNotHeld('A-3-3')
  await seats.expectHeld('A-3-1')
})

/** Presses three seats of a row; somebody is quicker with the last two. What is offered in their place. */
async function loseTwoOfThree(seats: SeatPage, performanceId: string, row: number): Promise<Locator> {
  const [first, ...lost] = [5, 6, 7].map((number) => `A-${row}-${number}`) as [string, string, string]
  const letGo = await holdBack(seats.page)
  for (const label of [first, ...lost]) await seats.press(label)
  await takeSeats(performanceId, lost)
  letGo()
  await seats.expectHeld(first)
  return seats.offer(`A, row ${row}, seats 6–7 were just taken.`)
}

async function expectOffered(offer: Locator): Promise<void> {
  await expect(offer).toContainText('The nearest 2 like them are held for you:')
  await expect(offer.getByRole('timer')).toHaveText(/^(2:00|1:\d\d)$/)
}

test('of what somebody else was quicker to take the nearest is held, to keep or let go; more time is had once', async ({
  page,
}) => {
  const show = await createShow()
  const seats = await openSeats(page, show.performanceId)
  const offer = await loseTwoOfThree(seats, show.performanceId, 2)
  await expectOffered(offer)
  await expect(seats.choice.getByText('1 seat', { exact: true })).toBeVisible()
  await offer.getByRole('button', { name: 'Keep these 2' }).click()
  await expect(offer).toHaveCount(0)
  await expect(seats.choice.getByText('3 seats', { exact: true })).toBeVisible()
  await seats.expectHeld('A-2-5')

  const second = await loseTwoOfThree(seats, show.performanceId, 5)
  await expectOffered(second)
  await second.getByRole('button', { name: 'Let go' }).click()
  await expect(second).toHaveCount(0)
  await expect(seats.choice.getByText('4 seats', { exact: true })).toBeVisible()

  // All but a minute and a half of the ten have passed.
  await endHoldsIn(show.performanceId, 90_000)
  await page.reload()
  await expect(seats.choice.getByText('Your time is nearly up. Need more?')).toBeVisible()
  await seats.choice.getByRole('button', { name: '10 more minutes' }).click()
  await expect(seats.choice.getByRole('timer')).toHaveText(/^(10:00|9:5\d)$/)
  await expect(seats.choice.getByText('Need more?')).toHaveCount(0)
  await endHoldsIn(show.performanceId, 60_000)
  await page.reload()
  await expect(seats.choice.getByRole('timer')).toHaveText(/^0:\d\d$/)
  await expect(seats.choice.getByText('Need more?')).toHaveCount(0)
})

/** Its time passes, and somebody is quick. */
async function loseFromCart(page: Page, performanceId: string, labels: string[]): Promise<void> {
  await endHoldsIn(performanceId, 0)
  await takeSeats(performanceId, labels)
  await expect(page.getByText('the 2 seats are back on sale.')).toBeVisible()
}

test('in the cart, too: more time is asked for, and what ended and is gone is explained seat by seat', async ({
  page,
}) => {
  const show = await createShow()
  const seats = await openSeats(page, show.performanceId)
  await seats.choose('A-2-5', 'A-2-6')
  await endHoldsIn(show.performanceId, 100_000)
  await page.goto('/cart')
  await page.getByRole('button', { name: '10 more minutes' }).click()
  await expect(page.getByRole('main').getByRole('timer')).toHaveText(/^(10:00|9:5\d)$/)

  await endHoldsIn(show.performanceId, 1_500)
  await page.reload()
  await loseFromCart(page, show.performanceId, ['A-2-6'])
  await page.getByRole('button', { name: 'Hold them again' }).click()
  const said = page.getByRole('alert').filter({ hasText: 'Somebody else has this seat now.' })
  await expect(said).toContainText('A, 2, 6')
  const offer = page.getByRole('region', { name: `Offered instead, ${show.title}` })
  await expect(offer.getByRole('timer')).toHaveText(/^(2:00|1:\d\d)$/)
  const total = page.getByRole('region', { name: 'Total' })
  await expect(total).toContainText('1 seat')
  await offer.getByRole('button', { name: 'Keep it' }).click()
  await expect(total).toContainText('2 seats')
  await expect(offer).toHaveCount(0)
  expect(await readSeats(show.performanceId, ['A-2-5'])).toEqual({ 'A-2-5': 'held' })
})
