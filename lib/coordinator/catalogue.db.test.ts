import { beforeAll, describe, expect, it } from 'vitest'
import { findEvents } from '@/lib/events/finding/queries'
import { findPerformance, findSaleFacts } from '@/lib/events/performances/queries'
import { findEventBySlug, listCategories, listCities } from '@/lib/events/queries'
import { findPlan } from '@/lib/events/seat-maps/queries'
import type { EventFilter } from '@/lib/events/types'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { hallDraft } from '@/lib/seat-map/testing/hall'
import { createEvent } from './create-event'
import { createVenue } from './create-venue'
import { importSeatMap } from './import-seat-map'
import { type House, makeHouse, makePerformance, must } from './testing/house'

const DAY_MS = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)

let house: House
const ids: Record<string, string> = {}

/** An event titled so, with a performance on each of the days. */
async function stage(title: string, days: number[], where: Partial<House> = {}, category = 'concert') {
  const input = { title, subtitle: 'Live', description: 'Words.', category }
  const event = must(await createEvent({ ...house, input }))
  for (const day of days)
    ids[`${title} ${day}`] = await makePerformance({ ...house, ...where, eventId: event.id }, day)
  return event
}

async function titles(filter: EventFilter = {}) {
  return (await findEvents(filter)).items.map((event) => event.title)
}

beforeAll(async () => {
  house = await makeHouse()
  const zurich = { name: 'Kleine Bühne', city: 'Zürich', country: 'CH', timezone: 'Europe/Zurich' }
  const venue = must(await createVenue({ ...house, input: zurich }))
  const map = must(await importSeatMap({ ...house, venueId: venue.id, format: 'plan', body: hallDraft() }))
  await stage('Late', [40])
  await stage('Twice', [20, 10])
  await stage('Alpine Évening', [15], { venueId: venue.id, seatMapId: map.id }, 'comedy')
  await stage('Hidden', [])
  const gone = await stage('Deleted', [12])
  await prisma.event.update({ where: { id: gone.id }, data: { deletedAt: new Date() } })
  await stage('Over', [13])
  await prisma.performance.update({ where: { id: ids['Over 13'] }, data: { startsAt: inDays(-1) } })
  await stage('Called off', [14])
  await prisma.performance.update({ where: { id: ids['Called off 14'] }, data: { status: 'cancelled' } })
  await stage('Soon', [30])
  await prisma.performance.update({ where: { id: ids['Soon 30'] }, data: { onSaleAt: inDays(5) } })
}, 60_000)

describe('the catalogue', () => {
  it('lists events with an upcoming published performance, soonest first, and no others', async () => {
    expect(await titles()).toEqual(['Twice', 'Alpine Évening', 'Soon', 'Late'])
  })

  it('tells the next performance, how many there are, the lowest price and the badge', async () => {
    const [twice, , soon] = (await findEvents()).items
    expect(twice).toMatchObject({
      performanceCount: 2,
      priceFrom: { amount: 1500, currency: 'EUR' },
      availability: 'on_sale',
      onSaleAt: null,
      venue: { name: 'Test Hall', city: 'Vienna', timezone: 'Europe/Vienna' },
      organizer: { name: 'House of Tests' },
    })
    expect(Math.abs((twice?.nextPerformanceAt.getTime() ?? 0) - inDays(10).getTime())).toBeLessThan(60_000)
    expect(soon).toMatchObject({ availability: 'not_yet', onSaleAt: expect.any(Date) })
  })

  it('pages without losing or repeating an event', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await findEvents({ limit: 1, cursor })
      seen.push(...page.items.map((event) => event.title))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(await titles())
  })

  it.each<[string, EventFilter, string[]]>([
    ['the city, whatever the case', { city: 'zürich' }, ['Alpine Évening']],
    ['the category', { category: 'comedy' }, ['Alpine Évening']],
    [
      'words of title, subtitle, venue and city, without accents',
      { query: 'EVENING zurich live' },
      ['Alpine Évening'],
    ],
    ['all of the words, not some', { query: 'evening vienna' }, []],
    ['a percent sign as such', { query: '%' }, []],
    ['a moment to begin with', { from: inDays(18) }, ['Twice', 'Soon', 'Late']],
    ['a moment to end with', { to: inDays(16) }, ['Twice', 'Alpine Évening']],
    ['never the past', { from: inDays(-90), to: inDays(1) }, []],
    ['nothing, where the words cannot be', { query: "'; DROP TABLE event; --" }, []],
    [
      'a cursor of somebody else as none',
      { cursor: 'nonsense' },
      ['Twice', 'Alpine Évening', 'Soon', 'Late'],
    ],
    ['NUL as a blank', { query: 'late\0', city: 'Vien\0na' }, []],
  ])('can be narrowed by %s', async (_, filter, expected) => {
    expect(await titles(filter)).toEqual(expected)
  })

  it('counts a performance at the very moment asked for, and none that starts now', async () => {
    const [next] = (await findEvents()).items
    const at = next?.nextPerformanceAt ?? new Date(0)
    expect((await titles({ from: at }))[0]).toBe(next?.title)
    const then = await findEvents({}, at)
    expect(then.items.map(({ nextPerformanceAt }) => nextPerformanceAt)).not.toContainEqual(at)
  })

  it('offers the cities and categories there is something in', async () => {
    expect(await listCities()).toEqual([
      { city: 'Vienna', country: 'AT', eventCount: 3 },
      { city: 'Zürich', country: 'CH', eventCount: 1 },
    ])
    expect(await listCategories()).toEqual([
      { category: 'comedy', eventCount: 1 },
      { category: 'concert', eventCount: 3 },
    ])
  })
})

describe('an event page', () => {
  it('has all performances by time, also those over or called off', async () => {
    const twice = await findEventBySlug('twice')
    expect(
      twice?.performances.map(({ id, status, seatCount, freeShare }) => ({
        id,
        status,
        seatCount,
        freeShare,
      })),
    ).toEqual([
      { id: ids['Twice 10'], status: 'on_sale', seatCount: 60, freeShare: 1 },
      { id: ids['Twice 20'], status: 'on_sale', seatCount: 60, freeShare: 1 },
    ])
    expect(await findEventBySlug('over')).toMatchObject({
      availability: 'past',
      nextPerformanceAt: null,
      performances: [{ status: 'past' }],
    })
    expect(await findEventBySlug('called-off')).toMatchObject({ performances: [{ status: 'cancelled' }] })
  })

  it('does not exist for a draft, a deleted event, or an address that cannot be', async () => {
    for (const slug of ['hidden', 'deleted', 'unknown', 'a\0b', ''])
      expect(await findEventBySlug(slug)).toBeNull()
  })
})

describe('a performance', () => {
  it('does not exist for a deleted event, an unknown or malformed id', async () => {
    for (const id of [ids['Deleted 12'] ?? '', newId(), 'nonsense', '\0']) {
      expect(await findPerformance(id)).toBeNull()
      expect(await findSaleFacts(id)).toBeNull()
    }
  })

  it('tells a claim its types by category and position', async () => {
    const facts = await findSaleFacts((ids['Late 40'] ?? '').toUpperCase())
    expect(facts).toMatchObject({ seatMapId: house.seatMapId, currency: 'EUR', timezone: 'Europe/Vienna' })
    expect(
      facts?.ticketTypes.map(({ categoryIndex, position, amount }) => [categoryIndex, position, amount]),
    ).toEqual([
      [0, 0, 4500],
      [1, 0, 3000],
      [1, 1, 1500],
    ])
  })

  it('is sold out only without a free and without a held seat, and counts ended holds as free', async () => {
    const performanceId = await makePerformance(house, 50)
    const where = { performanceId }
    const held = { status: 'held', holdId: newId(), priceAmount: 1, ticketTypeId: newId() } as const
    await prisma.performanceSeat.updateMany({ where, data: { ...held, heldUntil: inDays(1) } })
    expect(await findPerformance(performanceId)).toMatchObject({
      status: 'on_sale',
      availability: 'few_left',
    })
    const other = await makePerformance(house, 51)
    const ended = { ...held, heldUntil: inDays(-1) }
    await prisma.performanceSeat.updateMany({ where: { performanceId: other }, data: ended })
    expect(await findPerformance(other)).toMatchObject({ status: 'on_sale', availability: 'on_sale' })
    const blocked = await makePerformance(house, 52)
    await prisma.performanceSeat.updateMany({
      where: { performanceId: blocked },
      data: { status: 'blocked' },
    })
    expect(await findPerformance(blocked)).toMatchObject({ status: 'sold_out' })
  })
})

describe('a plan', () => {
  it('is not there for an unknown or malformed id', async () => {
    for (const id of [newId(), 'nonsense']) expect(await findPlan(id)).toBeNull()
  })
})
