import { describe, expect, it } from 'vitest'
import { clockText, secondsLeft } from './countdown'

describe('a countdown', () => {
  it('shows the first second in full and reaches zero only when it is over', () => {
    expect(secondsLeft(600_000, 0)).toBe(600)
    expect(secondsLeft(600_000, 599_001)).toBe(1)
    expect(secondsLeft(600_000, 600_000)).toBe(0)
  })

  it('never runs below zero', () => {
    expect(secondsLeft(600_000, 700_000)).toBe(0)
  })

  it('keeps two digits for the seconds', () => {
    expect([600, 61, 9, 0].map(clockText)).toEqual(['10:00', '1:01', '0:09', '0:00'])
  })
})
