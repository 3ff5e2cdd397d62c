import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlanDraft } from '@/lib/seat-map/plan'
import { newName } from '../../journeys/testing/names'
import { askApi } from './api'

type Seed = {
  signIns: { role: string; email: string; password: string }[]
  apiKey: string
  organizerSlug: string
}

/** What the seed printed: told by `npm test`, or kept beside the database of a running `npm start`. */
export function readSeed(): Seed {
  const path = join(import.meta.dirname, '../../../.data/seed.json')
  const text = process.env.E2E_SEED ?? (existsSync(path) ? readFileSync(path, 'utf8') : null)
  if (!text) throw new Error('This database was not seeded here: there is no API key to prepare tests with')
  return JSON.parse(text)
}

/** A call in the name of the demo organizer. */
export function askOrganizer<T>(
  method: string,
  path: string,
  call: { json?: unknown; raw?: string; type?: string } = {},
): Promise<T> {
  const { apiKey, organizerSlug } = readSeed()
  return askApi<T>(method, `/organizers/${organizerSlug}${path}`, { token: apiKey, ...call })
}

/** A hall of two categories: `rows` rows of `seatsPerRow` seats in section `A`, the front half in `Front`. */
export function hallDraft(rows: number, seatsPerRow: number): PlanDraft {
  const width = 400 + seatsPerRow * 55
  return {
    name: 'Test hall',
    ...{ width, height: 700 + rows * 90, focus: [width / 2, 200] },
    categories: [
      { id: 'cat-1', name: 'Front', color: '#435ce6' },
      { id: 'cat-2', name: 'Back', color: '#cc7200' },
    ],
    decor: [
      {
        kind: 'stage',
        label: 'Stage',
        outline: [width / 2 - 250, 100, width / 2 + 250, 100, width / 2 + 250, 220, width / 2 - 250, 220],
      },
    ],
    sections: [
      {
        ...{ name: 'A', zone: '', kind: 'seated' },
        rows: Array.from({ length: rows }, (_, row) => ({
          name: String(row + 1),
          seats: Array.from({ length: seatsPerRow }, (_, seat) => ({
            number: String(seat + 1),
            ...{ x: 200 + seat * 55, y: 500 + row * 90, category: row < rows / 2 ? 0 : 1 },
          })),
        })),
      },
    ],
  }
}

export type Show = { title: string; slug: string; performanceId: string; seatMapId: string; venueId: string }

type ShowOptions = {
  /** From now to its beginning; 40 where it does not matter. */
  inDays?: number
  title?: string
  rows?: number
  seatsPerRow?: number
  /** Minor units: of the front and the back. */
  amounts?: [front: number, back: number]
  /** The same for a child, where there is such a ticket. */
  childAmounts?: [front: number, back: number]
  currency?: string
  category?: string
  city?: string
  onSaleAt?: Date
  /** Who plays. */
  artists?: string[]
}

/** A published performance of its own for a test, made through the API as an organizer would, 40 days from now. */
export async function createShow({
  rows = 6,
  seatsPerRow = 12,
  ...options
}: ShowOptions = {}): Promise<Show> {
  const venue = {
    name: newName('Hall'),
    city: options.city ?? 'Vienna',
    country: 'AT',
    timezone: 'Europe/Vienna',
  }
  const { id: venueId } = await askOrganizer<{ id: string }>('POST', '/venues', { json: venue })
  const path = `/venues/${venueId}/seat-maps`
  const map = await askOrganizer<{ id: string }>('POST', path, { json: hallDraft(rows, seatsPerRow) })
  const [front, back] = options.amounts ?? [4500, 3000]
  const child = (at: 0 | 1) =>
    options.childAmounts ? [{ name: 'Child', amount: options.childAmounts[at] }] : []
  const prices = [
    { category: 'Front', ticketTypes: [{ name: 'Adult', amount: front }, ...child(0)] },
    { category: 'Back', ticketTypes: [{ name: 'Adult', amount: back }, ...child(1)] },
  ]
  return openShow({ ...options, venueId, seatMapId: map.id, prices })
}

type Stage = ShowOptions & {
  venueId: string
  seatMapId: string
  prices: { category: string; ticketTypes: { name: string; amount: number }[] }[]
}

/** Event, performance, and on sale. */
export async function openShow({ venueId, seatMapId, prices, ...options }: Stage): Promise<Show> {
  const title = options.title ?? newName('Show')
  const { category = 'concert', artists } = options
  const about = { title, description: 'A show for one test.', category, ...(artists ? { artists } : {}) }
  const event = await askOrganizer<{ id: string; slug: string }>('POST', '/events', { json: about })
  const startsAt = new Date(Date.now() + (options.inDays ?? 40) * 86_400_000).toISOString()
  const onSale = options.onSaleAt ? { onSaleAt: options.onSaleAt.toISOString() } : {}
  const json = { venueId, seatMapId, startsAt, currency: options.currency ?? 'EUR', prices, ...onSale }
  const { id } = await askOrganizer<{ id: string }>('POST', `/events/${event.id}/performances`, { json })
  await askOrganizer('POST', `/performances/${id}/publish`)
  return { title, slug: event.slug, performanceId: id, seatMapId, venueId }
}
