import { describe, expect, it } from 'vitest'
import { artistNames } from '@/lib/events/artists/schema'
import { makeSlug } from '@/lib/events/rules'
import { EVENTS } from './events'
import { ORGANIZERS } from './organizers'
import { pricesOf } from './prices'
import { VENUES } from './venues'
import { whenOf } from './when'

const performances = EVENTS.flatMap((event) =>
  event.performances.map((performance) => ({ event, performance })),
)
const plans = Object.fromEntries(Object.entries(VENUES).map(([key, venue]) => [key, venue.drawSeatMap()]))

describe('the demo catalogue', () => {
  it('has 24 events in 5 houses of 4 organizers, each with a slug of its own', () => {
    expect(EVENTS).toHaveLength(24)
    expect(new Set(EVENTS.map(({ slug }) => slug)).size).toBe(24)
    expect(new Set(EVENTS.map(({ venue }) => venue)).size).toBe(5)
    expect(new Set(EVENTS.map(({ venue }) => VENUES[venue].organizer)).size).toBe(
      Object.keys(ORGANIZERS).length,
    )
    for (const { slug } of EVENTS) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  it('tells each event in two or three paragraphs', () => {
    for (const { description } of EVENTS) {
      const paragraphs = description.split('\n\n')
      expect(paragraphs.length).toBeGreaterThanOrEqual(2)
      expect(paragraphs.length).toBeLessThanOrEqual(3)
      for (const paragraph of paragraphs) expect(paragraph).toBe(paragraph.trim())
    }
  })

  it('says who plays each event, some of them several, in houses of different cities', () => {
    const cities = new Map<string, Set<string>>()
    for (const { artists, venue } of EVENTS) {
      expect(artistNames.parse([...artists])).toEqual(artists)
      for (const name of artists) cities.set(name, new Set([...(cities.get(name) ?? []), VENUES[venue].city]))
    }
    expect([...cities.values()].filter((each) => each.size > 1).length).toBeGreaterThanOrEqual(2)
    expect(new Set([...cities.keys()].map(makeSlug)).size).toBe(cities.size)
  })

  it('prices exactly the categories of the house’s seat map, in its order', () => {
    for (const { event, performance } of performances) {
      const names = plans[event.venue]!.categories.map(({ name }) => name)
      expect(Object.keys(performance.prices ?? event.prices)).toEqual(names)
    }
  })

  it('asks whole, positive amounts, the usual visitor never less than another', () => {
    for (const { event, performance } of performances) {
      for (const types of Object.values(performance.prices ?? event.prices)) {
        for (const { amount } of types) {
          expect(Number.isSafeInteger(amount) && amount > 0).toBe(true)
          expect(amount).toBeLessThanOrEqual(types[0]!.amount)
        }
      }
    }
  })

  it('prices a map of other names by place', () => {
    const [first, ...rest] = Object.values(EVENTS[0]!.prices)
    const priced = pricesOf(EVENTS[0]!.prices, [
      { name: 'Gold' },
      ...Array.from({ length: 6 }, () => ({ name: 'x' })),
    ])
    expect(priced[0]).toEqual(first)
    expect(priced.at(-1)).toEqual(rest.at(-1))
  })

  it('shows every state of a sale: nearly sold out, sold out, barely begun, not yet on sale', () => {
    const shares = performances.map(({ performance }) => performance.sell)
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
    expect(shares.filter((share) => share === 0.97).length).toBeGreaterThanOrEqual(3)
    expect(shares.filter((share) => share === 1).length).toBeGreaterThanOrEqual(1)
    expect(shares.filter((share) => share === 0.1).length).toBeGreaterThanOrEqual(3)
    const waiting = EVENTS.filter(({ onSaleInDays }) => onSaleInDays !== undefined)
    expect(waiting).toHaveLength(1)
    expect(waiting[0]!.performances.every(({ sell }) => sell === 0)).toBe(true)
  })

  it('never has two performances in one house within two and a half hours', () => {
    const times = performances.map(({ event, performance: { inDays, time } }) => {
      const [hours, minutes] = time.split(':').map(Number)
      return { venue: event.venue, at: inDays * 24 + hours! + minutes! / 60, slug: event.slug }
    })
    for (const one of times) {
      const clash = times.find(
        (each) => each !== one && each.venue === one.venue && Math.abs(each.at - one.at) < 2.5,
      )
      expect(clash).toBeUndefined()
    }
  })

  it('starts at the local time of the house, in summer and in winter', () => {
    for (const now of [
      new Date('2026-03-27T23:30:00Z'),
      new Date('2026-10-23T12:00:00Z'),
      new Date('2026-12-31T16:00:00Z'),
    ]) {
      for (const { event, performance } of performances) {
        const { timezone } = VENUES[event.venue]
        const { startsAt, doorsAt, onSaleAt } = whenOf(event, performance, timezone, now)
        const shown = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, timeStyle: 'short' }).format(
          startsAt,
        )
        expect(shown).toBe(performance.time)
        expect(startsAt.getTime()).toBeGreaterThan(now.getTime())
        expect(doorsAt.getTime()).toBeLessThan(startsAt.getTime())
        if (onSaleAt) expect(onSaleAt.getTime()).toBeLessThan(startsAt.getTime())
      }
    }
  })
})
