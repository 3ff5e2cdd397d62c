import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clampView,
  fitBox,
  mixViews,
  panBy,
  pinch,
  toPlan,
  toScreen,
  type View,
  visibleBox,
  zoomAt,
} from './view'

const viewport = { width: 390, height: 844, insets: { top: 0, right: 0, bottom: 200, left: 0 } }
const content = { minX: 100, minY: 200, maxX: 9_100, maxY: 7_200 }
const limits = { minScale: 0.02, maxScale: 1, content }

const anyView = fc.record({
  scale: fc.double({ min: 0.02, max: 1, noNaN: true }),
  tx: fc.integer({ min: -5000, max: 5000 }),
  ty: fc.integer({ min: -5000, max: 5000 }),
})
const anyPoint = fc.record({ x: fc.integer({ min: 0, max: 390 }), y: fc.integer({ min: 0, max: 844 }) })

function near(a: { x: number; y: number }, b: { x: number; y: number }): void {
  expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThan(1e-6 * (1 + Math.abs(a.x) + Math.abs(a.y)))
}

describe('the view', () => {
  it('fits the whole box into the free part of the screen, in its middle', () => {
    const view = fitBox(content, viewport, 16)
    const topLeft = toScreen(view, { x: content.minX, y: content.minY })
    const bottomRight = toScreen(view, { x: content.maxX, y: content.maxY })
    expect(topLeft.x).toBeCloseTo(16)
    expect(bottomRight.x).toBeCloseTo(374)
    expect(topLeft.y + bottomRight.y).toBeCloseTo(644)
    expect(fitBox({ minX: 0, minY: 0, maxX: 10, maxY: 10 }, viewport, 16, 0.8).scale).toBe(0.8)
  })

  it('leads from plan to screen and back', () => {
    fc.assert(
      fc.property(anyView, anyPoint, (view, point) => near(toScreen(view, toPlan(view, point)), point)),
    )
  })

  it('keeps the point under the pointer while zooming, also at a limit', () => {
    fc.assert(
      fc.property(anyView, anyPoint, fc.double({ min: 0.1, max: 10, noNaN: true }), (view, at, factor) => {
        const zoomed = zoomAt(view, factor, at, limits)
        near(toPlan(zoomed, at), toPlan(view, at))
        expect(zoomed.scale).toBeLessThanOrEqual(limits.maxScale)
        expect(zoomed.scale).toBeGreaterThanOrEqual(limits.minScale)
      }),
    )
  })

  it('keeps the plan under the middle of two fingers', () => {
    fc.assert(
      fc.property(anyView, anyPoint, anyPoint, anyPoint, anyPoint, (view, a, b, c, d) => {
        const before = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
        const after = { x: (c.x + d.x) / 2, y: (c.y + d.y) / 2 }
        near(toPlan(pinch(view, [a, b], [c, d], limits), after), toPlan(view, before))
      }),
    )
  })

  it('never lets the plan be pushed out of reach, and leaves an allowed view alone', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const clamped = clampView(view, viewport, limits)
        const seen = visibleBox(clamped, viewport)
        expect(seen.minX < content.maxX && seen.maxX > content.minX).toBe(true)
        expect(seen.minY < content.maxY && seen.maxY > content.minY).toBe(true)
        const again = clampView(clamped, viewport, limits)
        near({ x: again.tx, y: again.ty }, { x: clamped.tx, y: clamped.ty })
      }),
    )
    const fitted = fitBox(content, viewport, 16)
    expect(clampView(fitted, viewport, limits)).toEqual(fitted)
  })

  it('glides from one view to another and holds still what both show in one place', () => {
    const from: View = fitBox(content, viewport, 16)
    const to = zoomAt(from, 4, { x: 100, y: 300 }, limits)
    near(toPlan(mixViews(from, to, 0.37, viewport), { x: 100, y: 300 }), toPlan(from, { x: 100, y: 300 }))
    expect(mixViews(from, to, 0, viewport).scale).toBeCloseTo(from.scale)
    expect(mixViews(from, to, 1, viewport).tx).toBeCloseTo(to.tx)
    expect(mixViews(from, panBy(from, 40, 0), 0.5, viewport).tx).toBeCloseTo(from.tx + 20)
  })
})
