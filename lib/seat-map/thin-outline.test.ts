import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeBowlPath } from './drawing/bowl-path'
import { drawTier } from './drawing/bowl-tier'
import { numberRows } from './drawing/row-names'
import { thinOutline } from './thin-outline'

/** How far the point lies from the nearest edge of the polygon. */
function distanceTo(outline: readonly number[], x: number, y: number): number {
  const edges = Array.from({ length: outline.length / 2 }, (_, at) => {
    const [ax = 0, ay = 0] = outline.slice(at * 2)
    const next = (at * 2 + 2) % outline.length
    const [dx, dy] = [(outline[next] as number) - ax, (outline[next + 1] as number) - ay]
    const share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)
    const t = Math.max(0, Math.min(1, share))
    return Math.hypot(x - ax - dx * t, y - ay - dy * t)
  })
  return Math.min(...edges)
}

it('an outline keeps its corners and loses the points between them', () => {
  const square = [0, 0, 100, 1, 200, 0, 200, 100, 200, 200, 99, 201, 0, 200, 0, 100]
  expect(thinOutline(square)).toEqual([0, 0, 200, 0, 200, 200, 0, 200])
})

it('no point of an outline moves away from it by more than two centimetres, whatever it looks like', () => {
  const coordinate = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(fc.array(coordinate, { minLength: 6, maxLength: 60 }), (points) => {
      const outline = points.slice(0, points.length - (points.length % 2))
      const thin = thinOutline(outline)
      expect(thin.length).toBeGreaterThanOrEqual(6)
      for (let at = 0; at < outline.length; at += 2) {
        expect(distanceTo(thin, outline[at] as number, outline[at + 1] as number)).toBeLessThanOrEqual(2.001)
      }
    }),
  )
})

it('the sections of a bowl lose most of their points', () => {
  const path = makeBowlPath({
    ...{ halfWidthCm: 7400, halfHeightCm: 5500, cornerRadiusCm: 2600 },
    ...{ sideBend: 0.2, endBend: 0.16 },
  })
  const sections = drawTier({
    ...{ path, zone: '', firstName: 101, sectionCount: 40, rowNames: numberRows(34), depthCm: 0 },
    ...{ rowPitchCm: 80, aisleCm: 120, seatPitchCm: () => 50, look: () => ({ category: 0 }) },
  })
  for (const { outline = [] } of sections) {
    const whole = outline.map(Math.round)
    expect(thinOutline(whole).length).toBeLessThan(whole.length / 2)
  }
})
