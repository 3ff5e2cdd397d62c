import { describe, expect, it } from 'vitest'
import { decideOverdue, movesOn } from './rules'

describe('a letter', () => {
  it('goes forward, also past what nobody heard of', () => {
    expect(movesOn('due', 'created')).toBe(true)
    expect(movesOn('created', 'mailed')).toBe(true)
    expect(movesOn('mailed', 'mailed')).toBe(true)
  })
  it('never goes back', () => {
    expect(movesOn('mailed', 'created')).toBe(false)
    expect(movesOn('in_production', 'created')).toBe(false)
  })
  it('fails from anywhere on its way, and stays what it ended as', () => {
    expect(movesOn('due', 'failed')).toBe(true)
    expect(movesOn('mailed', 'failed')).toBe(true)
    expect(movesOn('delivered', 'failed')).toBe(false)
    expect(movesOn('failed', 'mailed')).toBe(false)
  })
})

describe('a letter that does not arrive', () => {
  const createdAt = new Date('2026-05-01T12:00:00Z')
  const startsAt = new Date('2026-06-15T19:00:00Z')
  const at = (
    status: 'due' | 'created' | 'in_production' | 'mailed',
    day: string,
    expectedOn: string | null,
  ) => decideOverdue({ status, createdAt, expectedOn }, startsAt, new Date(`2026-${day}T12:00:01Z`))

  it('is late once the printer has had it for four days', () => {
    for (const status of ['due', 'created'] as const) {
      expect(at(status, '05-04', null)).toBeNull()
      expect(at(status, '05-05', null)).toBe('late')
      expect(at(status, '05-05', '2026-05-20')).toBe('late')
    }
    expect(at('in_production', '05-05', null)).toBeNull()
  })

  it('is late three days after it was expected, or two weeks after the order where nobody said', () => {
    for (const status of ['in_production', 'mailed'] as const) {
      expect(at(status, '05-13', '2026-05-10')).toBeNull()
      expect(at(status, '05-14', '2026-05-10')).toBe('late')
      expect(at(status, '05-14', null)).toBeNull()
      expect(at(status, '05-15', null)).toBe('late')
    }
  })

  it('has failed where it never left the printer before the doors opened; one in the post may still come', () => {
    for (const status of ['due', 'created', 'in_production'] as const) {
      expect(at(status, '06-16', null)).toBe('failed')
    }
    expect(at('mailed', '06-16', null)).toBe('late')
    for (const status of ['delivered', 'failed'] as const) {
      expect(decideOverdue({ status, createdAt, expectedOn: null }, startsAt, startsAt)).toBeNull()
    }
  })
})
