import { describe, expect, it } from 'vitest'
import { decodePlan, type SeatMap } from './decode-plan'
import { encodePlan } from './encode-plan'
import { boxOf } from './outline'
import type { DraftSection, PlanDraft } from './plan'
import { groundAt, slopeOf } from './seat-heights'
import { type SeatView, VIEW_HEIGHT, VIEW_WIDTH, type ViewKind, viewFromSeat } from './seat-view'

const ROW_CM = 90

/** Rows of eleven seats around x = 2000, the first of them at `y`. */
function block(name: string, y: number, rows: number, x = 2000): DraftSection {
  return {
    name,
    zone: name,
    kind: 'seated',
    rows: Array.from({ length: rows }, (_, row) => ({
      name: String(row + 1),
      seats: Array.from({ length: 11 }, (_, at) => ({
        number: String(at + 1),
        x: x + (at - 5) * 55,
        y: y + row * ROW_CM,
        category: 0,
      })),
    })),
  }
}

function houseOf(
  sections: DraftSection[],
  decor: PlanDraft['decor'] = [STAGE],
  focus = [2000, 500],
): SeatMap {
  const categories = [{ id: 'cat-1', name: 'All', color: '#336699' }]
  const size = { name: 'House', width: 6000, height: 6000, focus: focus as [number, number] }
  const encoded = encodePlan({ ...size, categories, decor, sections }, { id: 'house', version: 1 })
  if (!encoded.ok) throw new Error(JSON.stringify(encoded.issues))
  return decodePlan(encoded.plan)
}

const STAGE = { kind: 'stage' as const, outline: [1500, 100, 2500, 100, 2500, 500, 1500, 500] }
const house = houseOf([block('Stalls', 900, 10), block('Balcony', 2200, 4), block('Side', 900, 3, 4000)])
const seat = (label: string) => house.indexOf(label)

function boxOfKind({ shapes }: SeatView, kind: ViewKind) {
  const own = shapes.filter((shape) => shape.kind === kind)
  expect(own.length).toBeGreaterThan(0)
  return boxOf(own.flatMap(({ points }) => points))
}

function widthOf(view: SeatView): number {
  const box = boxOfKind(view, 'stage')
  return box.maxX - box.minX
}

/** How high the backdrop is drawn at its left and at its right end. */
function endsOfBackdrop({ shapes }: SeatView): [number, number] {
  const wall = shapes.find(({ kind }) => kind === 'backdrop')?.points ?? []
  const corners = Array.from({ length: wall.length / 2 }, (_, at) => [
    wall[at * 2] ?? 0,
    wall[at * 2 + 1] ?? 0,
  ])
  const byX = corners.sort(([a = 0], [b = 0]) => a - b)
  const rise = (pair: number[][]) => Math.abs((pair[0]?.[1] ?? 0) - (pair[1]?.[1] ?? 0))
  return [rise(byX.slice(0, 2)), rise(byX.slice(-2))]
}

describe('the view from a seat', () => {
  it('shows a larger stage the nearer the seat is', () => {
    const [near, middle, far] = ['Stalls-3-6', 'Stalls-10-6', 'Balcony-4-6'].map((label) =>
      viewFromSeat(house, seat(label)),
    ) as [SeatView, SeatView, SeatView]
    expect(widthOf(near)).toBeGreaterThan(widthOf(middle) * 1.3)
    expect(widthOf(middle)).toBeGreaterThan(widthOf(far) * 1.3)
    expect(near.distanceM).toBeLessThan(far.distanceM)
  })

  it('has the stage straight ahead in the middle, and skewed at the side', () => {
    const [left, right] = endsOfBackdrop(viewFromSeat(house, seat('Stalls-8-6')))
    expect(left).toBeCloseTo(right, 1)
    // From the right the right end of the back wall is nearer, so it is drawn higher.
    const aside = viewFromSeat(house, seat('Side-2-6'))
    const [far, near] = endsOfBackdrop(aside)
    expect(near).toBeGreaterThan(far * 1.1)
    expect(aside.sideDegrees).toBeGreaterThan(40)
  })

  it('looks down from a balcony, and up or level from the first rows', () => {
    const stalls = viewFromSeat(house, seat('Stalls-1-6'))
    const balcony = viewFromSeat(house, seat('Balcony-1-6'))
    expect(stalls.downDegrees).toBeLessThan(3)
    expect(balcony.downDegrees).toBeGreaterThan(stalls.downDegrees + 8)
    expect(balcony.horizonY).toBeLessThan(VIEW_HEIGHT / 2 - 20)
    const stage = boxOfKind(balcony, 'stage')
    const level = boxOfKind(viewFromSeat(house, seat('Stalls-10-6')), 'stage')
    // From above more is seen of the boards: deeper beside their width.
    const depth = ({ minY, maxY, minX, maxX }: typeof stage) => (maxY - minY) / (maxX - minX)
    expect(depth(stage)).toBeGreaterThan(depth(level) * 2)
  })

  it('keeps what the house looks at in the middle of the picture', () => {
    const stage = boxOfKind(viewFromSeat(house, seat('Balcony-2-2')), 'stage')
    expect((stage.minX + stage.maxX) / 2).toBeGreaterThan(VIEW_WIDTH * 0.4)
    expect((stage.minX + stage.maxX) / 2).toBeLessThan(VIEW_WIDTH * 0.6)
  })

  it('shows the pitch, with no side to sit on, where there are seats all around', () => {
    const pitch = { kind: 'pitch' as const, outline: [1500, 1500, 3500, 1500, 3500, 2500, 1500, 2500] }
    const north = { ...block('North', 500, 4, 2500), rows: block('North', 500, 4, 2500).rows.reverse() }
    const ground = houseOf([north, block('South', 3200, 4, 2500)], [pitch], [2500, 2000])
    const view = viewFromSeat(ground, ground.indexOf('South-4-6'))
    expect(view).toMatchObject({ looksAt: 'pitch', sideDegrees: 0 })
    expect(boxOfKind(view, 'pitch').maxX).toBeGreaterThan(VIEW_WIDTH / 2)
    expect(view.shapes.some(({ kind }) => kind === 'backdrop')).toBe(false)
  })

  it('can be drawn from every seat', () => {
    for (let index = 0; index < house.seatCount; index++) {
      const { shapes } = viewFromSeat(house, index)
      expect(shapes.some(({ kind }) => kind === 'stage')).toBe(true)
      for (const { points } of shapes) expect(points.every(Number.isFinite)).toBe(true)
    }
  })
})

describe('the heights of a house', () => {
  it('rise from row to row, and by a storey to the balcony', () => {
    const stalls = slopeOf(house, 0)
    const balcony = slopeOf(house, 1)
    expect(stalls.baseCm).toBe(0)
    expect(groundAt(house, 0, 2000, 900 + 9 * ROW_CM)).toBeGreaterThan(groundAt(house, 0, 2000, 900))
    expect(balcony.baseCm).toBeGreaterThan(stalls.rake * stalls.depthCm + 200)
    expect(balcony.rake).toBeGreaterThan(stalls.rake)
  })

  it('begin at the row nearest to the stage, whichever way the rows are named', () => {
    const turned = houseOf([{ ...block('Stalls', 900, 5), rows: block('Stalls', 900, 5).rows.reverse() }])
    expect(slopeOf(turned, 0).frontRow.name).toBe('1')
  })
})
