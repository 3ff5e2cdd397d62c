import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { medianOf, nearestDistances } from './seat-distances'

describe('nearest distances', () => {
  it('are those that comparing every pair finds, whatever the shape of the plan', () => {
    const coordinate = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -1e6, max: 1e6 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 60 }), (points) => {
        const found = nearestDistances(
          points.map(([x]) => x),
          points.map(([, y]) => y),
        )
        for (const [i, [x, y]] of points.entries()) {
          const all = points.map(([ox, oy], j) => (i === j ? Infinity : Math.hypot(ox - x, oy - y)))
          expect(found[i]).toBeCloseTo(Math.min(...all), 6)
        }
      }),
    )
  })

  it('are infinite for a point on its own', () => {
    expect(nearestDistances([3], [4])).toEqual(new Float64Array([Infinity]))
  })

  it('look at a sample only where asked to', () => {
    expect(nearestDistances([0, 1, 2, 3], [0, 0, 0, 0], 2)).toHaveLength(2)
  })

  it('have a median', () => {
    expect(medianOf([9, 1, 5])).toBe(5)
    expect(medianOf([])).toBeNaN()
  })
})
