import type { Box } from '../outline'
import { panBy, toScreen, type View, zoomAt } from '../view'
import type { Camera } from './camera'
import type { Context2D, Scene } from './scene'
import { NEAR_PITCH_PX, nearestClear } from './target'

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

/** Moves of the camera and of the focus, for the page, and for the pointer and the keyboard, which come a little later. */
export class Controls {
  tool: PointerTool | null = null
  /** The seat that was focused or chosen last, kept while the canvas has not the focus; -1 for none yet. */
  current = -1

  constructor(
    readonly target: ControlTarget,
    readonly events: ControlEvents,
  ) {}

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

  /** Marks a seat as being under the pointer; -1 for none. */
  hover(index: number): void {
    const { marks } = this.target
    if (index === marks.hovered) return
    marks.hovered = index
    this.target.moved()
    this.events.onHover?.(index, index < 0 ? { x: 0, y: 0 } : this.spotOf(index))
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

  /** What was under `at` is kept there, or comes to where nothing stands over the map. */
  zoomTo(scale: number, at: Point): void {
    const { camera } = this.target
    const zoomed = zoomAt(camera.view, scale / camera.view.scale, at, camera.limits)
    const clear = nearestClear(camera.viewport, at)
    this.hover(-1)
    this.glideTo(panBy(zoomed, clear.x - at.x, clear.y - at.y))
  }

  glideTo(view: View): void {
    this.target.camera.glideTo(view, performance.now())
    this.target.moved()
  }

  placeOf(index: number): Point {
    const { map } = this.target.scene
    return { x: map.x[index] as number, y: map.y[index] as number }
  }

  private spotOf(index: number): Point {
    // Where it will be once the map has come to rest: what is shown beside it should not have to follow.
    return toScreen(this.target.camera.destination(), this.placeOf(index))
  }
}
