import { seatAt } from '../grid'
import type { Box } from '../outline'
import { SEAT_STATE } from '../plan'
import { panBy, pinch, toPlan, toScreen, type View, zoomAt } from '../view'
import { rowEnd, seatInSection, walkFrom } from '../walk'
import type { Camera } from './camera'
import type { GestureHandlers } from './gestures'
import type { KeyIntent } from './keys'
import type { Context2D, Scene } from './scene'
import { aimAt, isAimable, isWholeInView, NEAR_PITCH_PX, nearestClear } from './target'

type Point = { x: number; y: number }

/** What the controls tell the page. */
export type ControlEvents = {
  onChoose(index: number): void
  onHover?(index: number, at: Point): void
  onFocus?(index: number, at: Point): void
  /** A tap where seats are too small to aim at came nearer instead: now they can be chosen. */
  onNear?(): void
  onHelp?(): void
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

/** Takes dragging over while it is meant, the lasso say. Its code comes with whoever wants it, not with the map. */
export type PointerTool = {
  /** Taken up: dragging is its own until it is put down. */
  readonly isReady: boolean
  take(isReady: boolean): void
  /** Whether dragging this pointer is for the tool. */
  isMeant(pointer: string, isShift: boolean): boolean
  trace(at: Point): void
  end(isDrawn: boolean): void
  /** False where there was nothing to end. */
  cancel(): boolean
  /** Over everything else, in CSS pixels. */
  draw(ctx: Context2D): void
}

/** Turns gestures and keys into moves of the camera and choices of seats. */
export class Controls implements GestureHandlers {
  tool: PointerTool | null = null
  /** The seat that was focused or chosen last, kept while the canvas has not the focus; -1 for none yet. */
  private current = -1
  /** Where a glide led that the pointer broke off by coming down. */
  private brokenOff: View | null = null

  constructor(
    readonly target: ControlTarget,
    private readonly events: ControlEvents,
  ) {}

  onTap(at: Point, pointer: string, isSecond: boolean): void {
    const { scene, camera } = this.target
    // The second tap of two, while the first still brings the map nearer: the seat under it is nobody's choice.
    if (isSecond && this.brokenOff) {
      this.glideTo(this.brokenOff)
      return
    }
    const index = aimAt(scene, camera.view, at, pointer)
    if (!isAimable(scene, camera.view, pointer)) {
      if (this.zoomTowards(at)) this.events.onNear?.()
    } else if (index < 0) {
      if (isSecond) this.zoomTo(camera.view.scale * 2, at)
    } else if (!isSecond || index !== this.current) {
      this.focusSeat(-1)
      this.current = index
      this.events.onChoose(index)
    }
  }

  onHover(at: Point | null): void {
    const { scene, camera, marks } = this.target
    const canAim = at !== null && isAimable(scene, camera.view, 'mouse')
    const index = canAim ? aimAt(scene, camera.view, at, 'mouse') : -1
    this.target.setCursor(this.tool?.isReady ? 'crosshair' : this.cursorFor(index))
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
    const { camera } = this.target
    const destination = camera.destination()
    this.brokenOff = destination === camera.view ? null : destination
    camera.stop()
  }

  isTracing(pointer: string, isShift: boolean): boolean {
    return this.tool?.isMeant(pointer, isShift) ?? false
  }

  onTrace(at: Point): void {
    this.tool?.trace(at)
  }

  onTraceEnd(isDrawn: boolean): void {
    this.tool?.end(isDrawn)
  }

  /** Does what a key asks for. */
  onKey(intent: KeyIntent): void {
    if (intent.kind === 'zoom') this.zoomBy(intent.factor)
    else if (intent.kind === 'fit') this.target.showBox(this.target.scene.content)
    else if (intent.kind === 'help') this.events.onHelp?.()
    else if (intent.kind === 'lasso') this.tool?.take(!this.tool.isReady)
    else if (intent.kind === 'cancel') this.tool?.cancel()
    else this.onSeatKey(intent)
  }

  /** The canvas has the keyboard again: the seat that had it before has it still, and is brought into view. */
  resumeFocus(): void {
    if (this.current >= 0) this.walkTo(this.current)
  }

  /** The seat the keyboard goes on from, without going there yet. */
  remember(index: number): void {
    this.current = index
  }

  /** Marks a seat as focused without moving there; -1 for none. */
  focusSeat(index: number): void {
    const { marks } = this.target
    if (index >= 0) this.current = index
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
    this.glideTo({ scale, tx, ty })
  }

  private onSeatKey(intent: Extract<KeyIntent, { kind: 'choose' | 'row-end' | 'section' | 'walk' }>): void {
    const { scene, marks } = this.target
    const from = marks.focused >= 0 ? marks.focused : this.current
    // Nothing is chosen before it is seen which seat it would be.
    if (from < 0 || (intent.kind === 'choose' && marks.focused < 0))
      this.walkTo(from < 0 ? this.firstFocus() : from)
    else if (intent.kind === 'choose') this.events.onChoose(from)
    else if (intent.kind === 'row-end') this.walkTo(rowEnd(scene.map, from, intent.end))
    else if (intent.kind === 'section') this.walkTo(seatInSection(scene.map, scene.states, from, intent.step))
    else this.walkTo(walkFrom(scene.map, scene.grid, from, intent.direction))
  }

  /** From afar a tap means "there": near enough to choose (then true), or just closer where nothing is under it. */
  private zoomTowards(at: Point): boolean {
    const { scene, camera } = this.target
    const near = NEAR_PITCH_PX / scene.pitchCm
    const point = toPlan(camera.view, at)
    const seat = seatAt(scene.map, scene.grid, point.x, point.y, scene.pitchCm * 4)
    const scale = seat < 0 ? Math.min(near, camera.view.scale * 2.5) : near
    this.zoomTo(scale, at)
    return scale === near
  }

  /** What was under `at` is kept there, or comes to where nothing stands over the map. */
  private zoomTo(scale: number, at: Point): void {
    const { camera } = this.target
    const zoomed = zoomAt(camera.view, scale / camera.view.scale, at, camera.limits)
    const clear = nearestClear(camera.viewport, at)
    this.onHover(null)
    this.glideTo(panBy(zoomed, clear.x - at.x, clear.y - at.y))
  }

  private glideTo(view: View): void {
    this.target.camera.glideTo(view, performance.now())
    this.target.moved()
  }

  private walkTo(index: number): void {
    const { scene, camera } = this.target
    const view = camera.destination()
    const at = toScreen(view, this.placeOf(index))
    const clear = nearestClear(camera.viewport, at)
    const isClear =
      (clear.x === at.x && clear.y === at.y) || isWholeInView(view, camera.viewport, scene.content)
    if (!isClear || scene.pitchCm * view.scale < 14) this.showSeat(index)
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
