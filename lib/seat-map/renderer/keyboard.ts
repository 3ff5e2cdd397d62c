import { SEAT_STATE } from '../plan'
import { toPlan, toScreen } from '../view'
import { rowEnd, seatInSection, walkFrom } from '../walk'
import type { Controls } from './controls'
import type { KeyIntent } from './keys'
import { isWholeInView, nearestClear } from './target'

/** Turns keys into moves of the focus and choices of seats. */
export class Keyboard {
  constructor(private readonly controls: Controls) {}

  /** Does what a key asks for. */
  onKey(intent: KeyIntent): void {
    if (intent.kind === 'zoom') this.controls.zoomBy(intent.factor)
    else if (intent.kind === 'fit') this.target.showBox(this.target.scene.content)
    else if (intent.kind === 'help') this.controls.events.onHelp?.()
    else if (intent.kind === 'lasso') this.controls.tool?.take(!this.controls.tool.isReady)
    else if (intent.kind === 'cancel') this.controls.tool?.cancel()
    else this.onSeatKey(intent)
  }

  /** The canvas has the keyboard again: the seat that had it before has it still, and is brought into view. */
  resumeFocus(): void {
    if (this.controls.current >= 0) this.walkTo(this.controls.current)
  }

  private onSeatKey(intent: Extract<KeyIntent, { kind: 'choose' | 'row-end' | 'section' | 'walk' }>): void {
    const { scene, marks } = this.target
    const from = marks.focused >= 0 ? marks.focused : this.controls.current
    // Nothing is chosen before it is seen which seat it would be.
    if (from < 0 || (intent.kind === 'choose' && marks.focused < 0))
      this.walkTo(from < 0 ? this.firstFocus() : from)
    else if (intent.kind === 'choose') this.controls.events.onChoose(from)
    else if (intent.kind === 'row-end') this.walkTo(rowEnd(scene.map, from, intent.end))
    else if (intent.kind === 'section') this.walkTo(seatInSection(scene.map, scene.states, from, intent.step))
    else this.walkTo(walkFrom(scene.map, scene.grid, from, intent.direction))
  }

  private walkTo(index: number): void {
    const { scene, camera } = this.target
    const view = camera.destination()
    const at = toScreen(view, this.controls.placeOf(index))
    const clear = nearestClear(camera.viewport, at)
    const isClear =
      (clear.x === at.x && clear.y === at.y) || isWholeInView(view, camera.viewport, scene.content)
    if (!isClear || scene.pitchCm * view.scale < 14) this.controls.showSeat(index)
    this.controls.focusSeat(index)
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

  private get target() {
    return this.controls.target
  }
}
