import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { askOrganizer, openShow, type Show } from '@/e2e/api/testing/organizer'
import { confirmPurchase, expectPaid, giveDetails, orderIdOf, payWith } from './testing/checkout'
import { expectSound, readSeats } from './testing/database'
import { newEmail, newName } from './testing/names'
import { openSeats } from './testing/seat-page'
import { expectCaptured } from './testing/stripe'

const manifest = join(import.meta.dirname, '../../../shared/data/metalist-stadium.csv')

test.skip(!existsSync(manifest), `There is no ${manifest} on this machine`)
test.afterAll(expectSound)

/** The stadium in Kharkiv, imported from its manifest, with a match on sale: all of it through the API. */
async function openStadium(): Promise<Show> {
  const venue = { name: newName('Metalist'), city: 'Kharkiv', country: 'UA', timezone: 'Europe/Kyiv' }
  const { id: venueId } = await askOrganizer<{ id: string }>('POST', '/venues', { json: venue })
  const csv = { raw: readFileSync(manifest, 'utf8'), type: 'text/csv' }
  type Imported = { id: string; seatCount: number; sectionCount: number; rowCount: number }
  const map = await askOrganizer<Imported>('POST', `/venues/${venueId}/seat-maps?format=manifest`, csv)
  expect(map).toMatchObject({ seatCount: 39_616, sectionCount: 58, rowCount: 1_453 })
  const prices = ['West', 'North', 'East', 'South'].map((side, i) => ({
    category: `${side} stand`,
    ticketTypes: [{ name: 'Adult', amount: 4000 - i * 500 }],
  }))
  return openShow({ venueId, seatMapId: map.id, prices, title: newName('Match'), category: 'sport' })
}

test('a stadium of 39,616 seats, imported from its manifest, sells seats on either side of a gap in its numbers', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const show = await openStadium()
  const seats = await openSeats(page, show.performanceId)
  // Row 2 of section 5 has the seats 1-4;31-34.
  const row = seats.map.sections.find(({ name }) => name === '5')?.rows.find(({ name }) => name === '2')
  const labels = Array.from({ length: row?.seatCount ?? 0 }, (_, i) =>
    seats.map.label((row?.firstSeat ?? 0) + i),
  )
  expect(labels).toEqual([1, 2, 3, 4, 31, 32, 33, 34].map((number) => `5-2-${number}`))
  await seats.choose('5-2-4', '5-2-31')
  await expect(seats.choice.getByText('2 seats')).toBeVisible()

  await seats.checkOut.click()
  await giveDetails(page, { email: newEmail() })
  await payWith(page)
  await confirmPurchase(page)
  await expectPaid(page)
  await expect(page.getByRole('heading', { name: /row 2, seat 31/ })).toBeVisible()
  await expectCaptured(orderIdOf(page), 8000)
  const sold = await readSeats(show.performanceId, ['5-2-4', '5-2-31', '5-2-32'])
  expect(sold).toEqual({ '5-2-4': 'sold', '5-2-31': 'sold', '5-2-32': 'free' })
})
