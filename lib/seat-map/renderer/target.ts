import { seatAt } from '../grid'
import { toPlan, type View } from '../view'
import type { Scene } from './scene'

/** Seats closer together than this on screen are too small to aim at: a tap brings them nearer (WCAG 2.5.8). */
const MIN_TOUCH_PITCH_PX = 24
/** A mouse aims better. */
const MIN_MOUSE_PITCH_PX = 9
/** After a tap from afar, seats are this far apart. */
export const NEAR_PITCH_PX = 34

/** The seat under a point of the screen, or -1; `pointer` is a PointerEvent's pointerType. */
export function aimAt(scene: Scene, view: View, at: { x: number; y: number }, pointer: string): number {
  const point = toPlan(view, at)
  // Fingers may miss by a little more than half a seat, never by as much as the next one.
  const reach = scene.pitchCm * (pointer === 'mouse' ? 0.55 : 0.75)
  return seatAt(scene.map, scene.grid, point.x, point.y, reach)
}

/** True where seats are big enough on screen to be chosen by this pointer. */
export function isAimable(scene: Scene, view: View, pointer: string): boolean {
  const pitchPx = scene.pitchCm * view.scale
  return pitchPx >= (pointer === 'mouse' ? MIN_MOUSE_PITCH_PX : MIN_TOUCH_PITCH_PX)
}
