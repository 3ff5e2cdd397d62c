import { describe, expect, it } from 'vitest'
import type { Availability, EventCard } from '@/lib/events/types'
import { arrange } from './season'

function card(id: string, availability: Availability = 'on_sale'): EventCard {
  return {
    ...{ id, slug: id, title: id, subtitle: null, category: 'concert', imageUrl: null, availability },
    ...{ artists: [], organizer: { slug: 'o', name: 'O' }, venue: { name: 'V', city: 'C', timezone: 'UTC' } },
    ...{ nextPerformanceAt: new Date(), performanceCount: 1, onSaleAt: null },
    priceFrom: { amount: 100, currency: 'EUR' },
  }
}
const cards = (...ids: string[]) => ids.map((id) => card(id))
const none = { lastSeats: [], announced: [], onSaleSoon: [], playing: [] }
const ids = (events: EventCard[]) => events.map(({ id }) => id)

describe('the front page', () => {
  it('hangs every event in one place, and has all of them in the programme', () => {
    const programme = { items: cards('a', 'b', 'c', 'd', 'e', 'f', 'g'), nextCursor: null }
    const season = arrange({
      soon: { when: 'next', items: programme.items },
      ...{ lastSeats: cards('b', 'f'), onSaleSoon: cards('g'), announced: cards('g', 'f', 'z') },
      ...{ programme, playing: [] },
    })
    expect(season.lead?.id).toBe('a')
    expect(ids(season.soon.items)).toEqual(['b', 'c', 'd', 'e'])
    expect([ids(season.lastSeats), ids(season.onSaleSoon), ids(season.announced)]).toEqual([
      ['f'],
      ['g'],
      ['z'],
    ])
    expect(season.programme).toBe(programme)
  })

  it('leads with what can be bought', () => {
    const items = [card('sold', 'sold_out'), card('later', 'not_yet'), card('open', 'few_left')]
    const season = arrange({
      soon: { when: 'tonight', items },
      ...none,
      programme: { items, nextCursor: null },
    })
    expect(season.lead?.id).toBe('open')
  })

  it('stands while nothing is on', () => {
    const season = arrange({
      soon: { when: 'next', items: [] },
      ...none,
      programme: { items: [], nextCursor: null },
    })
    expect(season).toMatchObject({ lead: null, soon: { items: [] } })
  })
})
