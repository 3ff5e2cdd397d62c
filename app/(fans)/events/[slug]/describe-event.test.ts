import { describe, expect, it } from 'vitest'
import type { EventDetail, PerformanceSummary } from '@/lib/events/types'
import { describeEvent, toJsonLd } from './describe-event'

const performance: PerformanceSummary = {
  ...{ id: 'p1', startsAt: new Date('2026-12-01T18:30:00Z'), doorsAt: null, onSaleAt: null },
  ...{ status: 'on_sale', availability: 'on_sale', priceFrom: { amount: 2950, currency: 'EUR' } },
  ...{ freeShare: 0.5, seatCount: 100 },
  venue: {
    ...{ id: 'v', name: 'Saal', city: 'Vienna', country: 'AT', timezone: 'Europe/Vienna' },
    address: 'Gasse 1',
  },
}
const event: EventDetail = {
  ...{ id: 'e', slug: 'blue-hour', title: 'Blue Hour', subtitle: 'Marlow Trio', category: 'concert' },
  ...{ imageUrl: null, description: '</script><script>alert(1)</script>' },
  artists: [
    { slug: 'marlow-trio', name: 'Marlow </script> Trio' },
    { slug: 'ilka-morn', name: 'Ilka Morn' },
  ],
  ...{ organizer: { slug: 'night', name: 'Night' }, availability: 'on_sale', nextPerformanceAt: null },
  ...{ priceFrom: { amount: 2950, currency: 'EUR' }, performances: [performance] },
}
const describeOne = (change: Partial<PerformanceSummary> = {}) =>
  describeEvent({ ...event, performances: [{ ...performance, ...change }] }, 'https://t.example')[0]

/** What Google asks of an `Event` (developers.google.com/search/docs/appearance/structured-data/event), and advises. */
const required = ['name', 'startDate', 'location']
const advised = ['description', 'endDate', 'eventStatus', 'image', 'offers', 'organizer', 'performer']

describe('an event for search engines', () => {
  it('has every field that is required or advised, with whole addresses and times with their offset', () => {
    const facts = describeOne()
    for (const field of [...required, ...advised]) expect(facts).toHaveProperty(field)
    expect(facts).toMatchObject({
      ...{ '@context': 'https://schema.org', '@type': 'MusicEvent', startDate: '2026-12-01T19:30:00+01:00' },
      location: {
        '@type': 'Place',
        name: 'Saal',
        address: { '@type': 'PostalAddress', addressCountry: 'AT' },
      },
      image: ['https://t.example/events/blue-hour/share-card'],
    })
  })

  it('names who performs, in order, each at their page; nobody where nobody was named', () => {
    expect(describeOne()).toMatchObject({
      performer: [
        {
          '@type': 'PerformingGroup',
          name: 'Marlow </script> Trio',
          url: 'https://t.example/artists/marlow-trio',
        },
        { '@type': 'PerformingGroup', name: 'Ilka Morn', url: 'https://t.example/artists/ilka-morn' },
      ],
    })
    expect(describeEvent({ ...event, artists: [] }, '')[0]).not.toHaveProperty('performer')
  })

  it.each([
    [{}, 'InStock', '29.50'],
    [{ availability: 'few_left' }, 'LimitedAvailability', '29.50'],
    [{ status: 'sold_out', availability: 'sold_out' }, 'SoldOut', '29.50'],
    [{ priceFrom: { amount: 4500, currency: 'JPY' } }, 'InStock', '4500'],
  ] as const)('offers what can be bought: %o', (change, availability, price) => {
    expect(describeOne(change)).toMatchObject({
      offers: {
        ...{ '@type': 'Offer', price, availability: `https://schema.org/${availability}` },
        url: 'https://t.example/performances/p1',
      },
    })
  })

  it('says when sales begin, and what was called off', () => {
    const onSaleAt = new Date('2026-11-25T09:00:00Z')
    expect(describeOne({ status: 'scheduled', availability: 'not_yet', onSaleAt })).toMatchObject({
      offers: { availability: 'https://schema.org/PreOrder', validFrom: '2026-11-25T10:00:00+01:00' },
    })
    expect(describeOne({ status: 'cancelled', availability: 'past' })).toMatchObject({
      eventStatus: 'https://schema.org/EventCancelled',
    })
    expect(describeEvent({ ...event, performances: [{ ...performance, status: 'past' }] }, '')).toEqual([])
  })

  it('cannot break out of its script, and is read back as it was', () => {
    const text = toJsonLd([describeOne() as object])
    expect(text).not.toContain('<')
    expect(JSON.parse(text)).toMatchObject({ description: event.description })
  })
})
