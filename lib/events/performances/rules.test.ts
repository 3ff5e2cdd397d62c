import { describe, expect, it } from 'vitest'
import { combineAvailability, decideAvailability, decideStatus, shareFree } from './rules'

const now = new Date('2026-11-20T12:00:00Z')
const published = { status: 'published', startsAt: new Date('2026-12-01T19:00:00Z'), onSaleAt: null } as const
const counts = { free: 50, held: 0, sold: 50, blocked: 10 }

describe('a performance', () => {
  it('is on sale from the very moment sales begin, and scheduled before', () => {
    expect(decideStatus({ ...published, onSaleAt: now }, now, counts)).toBe('on_sale')
    expect(decideStatus({ ...published, onSaleAt: new Date(now.getTime() + 1) }, now, counts)).toBe(
      'scheduled',
    )
  })

  it('is past from the moment it starts, sold out or not', () => {
    expect(decideStatus({ ...published, startsAt: now }, now, counts)).toBe('past')
    expect(decideStatus({ ...published, startsAt: now }, now, { ...counts, free: 0 })).toBe('past')
  })

  it('is not sold out while a hold may give a seat back', () => {
    expect(decideStatus(published, now, { ...counts, free: 0, held: 2 })).toBe('on_sale')
    expect(decideStatus(published, now, { ...counts, free: 0, held: 0 })).toBe('sold_out')
  })

  it('stays a draft or cancelled whatever the clock says', () => {
    expect(decideStatus({ ...published, status: 'draft', startsAt: new Date(0) }, now, counts)).toBe('draft')
    expect(decideStatus({ ...published, status: 'cancelled', startsAt: new Date(0) }, now)).toBe('cancelled')
  })

  it('counts house seats neither as free nor as for sale', () => {
    expect(shareFree({ free: 10, held: 0, sold: 90, blocked: 900 })).toBe(0.1)
    expect(shareFree({ free: 0, held: 0, sold: 0, blocked: 5 })).toBe(0)
  })

  it('has few left at a tenth, not above', () => {
    expect(decideAvailability('on_sale', { free: 10, held: 0, sold: 90, blocked: 0 })).toBe('few_left')
    expect(decideAvailability('on_sale', { free: 11, held: 0, sold: 89, blocked: 0 })).toBe('on_sale')
    expect(decideAvailability('scheduled', { free: 1, held: 0, sold: 99, blocked: 0 })).toBe('not_yet')
    expect(decideAvailability('cancelled', counts)).toBe('past')
  })
})

describe('an event', () => {
  it('offers what the best of its performances offers', () => {
    expect(combineAvailability(['sold_out', 'few_left', 'not_yet'])).toBe('few_left')
    expect(combineAvailability(['sold_out', 'not_yet', 'past'])).toBe('not_yet')
    expect(combineAvailability(['sold_out', 'past'])).toBe('sold_out')
    expect(combineAvailability([])).toBe('past')
  })
})
