import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeBowlPath } from './bowl-path'
import {
  advanceOnPath,
  lengthBetween,
  makeArcPath,
  makeStraightPath,
  pointOnPath,
  type SeatPath,
} from './path'

const BOWL = makeBowlPath({
  halfWidthCm: 6750,
  halfHeightCm: 4900,
  cornerRadiusCm: 2400,
  sideBend: 0.2,
  endBend: 0.16,
})

function distance(path: SeatPath, a: number, b: number, depth: number): number {
  const [p, q] = [pointOnPath(path, a, depth), pointOnPath(path, b, depth)]
  return Math.hypot(p.x - q.x, p.y - q.y)
}

describe('a path', () => {
  it('of a bowl is closed and without a jump, at the front and far behind', () => {
    for (const depth of [0, 5000]) {
      expect(distance(BOWL, 0, BOWL.length, depth)).toBeLessThan(0.01)
      for (let s = 0; s + 10 < BOWL.length; s += 10) {
        expect(distance(BOWL, s, s + 10, depth)).toBeLessThanOrEqual(
          lengthBetween(BOWL, s, s + 10, depth) + 1e-6,
        )
      }
    }
  })

  it('of a bowl reaches the half width and half height asked for', () => {
    const points = Array.from({ length: 4001 }, (_, step) =>
      pointOnPath(BOWL, (BOWL.length * step) / 4000, 0),
    )
    expect(Math.max(...points.map(({ x }) => x))).toBeCloseTo(6750, 0)
    expect(Math.min(...points.map(({ y }) => y))).toBeCloseTo(-4900, 0)
  })

  it('refuses corners rounder than its sides', () => {
    const shape = { halfWidthCm: 2000, halfHeightCm: 1000, cornerRadiusCm: 1500, sideBend: 0.1, endBend: 0.1 }
    expect(() => makeBowlPath(shape)).toThrow(RangeError)
  })

  it('advances by exactly the length asked for, at any depth', () => {
    const paths = [
      BOWL,
      makeArcPath([0, -1000], 1500, 2.5, 0.6),
      makeStraightPath([0, 0], [3000, 400], 'right'),
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        fc.integer({ min: 0, max: 6000 }),
        (path, start, share, depth) => {
          const from = path.length * start
          const length = lengthBetween(path, from, path.length, depth) * share
          const to = advanceOnPath(path, from, length, depth)
          expect(lengthBetween(path, from, to, depth)).toBeCloseTo(length, 4)
        },
      ),
    )
  })

  it('puts rows on the side asked for, whichever way it travels', () => {
    expect(pointOnPath(makeStraightPath([0, 0], [100, 0], 'right'), 50, 10)).toMatchObject({ x: 50, y: 10 })
    expect(pointOnPath(makeStraightPath([0, 0], [100, 0], 'left'), 50, 10)).toMatchObject({ x: 50, y: -10 })
    const fan = makeArcPath([0, 0], 100, Math.PI, 0)
    expect(pointOnPath(fan, 0, 0).x).toBeCloseTo(-100)
    expect(pointOnPath(fan, fan.length / 2, 50).y).toBeCloseTo(150)
  })
})
