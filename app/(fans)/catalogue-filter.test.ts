import { describe, expect, it } from 'vitest'
import { isFiltered, readSearch, toEventFilter, toHref } from './catalogue-filter'

const dayOf = (params: Record<string, string>) => toEventFilter(readSearch(params), []).day

describe('the address of the catalogue', () => {
  it('means everything when it is empty', () => {
    const search = readSearch({})
    expect(isFiltered(search)).toBe(false)
    expect(toEventFilter(search, [])).toMatchObject({
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
    expect(dayOf({ from: '2026-12-01', to: '2026-12-01' })).toEqual({
      ...{ kind: 'dates', from: '2026-12-01', to: '2026-12-01' },
    })
  })

  it('asks for days as the venue counts them', () => {
    expect(dayOf({ when: 'weekend' })).toEqual({ kind: 'weekend' })
    expect(dayOf({ when: 'week' })).toEqual({ kind: 'ahead', days: 7 })
    expect(dayOf({})).toBeUndefined()
  })

  it('keeps the rest of a search in the address of its next page', () => {
    const search = readSearch({ city: 'Wien', when: 'month' })
    expect(toHref({ ...search, cursor: 'abc' })).toBe('/?city=Wien&when=month&cursor=abc')
  })
})
