import { describe, expect, it } from 'vitest'
import { buildGrid } from './grid'
import { SEAT_STATE } from './plan'
import { hallMap } from './testing/hall'
import { type Direction, rowEnd, seatInSection, walkFrom } from './walk'

const map = hallMap()
const grid = buildGrid(map)
const from = (label: string, ...ways: Direction[]) =>
  map.label(ways.reduce((seat, way) => walkFrom(map, grid, seat, way), map.indexOf(label)))

describe('arrow keys', () => {
  it('go along a row and from row to row', () => {
    expect(from('Left-1-1', 'right')).toBe('Left-1-2')
    expect(from('Left-1-2', 'left')).toBe('Left-1-1')
    expect(from('Left-1-4', 'down')).toBe('Left-2-4')
    expect(from('Left-2-4', 'up')).toBe('Left-1-4')
  })

  it('cross the aisle into the next section, and come back', () => {
    expect(from('Left-2-10', 'right')).toBe('Right-2-1')
    expect(from('Left-2-10', 'right', 'left')).toBe('Left-2-10')
  })

  it('stay where nothing lies that way', () => {
    expect(from('Left-1-1', 'left')).toBe('Left-1-1')
    expect(from('Right-3-10', 'right')).toBe('Right-3-10')
    expect(from('Left-1-1', 'up')).toBe('Left-1-1')
  })

  it('find the ends of a row', () => {
    const seat = map.indexOf('Right-2-5')
    expect(map.label(rowEnd(map, seat, 'first'))).toBe('Right-2-1')
    expect(map.label(rowEnd(map, seat, 'last'))).toBe('Right-2-10')
  })
})

describe('a step to another section', () => {
  const free = () => new Uint8Array(map.seatCount)
  const stepFrom = (label: string, step: 1 | -1, states = free()) =>
    map.label(seatInSection(map, states, map.indexOf(label), step))

  it('lands in its middle', () => {
    expect(stepFrom('Left-1-1', 1)).toMatch(/^Right-2-[56]$/)
  })

  it('goes round: after the last section comes the first', () => {
    expect(stepFrom('Right-1-1', 1)).toMatch(/^Left-/)
    expect(stepFrom('Left-1-1', -1)).toMatch(/^Right-/)
  })

  it('lands on a free seat where there is one', () => {
    const states = free().fill(SEAT_STATE.sold)
    expect(stepFrom('Left-1-1', 1, states)).toMatch(/^Right-2-[56]$/)
    states[map.indexOf('Right-3-9')] = SEAT_STATE.free
    expect(stepFrom('Left-1-1', 1, states)).toBe('Right-3-9')
  })
})
