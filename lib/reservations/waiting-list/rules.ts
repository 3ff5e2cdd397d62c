import { SEAT_FLAG, SEAT_STATE } from '@/lib/seat-map/plan'

type Seats = { seatCount: number; category: ArrayLike<number>; flags: ArrayLike<number> }
type Wish = { seatCount: number; takesFewer: boolean }

/** Places for wheelchairs and for who comes along are nobody's turn: they go back on sale, for who needs them. */
export function isInLine(map: Pick<Seats, 'flags'>, seat: number): boolean {
  return ((map.flags[seat] ?? 0) & (SEAT_FLAG.wheelchair | SEAT_FLAG.companion)) === 0
}

/** By category index: how many free seats anyone can have. */
export function countFree(map: Seats, states: ArrayLike<number>): Map<number, number> {
  const free = new Map<number, number>()
  for (let seat = 0; seat < map.seatCount; seat += 1) {
    if (states[seat] !== SEAT_STATE.free || !isInLine(map, seat)) continue
    const category = map.category[seat] ?? 0
    free.set(category, (free.get(category) ?? 0) + 1)
  }
  return free
}

/** How many of `available` seats somebody would take; 0 where they are too few. */
export function takesOf({ seatCount, takesFewer }: Wish, available: number): number {
  if (available >= seatCount) return seatCount
  return takesFewer ? available : 0
}
