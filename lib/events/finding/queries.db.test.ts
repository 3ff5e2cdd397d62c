import { beforeAll, describe, expect, it } from 'vitest'
import { createEvent } from '@/lib/coordinator/create-event'
import { createVenue } from '@/lib/coordinator/create-venue'
import { importSeatMap } from '@/lib/coordinator/import-seat-map'
import { type House, makeHouse, makePerformance, must } from '@/lib/coordinator/testing/house'
import { updateEvent } from '@/lib/coordinator/update-event'
import { prisma } from '@/lib/platform/db'
import { fromLocalTime } from '@/lib/platform/time'
import { hallDraft } from '@/lib/seat-map/testing/hall'
import { englishDayWords } from '../day-words/next-intl'
import type { EventFilter } from '../types'
import { findEvents, findWayOn } from './queries'

/** Far enough away that everything is to come. A Wednesday, in the evening in Vienna and the next morning in Tokyo. */
const now = new Date('2031-03-05T19:00:00Z')
const languages = [englishDayWords()]

let house: House
let tokyo: House

/** An event that plays at these local times of its house. */
async function stage(title: string, subtitle: string, where: House, times: string[], category = 'concert') {
  const input = { title, subtitle, description: 'Words.', category }
  const event = must(await createEvent({ organizerId: where.organizerId, input }))
  const timezone = where === tokyo ? 'Asia/Tokyo' : 'Europe/Vienna'
  for (const time of times) {
    const id = await makePerformance({ ...where, eventId: event.id })
    const [day, clock] = time.split(' ') as [string, string]
    await prisma.performance.update({
      where: { id },
      data: { startsAt: fromLocalTime(day, clock, timezone) },
    })
  }
}

async function titles(filter: EventFilter) {
  return (await findEvents({ languages, ...filter }, now)).items.map(({ title }) => title)
}

beforeAll(async () => {
  house = await makeHouse()
  const place = { name: 'Aoba Kaikan', city: 'Tokyo', country: 'JP', timezone: 'Asia/Tokyo' }
  const venue = must(await createVenue({ ...house, input: place }))
  const map = must(await importSeatMap({ ...house, venueId: venue.id, format: 'plan', body: hallDraft() }))
  tokyo = { ...house, venueId: venue.id, seatMapId: map.id }
  await stage('Nocturnes for a Drowned City', 'Halloran Quartet', house, ['2031-03-05 22:00'], 'classical')
  await stage('Blue Hour', 'Marlow Jazz Trio', house, ['2031-03-07 20:00', '2031-03-20 20:00'])
  await stage('Vienna Blue', 'A walk', tokyo, ['2031-03-08 18:00'])
  await stage('Kyō no Uta', 'Ōsawa Mei', tokyo, ['2031-03-06 19:00'])
  await stage('Tonight We Sing', 'A choir', house, ['2031-04-02 19:00'], 'family')
  await stage('Spätlese', 'Late comedy', house, ['2031-03-10 00:30'], 'comedy')
}, 60_000)

describe('search on a real Postgres', () => {
  it.each<[string, string[]]>([
    ['noctrunes', ['Nocturnes for a Drowned City']],
    ['Nocturns hallorran', ['Nocturnes for a Drowned City']],
    ['marlowe', ['Blue Hour']],
    ['ja', ['Blue Hour']],
    ['osawa', ['Kyō no Uta']],
    ['kaikan tokio', ['Kyō no Uta', 'Vienna Blue']],
    ['house of tets blue', ['Blue Hour', 'Vienna Blue']],
    ['xylophone', []],
    ['%', []],
    ['_', []],
    ['💥', []],
    ["'; DROP TABLE event; --", []],
  ])('finds for "%s" what was meant', async (query, expected) => {
    expect((await titles({ query })).sort()).toEqual([...expected].sort())
  })

  it('says which words it took for others', async () => {
    const { corrections } = await findEvents({ query: 'jazz viena', languages }, now)
    expect(corrections).toEqual([{ typed: 'viena', meant: ['vienna'] }])
  })

  it('puts what begins the title’s words before what is only near, and then the soonest first', async () => {
    expect(await titles({ query: 'vienna' })).toEqual([
      ...['Vienna Blue', 'Nocturnes for a Drowned City', 'Blue Hour', 'Spätlese', 'Tonight We Sing'],
    ])
  })

  it('pages a ranked list without losing or repeating an event', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await findEvents({ query: 'vienna', limit: 2, cursor }, now)
      seen.push(...page.items.map(({ title }) => title))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(await titles({ query: 'vienna' }))
  })

  it('bears whatever is typed', async () => {
    for (const query of [
      '\0',
      'a\0b',
      '\ud800',
      'x'.repeat(10_000),
      'a '.repeat(5_000),
      '\\',
      '%%__\\\\',
      '🎭🎭',
    ])
      await expect(titles({ query })).resolves.toBeInstanceOf(Array)
  })
})

describe('artists', () => {
  /** Plays once in each house, and is called nothing that any other test searches for. */
  let first: string
  beforeAll(async () => {
    const bill = async (title: string, where: House, time: string, artists: string[]) => {
      const input = { title, description: 'Words.', category: 'concert', artists }
      const event = must(await createEvent({ organizerId: where.organizerId, input }))
      const id = await makePerformance({ ...where, eventId: event.id })
      const timezone = where === tokyo ? 'Asia/Tokyo' : 'Europe/Vienna'
      const [day, clock] = time.split(' ') as [string, string]
      await prisma.performance.update({
        where: { id },
        data: { startsAt: fromLocalTime(day, clock, timezone) },
      })
      return event.id
    }
    first = await bill('Lamplight', house, '2031-05-02 20:00', ['Zephyrine Quaglio', 'Brüder Wenzl'])
    await bill('Lanterns', tokyo, '2031-05-09 20:00', ['zephyrine quaglio'])
    const before = await bill('Gone Before', house, '2031-01-09 20:00', ['Hesperus Yarrow'])
    await prisma.performance.updateMany({
      where: { eventId: before },
      data: { startsAt: new Date('2031-01-09T19:00:00Z') },
    })
    must(
      await createEvent({
        organizerId: house.organizerId,
        input: { title: 'Not yet', description: 'W.', category: 'concert', artists: ['Zephyrine Secret'] },
      }),
    )
  }, 60_000)

  const search = async (query: string) => findEvents({ query, languages }, now)

  it.each<[string, string[]]>([
    ['zephyrine', ['Lamplight', 'Lanterns']],
    ['Quaglo zephyrin', ['Lamplight', 'Lanterns']],
    ['zephirine tokyo', ['Lanterns']],
    ['bruder wenzel', ['Lamplight']],
    ['wenzl lamplight', ['Lamplight']],
  ])('are found for "%s", with all they play', async (query, expected) => {
    expect((await search(query)).items.map(({ title }) => title)).toEqual(expected)
  })

  it('come by themselves: how many dates, the next, and those without dates too, but none of whom only drafts know', async () => {
    const { artists, corrections } = await search('zephirine')
    expect(corrections).toEqual([{ typed: 'zephirine', meant: ['zephyrine'] }])
    expect(artists).toEqual([
      {
        ...{ slug: 'zephyrine-quaglio', name: 'Zephyrine Quaglio', dateCount: 2 },
        next: { startsAt: expect.any(String), city: 'Vienna', timezone: 'Europe/Vienna' },
      },
    ])
    expect(new Date(artists[0]!.next!.startsAt)).toEqual(new Date('2031-05-02T18:00:00Z'))
    expect((await search('hesperus')).artists).toEqual([
      { slug: 'hesperus-yarrow', name: 'Hesperus Yarrow', dateCount: 0, next: null },
    ])
    expect((await search('lamplight')).artists).toEqual([])
    expect((await findEvents({}, now)).artists).toEqual([])
  })

  it('are searched for as they are called now, and not as they were', async () => {
    await prisma.artist.update({ where: { slug: 'bruder-wenzl' }, data: { name: 'Trio Obermoos' } })
    const { items, artists } = await search('obermos')
    expect([items.map(({ title }) => title), artists.map(({ name }) => name)]).toEqual([
      ['Lamplight'],
      ['Trio Obermoos'],
    ])
    const before = await search('wenzel')
    expect([before.items, before.artists, before.corrections]).toEqual([[], [], []])
  })

  it('are not searched for in an event they no longer play', async () => {
    must(await updateEvent({ ...house, eventId: first, input: { artists: ['Zephyrine Quaglio'] } }))
    const { items, artists, corrections } = await search('obermos')
    expect([items, artists, corrections]).toEqual([[], [], []])
  })
})

describe('days', () => {
  it.each<[string, string[]]>([
    // In Tokyo it is Thursday already.
    ['today', ['Nocturnes for a Drowned City', 'Kyō no Uta']],
    ['tonight', ['Nocturnes for a Drowned City', 'Kyō no Uta']],
    ['tomorrow', []],
    ['jazz vienna this weekend', ['Blue Hour']],
    ['this weekend', ['Blue Hour', 'Vienna Blue']],
    ['blue saturday', ['Vienna Blue']],
    ['next friday', []],
    ['in april', ['Tonight We Sing']],
    ['vienna 20 march', ['Blue Hour']],
    ['tonight we sing', ['Tonight We Sing']],
  ])('"%s" are those of the venue’s calendar', async (query, expected) => {
    expect(await titles({ query })).toEqual(expected)
  })

  it('half past midnight in Vienna is of the day that has begun there, though UTC still counts the one before', async () => {
    const on = (day: string) => titles({ day: { kind: 'dates', from: day, to: day } })
    expect(await on('2031-03-10')).toEqual(['Spätlese'])
    expect(await on('2031-03-09')).toEqual([])
  })

  it('half past midnight east and west of UTC is found under the venue’s day, alone, from it on and up to it', async () => {
    const west = await makeHouse({ timezone: 'America/Los_Angeles' })
    for (const [where, timezone, title] of [
      [tokyo, 'Asia/Tokyo', 'East Midnight'],
      [west, 'America/Los_Angeles', 'West Midnight'],
    ] as const) {
      const input = { title, description: 'Words.', category: 'midnight' }
      const event = must(await createEvent({ organizerId: where.organizerId, input }))
      const id = await makePerformance({ ...where, eventId: event.id })
      const startsAt = fromLocalTime('2031-06-15', '00:30', timezone)
      await prisma.performance.update({ where: { id }, data: { startsAt } })
    }
    const during = (from?: string, to?: string) =>
      titles({ category: 'midnight', day: { kind: 'dates', from, to } })
    const both = ['East Midnight', 'West Midnight']
    expect(await during('2031-06-15', '2031-06-15')).toEqual(both)
    expect(await during('2031-06-15')).toEqual(both)
    expect(await during(undefined, '2031-06-15')).toEqual(both)
    expect(await during('2031-06-14', '2031-06-14')).toEqual([])
    expect(await during('2031-06-16')).toEqual([])
    expect(await during(undefined, '2031-06-14')).toEqual([])
  })

  it('show the night they were asked for, not the event’s first', async () => {
    const { items } = await findEvents({ query: 'blue 20 march', languages }, now)
    expect(items[0]).toMatchObject({
      title: 'Blue Hour',
      nextPerformanceAt: new Date('2031-03-20T19:00:00Z'),
    })
  })
})

describe('an empty result', () => {
  it.each<[EventFilter, string, string[]]>([
    [{ query: 'jazz tomorrow' }, 'days', ['Blue Hour']],
    [{ query: 'jazz', city: 'Tokyo' }, 'place', ['Blue Hour']],
    [{ query: 'xylophone comedy' }, 'words', ['Spätlese']],
    [{ query: 'xylophone', city: 'Tokyo' }, 'words', ['Kyō no Uta', 'Vienna Blue']],
    [{ query: 'xylophone comedy tomorrow' }, 'words', ['Spätlese']],
    [{ query: 'xylophone' }, 'all', ['Nocturnes for a Drowned City', 'Kyō no Uta']],
  ])('%o leads on', async (filter, dropped, expected) => {
    const way = await findWayOn({ languages, ...filter }, 2, now)
    expect([way?.dropped, way?.items.map(({ title }) => title)]).toEqual([dropped, expected])
  })
})
