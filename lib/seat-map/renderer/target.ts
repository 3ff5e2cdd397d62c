import { seatAt } from '../grid'
import type { Box } from '../outline'
import { toPlan, toScreen, type View, type Viewport } from '../view'
import type { Scene } from './scene'

type Point = { x: number; y: number }

/** Seats closer together than this on screen are too small to aim at: a tap brings them nearer (WCAG 2.5.8). */
const MIN_TOUCH_PITCH_PX = 24
/** A mouse aims better. */
const MIN_MOUSE_PITCH_PX = 9
/** After a tap from afar, seats are this far apart. */
export const NEAR_PITCH_PX = 34

/** The seat under a point of the screen, or -1; `pointer` is a PointerEvent's pointerType. */
export function aimAt(scene: Scene, view: View, at: Point, pointer: string): number {
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

/** This share of the free part of the screen along each edge may have something standing over it: tools, a minimap. */
const EDGE_SHARE = { x: 0.3, y: 0.2 }

/** The point itself, or the nearest where nothing stands over the map and there is room for a seat's card. */
export function nearestClear({ width, height, insets }: Viewport, at: Point): Point {
  const freeWidth = width - insets.left - insets.right
  const freeHeight = height - insets.top - insets.bottom
  return {
    x: between(at.x, insets.left, freeWidth, EDGE_SHARE.x),
    y: between(at.y, insets.top, freeHeight, EDGE_SHARE.y),
  }
}

/** True where the free part of the screen shows all of the box, give or take a pixel. */
export function isWholeInView(view: View, { width, height, insets }: Viewport, box: Box): boolean {
  const from = toScreen(view, { x: box.minX, y: box.minY })
  const to = toScreen(view, { x: box.maxX, y: box.maxY })
  return (
    from.x >= insets.left - 1 &&
    from.y >= insets.top - 1 &&
    to.x <= width - insets.right + 1 &&
    to.y <= height - insets.bottom + 1
  )
}

function between(value: number, start: number, size: number, share: number): number {
  return Math.min(start + size * (1 - share), Math.max(start + size * share, value))
}
