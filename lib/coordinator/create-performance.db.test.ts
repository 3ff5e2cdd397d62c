import { beforeAll, describe, expect, it } from 'vitest'
import { findPerformance } from '@/lib/events/performances/queries'
import { prisma } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { createEvent } from './create-event'
import { createPerformance } from './create-performance'
import { createVenue } from './create-venue'
import { publishPerformance } from './publish-performance'
import { type House, hallPerformance, makeHouse, makeOrganizer, makePerformance, must } from './testing/house'

let house: House
let other: House
beforeAll(async () => {
  house = await makeHouse()
  other = await makeHouse()
})

async function refusal(change: Record<string, unknown>, ids: Partial<House> = {}) {
  const before = await prisma.performance.count()
  const input = { ...hallPerformance(house), ...change }
  const result = await createPerformance({ ...house, ...ids, input })
  expect(await prisma.performance.count()).toBe(before)
  return result
}

describe('a performance', () => {
  it('is a draft nobody sees until it is published, then has every seat of its map, free', async () => {
    const { id } = must(await createPerformance({ ...house, input: hallPerformance(house) }))
    expect(await findPerformance(id)).toBeNull()
    must(await publishPerformance({ ...house, performanceId: id }))
    const seats = await prisma.performanceSeat.findMany({ where: { performanceId: id } })
    expect(seats).toHaveLength(60)
    expect(seats.every((seat) => seat.status === 'free' && seat.seatMapId === house.seatMapId)).toBe(true)
    expect(await findPerformance(id)).toMatchObject({ status: 'on_sale', seatCount: 60, maxSeats: 10 })
  })

  it('shows its prices by category in the order they were given', async () => {
    const performance = await findPerformance(await makePerformance(house))
    expect(
      performance?.prices.map(({ category, ticketTypes }) => [
        category.name,
        ticketTypes.map(({ name, price }) => `${name} ${price.amount} ${price.currency}`),
      ]),
    ).toEqual([
      ['Front', ['Adult 4500 EUR']],
      ['Back', ['Adult 3000 EUR', 'Child 1500 EUR']],
    ])
  })

  it('is published once, however often and at once it is asked', async () => {
    const { id } = must(await createPerformance({ ...house, input: hallPerformance(house) }))
    const asks = [1, 2, 3].map(() => publishPerformance({ ...house, performanceId: id }))
    for (const result of await Promise.all(asks)) expect(result.ok).toBe(true)
    expect(await prisma.performanceSeat.count({ where: { performanceId: id } })).toBe(60)
    expect(await prisma.seatFeed.findUnique({ where: { performanceId: id } })).toMatchObject({ version: 0 })
  })

  it('is not published for somebody else, after it began, or once cancelled', async () => {
    const { id } = must(await createPerformance({ ...house, input: hallPerformance(house) }))
    const ask = (organizerId: string) => publishPerformance({ organizerId, performanceId: id })
    expect(await ask(other.organizerId)).toEqual({ ok: false, code: 'not_found' })
    await prisma.performance.update({ where: { id }, data: { startsAt: new Date(Date.now() - 1000) } })
    expect(await ask(house.organizerId)).toEqual({ ok: false, code: 'too_late' })
    await prisma.performance.update({ where: { id }, data: { status: 'cancelled' } })
    expect(await ask(house.organizerId)).toEqual({ ok: false, code: 'too_late' })
    expect(await prisma.performanceSeat.count({ where: { performanceId: id } })).toBe(0)
  })

  it('may be priced in a currency without smaller units, and for nothing', async () => {
    const types = (amount: number) => [{ name: 'Adult', amount }]
    const prices = [
      { category: 'Front', ticketTypes: types(9800) },
      { category: 'Back', ticketTypes: types(0) },
    ]
    const input = { ...hallPerformance(house), currency: 'jpy', prices }
    const { id } = must(await createPerformance({ ...house, input }))
    must(await publishPerformance({ ...house, performanceId: id }))
    expect((await findPerformance(id))?.prices[0]?.ticketTypes[0]?.price).toEqual({
      amount: 9800,
      currency: 'JPY',
    })
  })
})

describe('a performance is refused, and nothing stored,', () => {
  it('when a category has no price', async () => {
    const prices = hallPerformance(house).prices.slice(0, 1)
    expect(await refusal({ prices })).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'prices', message: 'there is no price for category "Back"' }],
    })
  })

  it.each([
    ['negative', -1],
    ['a fraction', 4500.5],
    ['beyond what a card takes', 100_000_000],
    ['no number', Number.NaN],
  ])('when an amount is %s', async (_, amount) => {
    const prices = [{ category: 'Front', ticketTypes: [{ name: 'Adult', amount }] }]
    expect(await refusal({ prices })).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'prices[0].ticketTypes[0].amount' }],
    })
  })

  it.each([
    ['currency', 'EURO'],
    ['currency', 'QQQ'],
    ['startsAt', 'tomorrow'],
    ['startsAt', '2030-02-31T20:00:00Z'],
    ['startsAt', '2030-01-01T20:00:00'],
    ['startsAt', '2001-01-01T20:00:00Z'],
    ['onSaleAt', '2200-01-01T20:00:00Z'],
    ['doorsAt', '2200-01-01T20:00:00Z'],
    ['seatMapId', 'the big one'],
  ])('when %s is %s', async (path, value) => {
    expect(await refusal({ [path]: value })).toMatchObject({ code: 'invalid', errors: [{ path }] })
  })

  it('when it says more than it may', async () => {
    expect(await refusal({ status: 'published' })).toMatchObject({ code: 'invalid' })
  })

  it('when event, venue or map is unknown, another organizer’s, or the map another venue’s', async () => {
    const venue = { name: 'Annex', city: 'Graz', country: 'AT', timezone: 'Europe/Vienna' }
    const annex = must(await createVenue({ ...house, input: venue }))
    const notFound = { ok: false, code: 'not_found' }
    expect(await refusal({ seatMapId: newId() })).toEqual(notFound)
    expect(await refusal({ seatMapId: other.seatMapId })).toEqual(notFound)
    expect(await refusal({ venueId: other.venueId, seatMapId: other.seatMapId })).toEqual(notFound)
    expect(await refusal({ venueId: annex.id })).toEqual(notFound)
    expect(await refusal({}, { eventId: other.eventId })).toEqual(notFound)
    expect(await refusal({}, { eventId: 'nonsense' })).toEqual(notFound)
    expect(await refusal({}, { organizerId: other.organizerId })).toEqual(notFound)
  })
})

describe('an event', () => {
  const words = { title: 'Zwölf Nächte', description: 'Twelve.\n\nNights.', category: 'Concert' }

  it('gets an address of its own, also when its title is taken or has no Latin letter', async () => {
    const events = await Promise.all(
      [words, words, { ...words, title: '夜' }].map((input) => createEvent({ ...house, input })),
    )
    const slugs = events.map((event) => must(event).slug)
    expect(new Set(slugs).size).toBe(3)
    expect(slugs.filter((slug) => slug.startsWith('zwolf-nachte'))).toHaveLength(2)
    expect(slugs[2]).toMatch(/^event-[a-z0-9]{6}$/)
  })

  it('has the address its organizer chose, unless another event has it', async () => {
    const input = { ...words, slug: 'twelve-nights' }
    expect(must(await createEvent({ ...house, input })).slug).toBe('twelve-nights')
    expect(await createEvent({ ...other, input })).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'slug' }],
    })
  })

  it.each([
    ['slug', '../admin'],
    ['title', ' '],
    ['title', 'a\0b'],
    ['title', 'two\nlines'],
    ['title', 'x'.repeat(201)],
    ['description', '\ud800'],
    ['category', 'Rock & Roll'],
    ['imageUrl', 'javascript:alert(1)'],
    ['imageUrl', 'http://example.com/a.png'],
  ])('is refused when its %s is %j', async (path, value) => {
    const result = await createEvent({ ...house, input: { ...words, [path]: value } })
    expect(result).toMatchObject({ code: 'invalid', errors: [{ path }] })
  })

  it('needs an organizer', async () => {
    expect(await createEvent({ organizerId: newId(), input: words })).toEqual({
      ok: false,
      code: 'not_found',
    })
  })
})

describe('a venue', () => {
  it.each([
    ['timezone', 'Mars/Olympus'],
    ['country', 'XX'],
    ['country', 'Austria'],
    ['name', ''],
  ])('is refused when its %s is %j', async (path, value) => {
    const { id: organizerId } = await makeOrganizer()
    const venue = { name: 'Hall', city: 'Vienna', country: 'at', timezone: 'Europe/Vienna' }
    expect(await createVenue({ organizerId, input: venue })).toMatchObject({ ok: true })
    const result = await createVenue({ organizerId, input: { ...venue, [path]: value } })
    expect(result).toMatchObject({ code: 'invalid', errors: [{ path }] })
  })
})
