import { seatAt } from '../grid'
import { SEAT_STATE } from '../plan'
import { panBy, pinch, toPlan, type View, zoomAt } from '../view'
import type { Controls } from './controls'
import type { GestureHandlers } from './gestures'
import { aimAt, isAimable, NEAR_PITCH_PX } from './target'

type Point = { x: number; y: number }

/** Turns gestures into moves of the camera and choices of seats. */
export class Pointer implements GestureHandlers {
  /** Where a glide led that the pointer broke off by coming down. */
  private brokenOff: View | null = null

  constructor(private readonly controls: Controls) {}

  onTap(at: Point, pointer: string, isSecond: boolean): void {
    const { scene, camera } = this.target
    // The second tap of two, while the first still brings the map nearer: the seat under it is nobody's choice.
    if (isSecond && this.brokenOff) {
      this.controls.glideTo(this.brokenOff)
      return
    }
    const index = aimAt(scene, camera.view, at, pointer)
    if (!isAimable(scene, camera.view, pointer)) {
      if (this.zoomTowards(at)) this.controls.events.onNear?.()
    } else if (index < 0) {
      if (isSecond) this.controls.zoomTo(camera.view.scale * 2, at)
    } else if (!isSecond || index !== this.controls.current) {
      this.controls.focusSeat(-1)
      this.controls.current = index
      this.controls.events.onChoose(index)
    }
  }

  onHover(at: Point | null): void {
    const { scene, camera } = this.target
    const canAim = at !== null && isAimable(scene, camera.view, 'mouse')
    const index = canAim ? aimAt(scene, camera.view, at, 'mouse') : -1
    this.target.setCursor(this.controls.tool?.isReady ? 'crosshair' : this.cursorFor(index))
    this.controls.hover(index)
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
    return this.controls.tool?.isMeant(pointer, isShift) ?? false
  }

  onTrace(at: Point): void {
    this.controls.tool?.trace(at)
  }

  onTraceEnd(isDrawn: boolean): void {
    this.controls.tool?.end(isDrawn)
  }

  private get target() {
    return this.controls.target
  }

  /** From afar a tap means "there": near enough to choose (then true), or just closer where nothing is under it. */
  private zoomTowards(at: Point): boolean {
    const { scene, camera } = this.target
    const near = NEAR_PITCH_PX / scene.pitchCm
    const point = toPlan(camera.view, at)
    const seat = seatAt(scene.map, scene.grid, point.x, point.y, scene.pitchCm * 4)
    const scale = seat < 0 ? Math.min(near, camera.view.scale * 2.5) : near
    this.controls.zoomTo(scale, at)
    return scale === near
  }

  private cursorFor(index: number): string {
    const { states, mine } = this.target.scene
    if (index < 0) return 'grab'
    return states[index] === SEAT_STATE.free || mine.has(index) ? 'pointer' : 'not-allowed'
  }
}
