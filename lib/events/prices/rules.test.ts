import { describe, expect, it } from 'vitest'
import { matchPrices } from './rules'

const categories = [
  { id: 'cat-1', name: 'Stalls' },
  { id: 'cat-2', name: 'Balcony' },
]
const adult = [{ name: 'Adult', amount: 4500 }]

describe('prices', () => {
  it('find their category by id or by name, whatever the case, and keep the order of ticket types', () => {
    const list = matchPrices(categories, [
      {
        category: 'BALCONY',
        ticketTypes: [
          { name: 'Adult', amount: 3000 },
          { name: 'Child', amount: 0 },
        ],
      },
      { category: 'cat-1', ticketTypes: adult },
    ])
    expect(list).toEqual({
      ok: true,
      types: [
        { categoryIndex: 1, position: 0, name: 'Adult', amount: 3000 },
        { categoryIndex: 1, position: 1, name: 'Child', amount: 0 },
        { categoryIndex: 0, position: 0, name: 'Adult', amount: 4500 },
      ],
    })
  })

  it('are refused with every fault named: unknown, twice, missing', () => {
    const list = matchPrices(categories, [
      { category: 'Stalls', ticketTypes: adult },
      { category: 'cat-1', ticketTypes: adult },
      { category: 'Boxes', ticketTypes: adult },
    ])
    expect(list).toEqual({
      ok: false,
      issues: [
        { path: 'prices[1].category', message: 'has a price already' },
        { path: 'prices[2].category', message: 'is no category of this map' },
        { path: 'prices', message: 'there is no price for category "Balcony"' },
      ],
    })
  })

  it('need ticket types that can be told apart', () => {
    const twice = [...adult, { name: 'adult', amount: 1 }]
    const list = matchPrices(categories.slice(0, 1), [{ category: 'Stalls', ticketTypes: twice }])
    expect(list).toMatchObject({ ok: false, issues: [{ path: 'prices[0].ticketTypes[1].name' }] })
  })
})
