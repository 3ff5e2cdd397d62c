import { brotliDecompressSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { createEvent } from '@/lib/coordinator/create-event'
import { createPerformance } from '@/lib/coordinator/create-performance'
import { answerSeatMap } from '@/lib/coordinator/doors/seat-map-door'
import {
  type House,
  hallPerformance,
  makeHouse,
  makePerformance,
  must,
} from '@/lib/coordinator/testing/house'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { decodePlan } from '@/lib/seat-map/decode-plan'
import type { Plan } from '@/lib/seat-map/plan'
import { callApi } from './testing/call-api'
import { read, readProblem } from './testing/read'

let house: House
let performanceId: string

beforeAll(async () => {
  house = await makeHouse()
  performanceId = await makePerformance(house, 30)
  for (const [title, day] of [
    ['Early Bird', 10],
    ['Night Owl', 50],
  ] as const) {
    const input = { title, description: 'Words.', category: 'comedy' }
    const event = must(await createEvent({ ...house, input }))
    await makePerformance({ ...house, eventId: event.id }, day)
  }
})

const titles = (page: { items: { title: string }[] }) => page.items.map((event) => event.title)

describe('GET /events', () => {
  it('lists events to come, soonest first, in the shape of the contract', async () => {
    const response = await callApi('GET', '/events')
    const page = await read(response)
    expect(titles(page)).toEqual(['Early Bird', 'A Night of Tests', 'Night Owl'])
    expect(page.items[1]).toEqual({
      ...{ id: house.eventId, slug: house.eventSlug, title: 'A Night of Tests', category: 'concert' },
      imageUrl: `http://localhost:3000/events/${house.eventSlug}/poster`,
      organizer: { slug: expect.any(String), name: 'House of Tests' },
      venue: { name: 'Test Hall', city: 'Vienna' },
      nextPerformanceAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/),
      performanceCount: 1,
      priceFrom: { amount: 1500, currency: 'EUR' },
    })
    expect(response.headers.get('cache-control')).toContain('public')
  })

  it('is cut into pages by limit and cursor', async () => {
    const first = await read(await callApi('GET', '/events?limit=2'))
    expect(titles(first)).toEqual(['Early Bird', 'A Night of Tests'])
    const rest = await read(await callApi('GET', `/events?limit=2&cursor=${first.nextCursor}`))
    expect(titles(rest)).toEqual(['Night Owl'])
    expect(rest.nextCursor).toBeNull()
  })

  it('can be searched and narrowed; a day in `to` is included', async () => {
    expect(titles(await read(await callApi('GET', '/events?query=owl&city=vienna&category=comedy')))).toEqual(
      ['Night Owl'],
    )
    const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
    expect(titles(await read(await callApi('GET', `/events?to=${day}`)))).toEqual(['Early Bird'])
    expect(titles(await read(await callApi('GET', `/events?to=${day}T00:00:00Z`)))).toEqual([])
  })

  it.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'from=yesterday',
    'cursor=nonsense',
    'citty=Vienna',
    'query=%00',
  ])('is invalid with ?%s, which it names', async (query) => {
    const problem = await readProblem(await callApi('GET', `/events?${query}`), 422, 'invalid')
    expect(problem.errors[0]?.path).toBe(query.split('=')[0])
  })

  it('is 304 for who has it', async () => {
    const etag = (await callApi('GET', '/events')).headers.get('etag') as string
    const again = await callApi('GET', '/events', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })
})

describe('GET /events/{slug}', () => {
  it('has the words and the performances', async () => {
    const event = await read(await callApi('GET', `/events/${house.eventSlug}`))
    expect(event).toMatchObject({
      description: 'Everything is tried.',
      artists: [],
      performances: [{ id: performanceId, doorsAt: null, status: 'on_sale' }],
      priceFrom: { amount: 1500, currency: 'EUR' },
    })
    expect(event.nextPerformanceAt).toBe(event.performances[0]?.startsAt)
  })

  it('says who plays, in the organizer’s order; the list finds them, in the shape it had', async () => {
    const input = {
      title: 'Duet',
      description: 'W.',
      category: 'concert',
      artists: ['Oda Velk', 'Ilka Morn'],
    }
    const { id, slug } = must(await createEvent({ ...house, input }))
    await makePerformance({ ...house, eventId: id }, 90)
    expect((await read(await callApi('GET', `/events/${slug}`))).artists).toEqual([
      { slug: 'oda-velk', name: 'Oda Velk' },
      { slug: 'ilka-morn', name: 'Ilka Morn' },
    ])
    const { items } = await read(await callApi('GET', '/events?query=ilka+mornn'))
    expect(items.map(({ title }) => title)).toEqual(['Duet'])
    expect(items[0]).not.toHaveProperty('artists')
  })

  it('a day in `from` and `to` is the venue’s: half past midnight in Tokyo is of the day that has begun there', async () => {
    const tokyo = await makeHouse({ timezone: 'Asia/Tokyo' })
    const performance = await makePerformance(tokyo)
    // 15:30 the day before, as UTC has it.
    const startsAt = new Date('2093-03-11T15:30:00Z')
    await prisma.performance.update({ where: { id: performance }, data: { startsAt } })
    const ids = async (query: string) =>
      (await read(await callApi('GET', `/events?${query}`))).items.map(({ id }) => id)
    expect(await ids('from=2093-03-12&to=2093-03-12')).toEqual([tokyo.eventId])
    expect(await ids('from=2093-03-12')).toEqual([tokyo.eventId])
    expect(await ids('from=2093-03-11&to=2093-03-11')).toEqual([])
    expect(await ids('from=2093-03-11T15:30:00Z&to=2093-03-11T15:31:00Z')).toEqual([tokyo.eventId])
  })

  it.each(['nowhere', 'UPPER', '%00', "'--"])('does not know %s', async (slug) => {
    await readProblem(await callApi('GET', `/events/${slug}`), 404, 'not_found')
  })
})

describe('GET /performances/{id}', () => {
  it('has prices, the map and the limits', async () => {
    const performance = await read(await callApi('GET', `/performances/${performanceId}`))
    expect(performance).toMatchObject({
      ...{ id: performanceId, seatMapId: house.seatMapId, currency: 'EUR', maxSeats: 10, holdMinutes: 10 },
      event: { slug: house.eventSlug, title: 'A Night of Tests' },
      venue: { name: 'Test Hall', city: 'Vienna', timezone: 'Europe/Vienna' },
      ...{ onSaleAt: null, status: 'on_sale' },
    })
    expect(performance.prices.map(({ category, ticketTypes }) => [category, ticketTypes])).toEqual([
      [
        { id: 'cat-1', name: 'Front', color: '#e0a030' },
        [{ id: expect.any(String), name: 'Adult', price: { amount: 4500, currency: 'EUR' } }],
      ],
      [
        { id: 'cat-2', name: 'Back', color: '#4a90d9' },
        [expect.objectContaining({ name: 'Adult' }), expect.objectContaining({ name: 'Child' })],
      ],
    ])
  })

  it('does not know a draft, another id, or what is no id', async () => {
    const draft = must(await createPerformance({ ...house, input: hallPerformance(house) }))
    for (const id of [draft.id, newId(), 'x', `${performanceId}0`]) {
      await readProblem(await callApi('GET', `/performances/${id}`), 404, 'not_found')
      await readProblem(await callApi('GET', `/performances/${id}/availability`), 404, 'not_found')
    }
  })
})

describe('GET /seat-maps/{id}', () => {
  it('gives the plan, to be kept for ever, plain; the door that Next is not behind packs it', async () => {
    const path = `/seat-maps/${house.seatMapId}`
    const response = await callApi('GET', path)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const map = decodePlan((await read(response)) as unknown as Plan)
    expect([map.seatCount, map.label(0), map.id]).toEqual([60, 'Left-1-1', house.seatMapId])
    const headers = { 'accept-encoding': 'br' }
    expect((await callApi('GET', path, { headers })).headers.get('content-encoding')).toBeNull()
    const packed = await answerSeatMap(new Request(`http://localhost/api/v1${path}`, { headers }))
    const plain = brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString()
    expect(JSON.parse(plain)).toMatchObject({ id: house.seatMapId, version: 1, seats: { count: 60 } })
    const etag = response.headers.get('etag') as string
    expect((await callApi('GET', path, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it('gives the labels by index', async () => {
    const { labels } = await read(await callApi('GET', `/seat-maps/${house.seatMapId}?format=labels`))
    expect(labels).toHaveLength(60)
    expect([labels[0], labels[10], labels[59]]).toEqual(['Left-1-1', 'Left-2-1', 'Right-3-10'])
  })

  it('does not know another id, nor another format', async () => {
    await readProblem(await callApi('GET', `/seat-maps/${newId()}`), 404, 'not_found')
    await readProblem(await callApi('GET', `/seat-maps/${house.seatMapId}?format=svg`), 422, 'invalid')
  })
})

describe('GET /performances/{id}/availability', () => {
  it('has every seat in two bits, for a second in shared caches', async () => {
    const path = `/performances/${performanceId}/availability`
    const response = await callApi('GET', path)
    expect(response.headers.get('cache-control')).toContain('s-maxage=1')
    const availability = await read(response)
    expect(availability).toMatchObject({
      ...{ performanceId, seatCount: 60, counts: { free: 60, held: 0, sold: 0, blocked: 0 } },
      states: Buffer.alloc(15).toString('base64'),
    })
    const etag = response.headers.get('etag') as string
    expect((await callApi('GET', path, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })
})

describe('GET /openapi.json', () => {
  it('is the document of what is served here', async () => {
    const document = await read(await callApi('GET', '/openapi.json'))
    expect(document.openapi).toBe('3.1.0')
    expect(document.servers).toEqual([{ url: 'http://localhost:3000/api/v1' }])
  })
})
