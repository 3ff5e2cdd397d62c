import { expect, it, vi } from 'vitest'
import { newId } from '@/lib/platform/ids'
import { createTestPerformance } from '@/prisma/testing'
import { holdSeats } from './hold-seats'
import { offerForCart } from './offer-for-cart'
import { must } from './testing/house'
import { viewCart } from './view-cart'

// What the maps hear is another test's matter.
vi.mock('@/lib/platform/background', () => ({ runInBackground: () => {} }))

const labelsOf = (seats: { label: string }[] | undefined) => seats?.map(({ label }) => label)

it('what a cart lost on the way to paying is named, and others are held in its place at each performance', async () => {
  const halls = await Promise.all([createTestPerformance(), createTestPerformance()])
  const [here, there] = halls.map(({ performanceId }) => performanceId) as [string, string]
  const ada = { guestId: newId() }
  const bob = { guestId: newId() }
  // Meant to buy: two here, of which one is lost, and the same two there, both lost, one of them to nobody.
  must(await holdSeats({ owner: ada, performanceId: here, wish: { seats: ['A-2-5'] } }))
  must(await holdSeats({ owner: bob, performanceId: here, wish: { seats: ['A-2-6'] } }))
  must(await holdSeats({ owner: bob, performanceId: there, wish: { seats: ['A-2-6'] } }))
  const wanted = [here, there].flatMap((performanceId) =>
    ['A-2-5', 'A-2-6'].map((label) => ({ performanceId, label })),
  )
  expect(await offerForCart(ada, wanted)).toBe(true)
  const { offers, holds } = await viewCart(ada)
  const [first, second] = [here, there].map((id) => offers.find((offer) => offer.performanceId === id))
  expect(labelsOf(first?.lost)).toEqual(['A-2-6'])
  expect(first?.seats).toHaveLength(1)
  expect(labelsOf(second?.lost)).toEqual(['A-2-6'])
  expect(second?.seats).toHaveLength(2)
  expect(labelsOf(holds[0]?.seats)).toEqual(['A-2-5'])
})

it('offers nothing to a cart that has all that was wanted', async () => {
  const { performanceId } = await createTestPerformance()
  const owner = { guestId: newId() }
  must(await holdSeats({ owner, performanceId, wish: { seats: ['A-2-5'] } }))
  expect(await offerForCart(owner, [{ performanceId, label: 'A-2-5' }])).toBe(false)
})
