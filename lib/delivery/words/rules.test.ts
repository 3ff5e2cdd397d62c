import { describe, expect, it } from 'vitest'
import { describeSeat, sectionLabel, zoneBeside } from './rules'

describe('a seat in words', () => {
  it('names the zone where a section’s own name does not', () => {
    const zone = zoneBeside('5', 'West stand')
    expect(describeSeat({ zone, section: '5', row: '2', number: '4' })).toBe(
      'West stand, section 5, row 2, seat 4',
    )
    expect(describeSeat({ zone: 'Tables', section: 'T9', row: null, number: '4' })).toBe('Tables, T9, seat 4')
    expect(describeSeat({ zone: 'Floor', section: 'Pit', row: null, number: null })).toBe(
      'Floor, Pit, unnumbered',
    )
    expect(sectionLabel({ zone, section: '5', row: '2', number: '4' })).toBe('West stand, section')
  })

  it('says nothing twice', () => {
    for (const [section, zone] of [
      ['Stalls', 'Stalls'],
      ['Box C', 'Boxes'],
      ['Gallery Left', 'Gallery'],
      ['Floor A1', ' floor '],
      ['A', ''],
      ['A', undefined],
    ] as const) {
      expect(zoneBeside(section, zone)).toBeNull()
    }
    expect(describeSeat({ section: 'Stalls', row: 'F', number: '17' })).toBe('Stalls, row F, seat 17')
    expect(sectionLabel({ section: 'Stalls', row: 'F', number: '17' })).toBe('Section')
  })
})
