import type { SeatMap } from './decode-plan'
import { SEAT_STATE } from './plan'

/**
 * The free seats from one seat to another of its row, the second included, in the order they are come by; at most
 * `max`. Seats of other rows are no run: then only the second, if it is free.
 */
export function runBetween(
  map: Pick<SeatMap, 'rowOf'>,
  states: ArrayLike<number>,
  from: number,
  to: number,
  max: number,
): number[] {
  const step = Math.sign(to - from)
  const isRow = map.rowOf[from] === map.rowOf[to] && step !== 0
  const seats: number[] = []
  for (let seat = isRow ? from + step : to; seats.length < max; seat += step) {
    if (states[seat] === SEAT_STATE.free) seats.push(seat)
    if (seat === to) break
  }
  return seats
}
