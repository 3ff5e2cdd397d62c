import { describe, expect, it } from 'vitest'
import { drawRectangle } from '../drawing/shapes'
import type { PlanDraft } from '../plan'
import { closestSeatsCm, findCrossings, findStraySeats } from './draft-checks'

/** Two square sections of one seat each, the second moved right by `dx`. */
function draftOf(dx: number, seatX = dx): PlanDraft {
  const section = (name: string, left: number, x: number) => ({
    name,
    zone: '',
    kind: 'seated' as const,
    outline: drawRectangle(left, 0, 100, 100),
    rows: [{ name: '1', seats: [{ number: '1', x, y: 0, category: 0 }] }],
  })
  const sections = [section('A', 0, 0), section('B', dx, seatX)]
  return { name: '', width: 1, height: 1, focus: [0, 0], categories: [], decor: [], sections }
}

describe('the checks of a drawing', () => {
  it('measure how near two seats are', () => {
    expect(closestSeatsCm(draftOf(30))).toBe(30)
  })

  it('find seats of one section in another', () => {
    expect(findStraySeats(draftOf(120))).toEqual([])
    expect(findStraySeats(draftOf(30))).toEqual(['A-1-1 and B', 'B-1-1 and A'])
  })

  it('find seats outside their own section', () => {
    expect(findStraySeats(draftOf(120, 500))).toEqual(['B-1-1 and B'])
  })

  it('find outlines that cross', () => {
    const shifted = draftOf(80)
    shifted.sections[1]!.outline = drawRectangle(80, 30, 100, 100)
    expect(findCrossings(shifted)).toEqual(['A and B'])
    expect(findCrossings(draftOf(120))).toEqual([])
  })
})
