import type { SeatMap } from './decode-plan'
import { type SeatGrid, visitSeats } from './grid'
import { SEAT_STATE } from './plan'

export type Direction = 'left' | 'right' | 'up' | 'down'

const STEP = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const

/**
 * The seat an arrow key leads to from `index`: as drawn, not as numbered, so that ↑ goes up on screen in every stand.
 * Along its own row where the row runs that way, else the nearest seat within 45° of the arrow; from the edge of a
 * block across the aisle. The seat itself where nothing lies that way.
 */
export function walkFrom(map: SeatMap, grid: SeatGrid, index: number, direction: Direction): number {
  const [stepX, stepY] = STEP[direction]
  const x = map.x[index] as number
  const y = map.y[index] as number
  for (const reachCm of [150, 450, 1_500, 6_000, 70_000]) {
    const found = nearestWithin(map, grid, index, reachCm, (otherX, otherY) => {
      const along = (otherX - x) * stepX + (otherY - y) * stepY
      const across = Math.abs((otherX - x) * stepY) + Math.abs((otherY - y) * stepX)
      // Sideways costs double: the arrow's own line is preferred to a closer seat beside it.
      return along > 0 && across <= along ? along + 2 * across : null
    })
    if (found >= 0) return found
  }
  return index
}

/** The first or last seat of the seat's own row. */
export function rowEnd(map: SeatMap, index: number, end: 'first' | 'last'): number {
  const row = map.rows[map.rowOf[index] as number]
  if (!row) return index
  return end === 'first' ? row.firstSeat : row.firstSeat + row.seatCount - 1
}

/**
 * Where one lands in the section `step` sections on (the list's order, the first after the last): the free seat nearest
 * to its name, or the nearest of all where none is free.
 */
export function seatInSection(map: SeatMap, states: ArrayLike<number>, index: number, step: 1 | -1): number {
  const count = map.sections.length
  const section = map.sections[((map.sectionOf[index] as number) + step + count) % count]
  if (!section) return index
  const [x, y] = section.anchor
  let best = Infinity
  let found = index
  for (let seat = section.firstSeat; seat < section.firstSeat + section.seatCount; seat++) {
    const away = Math.hypot((map.x[seat] as number) - x, (map.y[seat] as number) - y)
    const cost = states[seat] === SEAT_STATE.free ? away : away + 1e6
    if (cost < best) [best, found] = [cost, seat]
  }
  return found
}

function nearestWithin(
  map: SeatMap,
  grid: SeatGrid,
  index: number,
  reachCm: number,
  costOf: (x: number, y: number) => number | null,
): number {
  const x = map.x[index] as number
  const y = map.y[index] as number
  let best = Infinity
  let nearest = -1
  visitSeats(
    grid,
    { minX: x - reachCm, minY: y - reachCm, maxX: x + reachCm, maxY: y + reachCm },
    (other) => {
      if (other === index) return
      const cost = costOf(map.x[other] as number, map.y[other] as number)
      // Beyond the reach a nearer seat could lie outside the visited box.
      if (cost !== null && cost <= reachCm && cost < best) {
        best = cost
        nearest = other
      }
    },
  )
  return nearest
}
