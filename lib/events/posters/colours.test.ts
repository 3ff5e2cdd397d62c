import { describe, expect, it } from 'vitest'
import { contrast } from '@/lib/platform/contrast'
import { overprint, posterColours } from './colours'

const many = Array.from({ length: 400 }, (_, index) => posterColours(`event-${index}`))

describe('posterColours', () => {
  it('are the same for the same seed', () => {
    expect(posterColours('salt')).toEqual(posterColours('salt'))
  })

  it('use every pair of inks over enough seeds', () => {
    expect(new Set(many.map(({ inkA }) => inkA)).size).toBe(18)
  })

  it('let the dark ink be read on the paper and on the bright ink', () => {
    for (const { paper, inkA, inkB } of many) {
      expect(contrast(paper, inkA)).toBeGreaterThan(7)
      expect(contrast(inkB, inkA)).toBeGreaterThan(4.5)
    }
  })

  it('get darker where one ink is printed over the other', () => {
    for (const { inkA, inkB } of many)
      expect(contrast(overprint(inkA, inkB), '#000000')).toBeLessThan(contrast(inkA, '#000000'))
  })
})
