import { middleOf, seatsInLoop } from '../lasso'
import { SEAT_STATE } from '../plan'
import { toPlan, toScreen } from '../view'
import type { ControlTarget, PointerTool } from './controls'
import { drawLasso } from './draw-lasso'
import type { Context2D } from './scene'

type Point = { x: number; y: number }

export type LassoEvents = {
  /** A loop was drawn: the free seats inside that the filter shows, and the loop's middle (centimetres). */
  onLasso(seats: number[], middle: Point): void
  /** The lasso was taken up or put down; it is put down by itself once a loop is drawn. */
  onReady?(isReady: boolean): void
}

const STEP_PX = 4

/** Draws a loop around seats: with the tool taken up, or a mouse and Shift. Give it to `controls.tool`. */
export class LassoTool implements PointerTool {
  isReady = false
  /** Flat, centimetres: it stays on the map while the map moves. */
  private loop: number[] = []
  /** `void`: broken off with Escape; what the pointer does until it is lifted means nothing. */
  private phase: 'idle' | 'drawing' | 'void' = 'idle'

  constructor(
    private readonly target: ControlTarget,
    private readonly events: LassoEvents,
  ) {}

  take(isReady: boolean): void {
    if (this.isReady === isReady) return
    this.isReady = isReady
    this.target.setCursor(isReady ? 'crosshair' : 'grab')
    this.events.onReady?.(isReady)
  }

  isMeant(pointer: string, isShift: boolean): boolean {
    return this.isReady || (pointer === 'mouse' && isShift)
  }

  /** The loop goes on to here. */
  trace(at: Point): void {
    const { view } = this.target.camera
    if (this.phase === 'void') return
    this.phase = 'drawing'
    const { x, y } = toPlan(view, at)
    const last = toScreen(view, { x: this.loop.at(-2) ?? -1e6, y: this.loop.at(-1) ?? -1e6 })
    if (Math.hypot(last.x - at.x, last.y - at.y) < STEP_PX) return
    this.loop.push(x, y)
    this.target.setCursor('crosshair')
    this.target.moved()
  }

  end(isDrawn: boolean): void {
    const { scene } = this.target
    const { loop } = this
    this.clear('idle')
    if (!isDrawn || loop.length < 6) return
    this.take(false)
    const seats = seatsInLoop(scene.map, scene.grid, loop).filter((seat) => this.canTake(seat))
    this.events.onLasso(seats, middleOf(loop))
  }

  /** Breaks off a loop, or puts the tool down; false where there was nothing to end. */
  cancel(): boolean {
    const isDrawing = this.phase === 'drawing'
    if (!isDrawing && !this.isReady) return false
    this.clear(isDrawing ? 'void' : 'idle')
    this.take(false)
    return true
  }

  draw(ctx: Context2D): void {
    drawLasso(ctx, this.target.scene.theme, this.target.camera.view, this.loop)
  }

  private clear(phase: 'idle' | 'void'): void {
    this.phase = phase
    this.loop = []
    this.target.setCursor('grab')
    this.target.moved()
  }

  private canTake(seat: number): boolean {
    const { map, states, mine, pending, wanted } = this.target.scene
    const isFree = states[seat] === SEAT_STATE.free && !mine.has(seat) && !pending.has(seat)
    return isFree && (wanted === null || wanted.has(map.category[seat] as number))
  }
}
