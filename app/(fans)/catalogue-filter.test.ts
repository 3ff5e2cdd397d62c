import { describe, expect, it } from 'vitest'
import { isFiltered, readSearch, toEventFilter, toHref } from './catalogue-filter'

const wednesday = new Date('2026-11-18T15:00:00Z')
const spanFor = (params: Record<string, string>, now = wednesday) => {
  const { from, to } = toEventFilter(readSearch(params), now)
  return [from?.toISOString(), to?.toISOString()]
}

describe('the address of the catalogue', () => {
  it('means everything when it is empty', () => {
    const search = readSearch({})
    expect(isFiltered(search)).toBe(false)
    expect(toEventFilter(search, wednesday)).toMatchObject({
      query: undefined,
      city: undefined,
      cursor: undefined,
    })
    expect(toHref(search)).toBe('/')
  })

  it('takes nonsense as not asked', () => {
    const search = readSearch({ when: 'someday', from: '2026-02-31', to: 'x', query: '   ' })
    expect(search).toMatchObject({ when: 'any', from: '', to: '', query: '' })
  })

  it('takes the first of repeated values and cuts long ones', () => {
    expect(readSearch({ city: ['Wien', 'Graz'] }).city).toBe('Wien')
    expect(readSearch({ query: 'x'.repeat(5000) }).query).toHaveLength(100)
  })

  it('lets exact dates outrank a named time', () => {
    expect(readSearch({ when: 'weekend', from: '2026-12-01' }).when).toBe('dates')
    expect(spanFor({ from: '2026-12-01', to: '2026-12-01' })).toEqual([
      '2026-12-01T00:00:00.000Z',
      '2026-12-02T06:00:00.000Z',
    ])
  })

  it('finds the coming weekend on a weekday and what is left of it on a Sunday', () => {
    expect(spanFor({ when: 'weekend' })).toEqual(['2026-11-20T00:00:00.000Z', '2026-11-23T06:00:00.000Z'])
    expect(spanFor({ when: 'weekend' }, new Date('2026-11-22T10:00:00Z'))).toEqual([
      undefined,
      '2026-11-23T06:00:00.000Z',
    ])
  })

  it('keeps the rest of a search in the address of its next page', () => {
    const search = readSearch({ city: 'Wien', when: 'month' })
    expect(toHref({ ...search, cursor: 'abc' })).toBe('/?city=Wien&when=month&cursor=abc')
  })
})
