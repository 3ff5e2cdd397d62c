import { ACCESSIBLE, type BlockMap, joinSeats } from './blocks'
import { SEAT_STATE } from './plan'

/** What a choice would have to change. */
export type SeatSwap = { hold: number[]; release: number[] }

export type LoneSeats = {
  /** Left free between taken ones by this choice; hard to sell to anybody. */
  seats: number[]
  /** Leaves none: the choice moved along by a seat, or else the lone seats taken too. Null where neither can be. */
  fix: SeatSwap | null
}

/**
 * Single free seats that the choice leaves alone in their row; null where there are none. It does not count seats that
 * were alone before, standing places, tables, or what is kept for wheelchairs and companions. `states` has one
 * SeatState a seat; those of `chosen` do not matter.
 */
export function findLoneSeats(
  map: BlockMap,
  states: ArrayLike<number>,
  chosen: ReadonlySet<number>,
  maxSeats: number,
): LoneSeats | null {
  const seats = loneSeats(map, states, chosen)
  if (seats.length === 0) return null
  const shift = shiftsOf(map, states, chosen, seats).find(
    (swap) => loneSeats(map, freed(states, chosen), swapped(chosen, swap)).length === 0,
  )
  const canTake = chosen.size + seats.length <= maxSeats
  return { seats, fix: shift ?? (canTake ? { hold: seats, release: [] } : null) }
}

function loneSeats(map: BlockMap, states: ArrayLike<number>, chosen: ReadonlySet<number>): number[] {
  const lone = new Set<number>()
  for (const seat of chosen) {
    for (const beside of neighboursOf(map, seat)) {
      if (!isFree(states, chosen, beside) || !counts(map, beside)) continue
      if (!neighboursOf(map, beside).some((next) => isFree(states, chosen, next))) lone.add(beside)
    }
  }
  return [...lone].sort((a, b) => a - b)
}

/** Each run of the choice that ends at a lone seat, one seat on or one seat back, within its category. */
function shiftsOf(
  map: BlockMap,
  states: ArrayLike<number>,
  chosen: ReadonlySet<number>,
  lone: readonly number[],
): SeatSwap[] {
  return lone.flatMap((seat) =>
    neighboursOf(map, seat)
      .filter((end) => chosen.has(end))
      .flatMap((end) => {
        const far = endOfRun(map, chosen, end, Math.sign(end - seat))
        const before = neighboursOf(map, far).find((next) => next !== seat && isFree(states, chosen, next))
        const on = { hold: [seat], release: [far] }
        const back = before === undefined ? [] : [{ hold: [before], release: [end] }]
        return [on, ...back].filter(({ hold, release }) => isAlike(map, hold[0] ?? -1, release[0] ?? -1))
      }),
  )
}

function endOfRun(map: BlockMap, chosen: ReadonlySet<number>, from: number, step: number): number {
  let at = from
  while (chosen.has(at + step) && neighboursOf(map, at).includes(at + step)) at += step
  return at
}

/** A seat for the same money and of the same kind. */
function isAlike(map: BlockMap, a: number, b: number): boolean {
  return map.category[a] === map.category[b] && map.flags[a] === map.flags[b]
}

/** The states as they are once the choice is given back. */
function freed(states: ArrayLike<number>, chosen: ReadonlySet<number>): Uint8Array {
  const after = Uint8Array.from(states)
  for (const seat of chosen) after[seat] = SEAT_STATE.free
  return after
}

function swapped(chosen: ReadonlySet<number>, { hold, release }: SeatSwap): Set<number> {
  const left = [...chosen].filter((seat) => !release.includes(seat))
  return new Set([...left, ...hold])
}

function neighboursOf(map: BlockMap, seat: number): number[] {
  const joined = joinSeats(map)
  const before = seat > 0 && joined[seat - 1] === 1 ? [seat - 1] : []
  return joined[seat] === 1 ? [...before, seat + 1] : before
}

function isFree(states: ArrayLike<number>, chosen: ReadonlySet<number>, seat: number): boolean {
  return states[seat] === SEAT_STATE.free && !chosen.has(seat)
}

function counts(map: BlockMap, seat: number): boolean {
  const row = map.rows[map.rowOf[seat] ?? -1]
  const kind = map.sections[row?.sectionIndex ?? -1]?.kind
  return kind === 'seated' && ((map.flags[seat] ?? 0) & ACCESSIBLE) === 0
}
