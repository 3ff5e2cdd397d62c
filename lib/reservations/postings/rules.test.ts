import { describe, expect, it } from 'vitest'
import { movesOn } from './rules'

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
