import type { SeatMap } from './decode-plan'

type Point = { x: number; y: number }
type Run = { seats: number[]; distance: number }

/**
 * The best `max` of the seats, in seat order; all of them where they are no more. Seats side by side come first, the
 * run nearest to `middle` before the others (a seat alone only after every run of two); of a run that is longer than
 * what is left to take, the part nearest to `middle`.
 */
export function pickSeats(
  map: Pick<SeatMap, 'x' | 'y' | 'rowOf'>,
  seats: readonly number[],
  middle: Point,
  max: number,
): number[] {
  if (seats.length <= max) return [...seats]
  const away = (seat: number) =>
    Math.hypot((map.x[seat] as number) - middle.x, (map.y[seat] as number) - middle.y)
  const runs = runsOf(map, seats).map((run): Run => ({ seats: run, distance: Math.min(...run.map(away)) }))
  const isAlone = (run: Run) => Number(run.seats.length === 1)
  runs.sort((a, b) => isAlone(a) - isAlone(b) || a.distance - b.distance)
  const picked: number[] = []
  for (const run of runs) {
    if (picked.length >= max) break
    picked.push(...nearestPart(run.seats, max - picked.length, away))
  }
  return picked.sort((a, b) => a - b)
}

/** Seats in seat order → those that are neighbours in a row together. */
function runsOf({ rowOf }: Pick<SeatMap, 'rowOf'>, seats: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const seat of seats) {
    const before = runs.at(-1)?.at(-1)
    if (before === seat - 1 && rowOf[before] === rowOf[seat]) runs.at(-1)?.push(seat)
    else runs.push([seat])
  }
  return runs
}

/** The `count` seats in a line whose farther end is nearest. */
function nearestPart(run: readonly number[], count: number, away: (seat: number) => number): number[] {
  let best = run.slice(0, count)
  let reach = Infinity
  for (let at = 0; at + count <= run.length; at++) {
    const part = run.slice(at, at + count)
    const farther = Math.max(away(part[0] as number), away(part.at(-1) as number))
    if (farther < reach) [best, reach] = [part, farther]
  }
  return best
}
