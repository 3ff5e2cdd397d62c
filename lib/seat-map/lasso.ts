import type { SeatMap } from './decode-plan'
import { type SeatGrid, visitSeats } from './grid'
import { boxOf } from './outline'

/**
 * The seats whose middle lies inside a loop drawn by hand, in seat order. The loop is flat x0,y0,x1,y1,… in
 * centimetres and closes itself; where it crosses itself, what it went around more than once is inside too. Fewer than
 * three points hold nothing.
 */
export function seatsInLoop(
  map: Pick<SeatMap, 'x' | 'y'>,
  grid: SeatGrid,
  loop: ArrayLike<number>,
): number[] {
  if (loop.length < 6) return []
  const seats: number[] = []
  visitSeats(grid, boxOf(loop), (index) => {
    if (turnsAround(loop, map.x[index] as number, map.y[index] as number) !== 0) seats.push(index)
  })
  return seats.sort((a, b) => a - b)
}

/** The middle of the box around a loop. */
export function middleOf(loop: ArrayLike<number>): { x: number; y: number } {
  const { minX, minY, maxX, maxY } = boxOf(loop)
  return { x: (minX + maxX) / 2, y: (minY + maxY) / 2 }
}

/** How often the loop goes around a point: its winding number. */
function turnsAround(loop: ArrayLike<number>, x: number, y: number): number {
  let turns = 0
  for (let i = 0, j = loop.length - 2; i < loop.length; j = i, i += 2) {
    const fromX = loop[j] as number
    const fromY = loop[j + 1] as number
    const toX = loop[i] as number
    const toY = loop[i + 1] as number
    if (fromY <= y === toY <= y) continue
    // Which side of the edge the point lies on.
    const side = (toX - fromX) * (y - fromY) - (x - fromX) * (toY - fromY)
    if (toY > fromY && side > 0) turns++
    else if (toY < fromY && side < 0) turns--
  }
  return turns
}
