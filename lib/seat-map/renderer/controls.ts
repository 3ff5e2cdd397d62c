import { seatAt } from '../grid'
import type { Box } from '../outline'
import { SEAT_STATE } from '../plan'
import { panBy, pinch, toPlan, toScreen, zoomAt } from '../view'
import { rowEnd, walkFrom } from '../walk'
import type { Camera } from './camera'
import type { GestureHandlers } from './gestures'
import type { KeyIntent } from './keys'
import type { Scene } from './scene'
import { aimAt, isAimable, NEAR_PITCH_PX } from './target'

type Point = { x: number; y: number }

/** What the controls tell the page. */
export type ControlEvents = {
  onChoose(index: number): void
  onHover?(index: number, at: Point): void
  onFocus?(index: number, at: Point): void
}

export type ControlTarget = {
  scene: Scene
  camera: Camera
  marks: { hovered: number; focused: number }
  /** The view or a mark changed. */
  moved(): void
  /** Shows a box as big as it fits. */
  showBox(box: Box): void
  setCursor(cursor: string): void
}

/** Turns gestures and keys into moves of the camera and choices of seats. */
export class Controls implements GestureHandlers {
  constructor(
    private readonly target: ControlTarget,
    private readonly events: ControlEvents,
  ) {}

  onTap(at: Point, pointer: string, isSecond: boolean): void {
    const { scene, camera } = this.target
    const index = aimAt(scene, camera.view, at, pointer)
    if (isAimable(scene, camera.view, pointer) && index >= 0) {
      this.focusSeat(-1)
      this.events.onChoose(index)
    } else if (!isAimable(scene, camera.view, pointer)) this.zoomTowards(at)
    else if (isSecond) this.zoomTo(camera.view.scale * 2, at)
  }

  onHover(at: Point | null): void {
    const { scene, camera, marks } = this.target
    const canAim = at !== null && isAimable(scene, camera.view, 'mouse')
    const index = canAim ? aimAt(scene, camera.view, at, 'mouse') : -1
    this.target.setCursor(this.cursorFor(index))
    if (index === marks.hovered) return
    marks.hovered = index
    this.target.moved()
    this.events.onHover?.(index, index < 0 ? { x: 0, y: 0 } : this.spotOf(index))
  }

  onPan(dx: number, dy: number): void {
    this.target.camera.set(panBy(this.target.camera.view, dx, dy))
    this.target.setCursor('grabbing')
    this.target.moved()
  }

  onPanEnd(vx: number, vy: number): void {
    this.target.camera.fling(vx, vy, performance.now())
    this.target.setCursor('grab')
    this.target.moved()
  }

  onPinch(before: [Point, Point], after: [Point, Point]): void {
    const { camera } = this.target
    camera.set(pinch(camera.view, before, after, camera.limits))
    this.target.moved()
  }

  onWheel(factor: number, at: Point): void {
    const { camera } = this.target
    camera.set(zoomAt(camera.view, factor, at, camera.limits))
    this.onHover(null)
    this.target.moved()
  }

  onGrab(): void {
    this.target.camera.stop()
  }

  /** Does what a key asks for. */
  onKey(intent: KeyIntent): void {
    const { scene, marks } = this.target
    if (intent.kind === 'zoom') this.zoomBy(intent.factor)
    else if (intent.kind === 'fit') this.target.showBox(scene.content)
    else if (marks.focused < 0) this.walkTo(this.firstFocus())
    else if (intent.kind === 'choose') this.events.onChoose(marks.focused)
    else if (intent.kind === 'row-end') this.walkTo(rowEnd(scene.map, marks.focused, intent.end))
    else this.walkTo(walkFrom(scene.map, scene.grid, marks.focused, intent.direction))
  }

  /** Marks a seat as focused without moving there; -1 for none. */
  focusSeat(index: number): void {
    const { marks } = this.target
    if (marks.focused === index) return
    marks.focused = index
    this.target.moved()
    this.events.onFocus?.(index, index < 0 ? { x: 0, y: 0 } : this.spotOf(index))
  }

  /** Zooms around the middle of the screen. */
  zoomBy(factor: number): void {
    const { camera } = this.target
    const middle = { x: camera.viewport.width / 2, y: camera.viewport.height / 2 }
    this.zoomTo(camera.destination().scale * factor, middle)
  }

  /** Brings a seat to the middle, near enough to choose it. */
  showSeat(index: number): void {
    const { scene, camera } = this.target
    const { x, y } = this.placeOf(index)
    const scale = Math.max(camera.view.scale, NEAR_PITCH_PX / scene.pitchCm)
    const { width, height, insets } = camera.viewport
    const tx = (width + insets.left - insets.right) / 2 - x * scale
    const ty = (height + insets.top - insets.bottom) / 2 - y * scale
    camera.glideTo({ scale, tx, ty }, performance.now())
    this.target.moved()
  }

  /** From afar a tap means "there": near enough to choose, or closer where nothing is under it. */
  private zoomTowards(at: Point): void {
    const { scene, camera } = this.target
    const near = NEAR_PITCH_PX / scene.pitchCm
    const point = toPlan(camera.view, at)
    const seat = seatAt(scene.map, scene.grid, point.x, point.y, scene.pitchCm * 4)
    this.zoomTo(seat < 0 ? Math.min(near, camera.view.scale * 2.5) : near, at)
  }

  private zoomTo(scale: number, at: Point): void {
    const { camera } = this.target
    camera.glideTo(zoomAt(camera.view, scale / camera.view.scale, at, camera.limits), performance.now())
    this.onHover(null)
    this.target.moved()
  }

  private walkTo(index: number): void {
    const { scene, camera } = this.target
    const view = camera.destination()
    const { x, y } = toScreen(view, this.placeOf(index))
    const { width, height, insets } = camera.viewport
    const margin = 48
    const isInside =
      x > insets.left + margin &&
      x < width - insets.right - margin &&
      y > insets.top + margin &&
      y < height - insets.bottom - margin
    if (!isInside || scene.pitchCm * view.scale < 14) this.showSeat(index)
    this.focusSeat(index)
  }

  /** The free seat nearest to the middle of the screen, where the keyboard starts. */
  private firstFocus(): number {
    const { scene, camera } = this.target
    const { map, states } = scene
    const middle = toPlan(camera.view, { x: camera.viewport.width / 2, y: camera.viewport.height / 2 })
    let nearest = 0
    let best = Infinity
    for (let index = 0; index < map.seatCount; index++) {
      if (states[index] !== SEAT_STATE.free) continue
      const distance = Math.hypot((map.x[index] as number) - middle.x, (map.y[index] as number) - middle.y)
      if (distance < best) [best, nearest] = [distance, index]
    }
    return nearest
  }

  private cursorFor(index: number): string {
    const { states, mine } = this.target.scene
    if (index < 0) return 'grab'
    return states[index] === SEAT_STATE.free || mine.has(index) ? 'pointer' : 'not-allowed'
  }

  private placeOf(index: number): Point {
    const { map } = this.target.scene
    return { x: map.x[index] as number, y: map.y[index] as number }
  }

  private spotOf(index: number): Point {
    // Where it will be once the map has come to rest: what is shown beside it should not have to follow.
    return toScreen(this.target.camera.destination(), this.placeOf(index))
  }
}
