import { createEvent } from '@/lib/coordinator/create-event'
import { createPerformance } from '@/lib/coordinator/create-performance'
import { createVenue } from '@/lib/coordinator/create-venue'
import { importSeatMap } from '@/lib/coordinator/import-seat-map'
import { publishPerformance } from '@/lib/coordinator/publish-performance'
import type { Result } from '@/lib/platform/result'
import { pricesOf } from './catalogue/prices'
import type {
  CatalogueEvent,
  CataloguePerformance,
  CatalogueVenue,
  OrganizerKey,
  VenueKey,
} from './catalogue/types'
import { whenOf } from './catalogue/when'

/** A venue of the catalogue as it stands in the database. */
export type House = {
  organizerId: string
  venueId: string
  seatMapId: string
  categories: { id: string; name: string }[]
  timezone: string
  currency: string
}

function valueOfResult<T>(what: string, result: Result<T>): T {
  if (!result.ok) throw new Error(`${what} was refused: ${JSON.stringify(result)}`)
  return result.value
}

/** Opens the venues with their seat maps, as their organizers would. */
export async function openHouses(
  venues: Readonly<Record<VenueKey, CatalogueVenue>>,
  organizerIds: Record<OrganizerKey, string>,
): Promise<Record<VenueKey, House>> {
  const houses: [string, House][] = []
  for (const [key, venue] of Object.entries(venues)) {
    houses.push([key, await openHouse(venue, organizerIds[venue.organizer])])
  }
  return Object.fromEntries(houses) as Record<VenueKey, House>
}

async function openHouse(venue: CatalogueVenue, organizerId: string): Promise<House> {
  const { name, city, country, timezone, address, currency } = venue
  const input = { name, city, country, timezone, address }
  const { id: venueId } = valueOfResult(name, await createVenue({ organizerId, input }))
  const draft = venue.drawSeatMap()
  const asked = { organizerId, venueId, format: 'plan', body: draft } as const
  const { id: seatMapId } = valueOfResult(name, await importSeatMap(asked))
  return { organizerId, venueId, seatMapId, categories: draft.categories, timezone, currency }
}

/** Adds an event and publishes its performances. Returns their ids, in the catalogue's order. */
export async function stageEvent(event: CatalogueEvent, house: House, now: Date): Promise<string[]> {
  const { organizerId } = house
  const { slug, title, subtitle, description, category } = event
  const input = { slug, title, subtitle, description, category, artists: [...event.artists] }
  const { id: eventId } = valueOfResult(slug, await createEvent({ organizerId, input }))
  const ids: string[] = []
  for (const performance of event.performances) {
    const drawn = drawPerformance(event, performance, house, now)
    const asked = { organizerId, eventId, input: drawn }
    const { id: performanceId } = valueOfResult(slug, await createPerformance(asked))
    valueOfResult(slug, await publishPerformance({ organizerId, performanceId }))
    ids.push(performanceId)
  }
  return ids
}

function drawPerformance(
  event: CatalogueEvent,
  performance: CataloguePerformance,
  { venueId, seatMapId, categories, timezone, currency }: House,
  now: Date,
) {
  const { startsAt, doorsAt, onSaleAt } = whenOf(event, performance, timezone, now)
  const prices = pricesOf(performance.prices ?? event.prices, categories)
  return {
    ...{ venueId, seatMapId, currency },
    startsAt: startsAt.toISOString(),
    doorsAt: doorsAt.toISOString(),
    onSaleAt: onSaleAt?.toISOString(),
    prices: categories.map(({ id }, at) => ({ category: id, ticketTypes: [...(prices[at] ?? [])] })),
  }
}
