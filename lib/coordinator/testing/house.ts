import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Result } from '@/lib/platform/result'
import type { PlanDraft } from '@/lib/seat-map/plan'
import { hallDraft } from '@/lib/seat-map/testing/hall'
import { createEvent } from '../create-event'
import { createPerformance } from '../create-performance'
import { createVenue } from '../create-venue'
import { importSeatMap } from '../import-seat-map'
import { publishPerformance } from '../publish-performance'

const DAY_MS = 24 * 60 * 60 * 1000

/** For tests: the value of a result that has to be one. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`)
  return result.value
}

/** For tests: an organizer of its own. */
export async function makeOrganizer(name = 'House of Tests'): Promise<{ id: string; slug: string }> {
  const id = newId()
  return prisma.organizer.create({
    data: {
      ...{ id, slug: `house-${id}`, name },
      postageRates: { create: { currency: 'EUR', amount: 450, leadDays: 14 } },
    },
    select: { id: true, slug: true },
  })
}

export type House = {
  organizerId: string
  eventId: string
  eventSlug: string
  venueId: string
  seatMapId: string
}

/** For tests: an organizer with an event, and a venue with a map (by default the 60 seats of `hallDraft`). */
export async function makeHouse({ draft = hallDraft(), timezone = 'Europe/Vienna' } = {}): Promise<House> {
  const { id: organizerId } = await makeOrganizer()
  const venue = { name: 'Test Hall', city: 'Vienna', country: 'AT', timezone }
  const { id: venueId } = must(await createVenue({ organizerId, input: venue }))
  const map = must(await importSeatMap({ organizerId, venueId, format: 'plan', body: draft as PlanDraft }))
  const words = { title: 'A Night of Tests', description: 'Everything is tried.', category: 'concert' }
  const event = must(await createEvent({ organizerId, input: words }))
  return { organizerId, eventId: event.id, eventSlug: event.slug, venueId, seatMapId: map.id }
}

/** What `createPerformance` takes, for `hallDraft`'s two categories: Front 45.00, Back 30.00, or 15.00 for a child. */
export function hallPerformance({ venueId, seatMapId }: House, inDays = 30) {
  return {
    venueId,
    seatMapId,
    startsAt: new Date(Date.now() + inDays * DAY_MS).toISOString(),
    currency: 'EUR',
    prices: [
      { category: 'Front', ticketTypes: [{ name: 'Adult', amount: 4500 }] },
      {
        category: 'Back',
        ticketTypes: [
          { name: 'Adult', amount: 3000 },
          { name: 'Child', amount: 1500 },
        ],
      },
    ],
  }
}

/** For tests: a published performance of the house, on sale now, `inDays` from now. Returns its id. */
export async function makePerformance(house: House, inDays = 30): Promise<string> {
  const { organizerId, eventId } = house
  const created = await createPerformance({ organizerId, eventId, input: hallPerformance(house, inDays) })
  const { id } = must(created)
  must(await publishPerformance({ organizerId, performanceId: id }))
  return id
}
