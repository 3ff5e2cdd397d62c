import { SEAT_STATE } from '../plan'
import { mixColors } from './color'
import type { Scene } from './scene'

/** Seat states, and one more for a free seat that the filter leaves out. */
export const STATE_COUNT = 5
export const UNWANTED = 4

/** A seat's category and how it is drawn, as one number: category × STATE_COUNT + state or UNWANTED. */
export function lookOf({ map, states, wanted }: Scene, index: number): number {
  const category = map.category[index] as number
  const state = states[index] as number
  const isUnwanted = state === SEAT_STATE.free && wanted !== null && !wanted.has(category)
  return category * STATE_COUNT + (isUnwanted ? UNWANTED : state)
}

/** The colour of each look. */
export function seatColors({ map, theme }: Pick<Scene, 'map' | 'theme'>): string[] {
  const taken = [0, 1, 2, 3, 4].map((state) => takenColor(theme, state))
  return map.categories.flatMap(({ color }) =>
    taken.map((other, state) => (state === SEAT_STATE.free ? color : other)),
  )
}

function takenColor(theme: Scene['theme'], state: number): string {
  if (state === SEAT_STATE.held) return theme.held
  if (state === UNWANTED) return mixColors(theme.labelMuted, theme.section, 0.5)
  return state === SEAT_STATE.sold ? theme.sold : theme.blocked
}
