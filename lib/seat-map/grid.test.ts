import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGrid, countSeatsIn, seatAt, visitSeats } from './grid'
import { hallMap } from './testing/hall'
import { rowEnd, walkFrom } from './walk'

const coordinate = fc.integer({ min: 0, max: 4000 })
const somewhere = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 200 })

function placed(points: [number, number][]) {
  const x = Uint16Array.from(points, ([px]) => px)
  const y = Uint16Array.from(points, ([, py]) => py)
  return { x, y, seatCount: points.length }
}

describe('the seat grid', () => {
  it('finds the same seat as looking at every one', () => {
    fc.assert(
      fc.property(
        somewhere,
        coordinate,
        coordinate,
        fc.integer({ min: 1, max: 900 }),
        (points, x, y, reach) => {
          const map = placed(points)
          const distances = points.map(([px, py]) => Math.hypot(px - x, py - y))
          const found = seatAt(map, buildGrid(map), x, y, reach)
          const nearest = Math.min(...distances)
          if (nearest > reach) expect(found).toBe(-1)
          else expect(distances[found]).toBe(nearest)
        },
      ),
    )
  })

  it('visits every seat of a box, each once, and counts what it visits', () => {
    fc.assert(
      fc.property(somewhere, coordinate, coordinate, coordinate, coordinate, (points, x0, y0, x1, y1) => {
        const map = placed(points)
        const grid = buildGrid(map)
        const box = {
          minX: Math.min(x0, x1),
          maxX: Math.max(x0, x1),
          minY: Math.min(y0, y1),
          maxY: Math.max(y0, y1),
        }
        const visited: number[] = []
        visitSeats(grid, box, (index) => visited.push(index))
        expect(new Set(visited).size).toBe(visited.length)
        expect(countSeatsIn(grid, box)).toBe(visited.length)
        points.forEach(([x, y], index) => {
          const inside = x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY
          if (inside) expect(visited).toContain(index)
        })
      }),
    )
  })
})

describe('arrow keys', () => {
  const map = hallMap()
  const grid = buildGrid(map)
  const from = (label: string, direction: 'left' | 'right' | 'up' | 'down') =>
    map.label(walkFrom(map, grid, map.indexOf(label), direction))

  it('walk along the row, to the rows around, and across the aisle to the next block', () => {
    expect(from('Left-2-3', 'right')).toBe('Left-2-4')
    expect(from('Left-2-3', 'left')).toBe('Left-2-2')
    expect(from('Left-2-3', 'up')).toBe('Left-1-3')
    expect(from('Left-2-3', 'down')).toBe('Left-3-3')
    expect(from('Left-2-10', 'right')).toBe('Right-2-1')
    expect(from('Right-3-1', 'left')).toBe('Left-3-10')
  })

  it('stay where nothing lies that way', () => {
    expect(from('Left-1-1', 'up')).toBe('Left-1-1')
    expect(from('Left-1-1', 'left')).toBe('Left-1-1')
  })

  it('reach every seat from any other', () => {
    const seen = new Set([0])
    const queue = [0]
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const to = walkFrom(map, grid, next, direction)
        if (!seen.has(to)) queue.push(to)
        seen.add(to)
      }
    }
    expect(seen.size).toBe(map.seatCount)
  })

  it('know both ends of a row', () => {
    expect(map.label(rowEnd(map, map.indexOf('Left-2-3'), 'last'))).toBe('Left-2-10')
    expect(map.label(rowEnd(map, map.indexOf('Left-2-3'), 'first'))).toBe('Left-2-1')
  })
})
