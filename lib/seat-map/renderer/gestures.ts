type Point = { x: number; y: number }

/** What fingers, mouse and wheel mean. Points are CSS pixels from the canvas' corner. */
export type GestureHandlers = {
  onTap(at: Point, pointer: string, isSecond: boolean): void
  onHover(at: Point | null): void
  onPan(dx: number, dy: number): void
  onPanEnd(vx: number, vy: number): void
  onPinch(before: [Point, Point], after: [Point, Point]): void
  onWheel(factor: number, at: Point): void
  /** Something took hold of the map: whatever moves should stop. */
  onGrab(): void
  /** True where dragging this pointer draws a loop instead of moving the map. */
  isTracing(pointer: string, isShift: boolean): boolean
  onTrace(at: Point): void
  /** The loop is drawn, or was broken off: a second finger came down, the system took the pointer. */
  onTraceEnd(isDrawn: boolean): void
}

type State =
  | { kind: 'idle' }
  | { kind: 'pressed'; id: number; start: Point; isTracing: boolean }
  | { kind: 'tracing'; id: number }
  | { kind: 'panning'; id: number; trail: { at: Point; time: number }[] }
  | { kind: 'pinching' }

const SLOP_PX = { mouse: 4, other: 9 }
const DOUBLE_TAP_MS = 300
const DOUBLE_TAP_PX = 30
const TRAIL_MS = 90

/** Listens on the canvas until the signal is aborted. */
export function listenToGestures(canvas: HTMLElement, handlers: GestureHandlers, signal: AbortSignal): void {
  const gestures = new Gestures(canvas, handlers)
  const onUp = (event: PointerEvent) => gestures.onUp(event)
  canvas.addEventListener('pointerdown', (event) => gestures.onDown(event), { signal })
  canvas.addEventListener('pointermove', (event) => gestures.onMove(event), { signal })
  canvas.addEventListener('pointerup', onUp, { signal })
  canvas.addEventListener('pointercancel', onUp, { signal })
  canvas.addEventListener('pointerleave', () => handlers.onHover(null), { signal })
  canvas.addEventListener('wheel', (event) => gestures.onWheel(event), { signal, passive: false })
}

class Gestures {
  private readonly fingers = new Map<number, Point>()
  private state: State = { kind: 'idle' }
  private lastTap = { time: -Infinity, at: { x: 0, y: 0 } }

  constructor(
    private readonly canvas: HTMLElement,
    private readonly handlers: GestureHandlers,
  ) {}

  onDown(event: PointerEvent): void {
    if (event.button !== 0) return
    this.canvas.setPointerCapture(event.pointerId)
    const at = this.pointOf(event)
    this.fingers.set(event.pointerId, at)
    this.handlers.onGrab()
    if (this.state.kind === 'tracing') this.handlers.onTraceEnd(false)
    const isTracing = this.handlers.isTracing(event.pointerType, event.shiftKey)
    const isFirst = this.fingers.size === 1
    this.state = isFirst
      ? { kind: 'pressed', id: event.pointerId, start: at, isTracing }
      : { kind: 'pinching' }
  }

  onMove(event: PointerEvent): void {
    const at = this.pointOf(event)
    const before = this.fingers.get(event.pointerId)
    if (!before) {
      if (event.pointerType === 'mouse') this.handlers.onHover(at)
    } else if (this.state.kind === 'pinching') this.pinch(event.pointerId, at)
    else this.drag(event, before, at)
  }

  onUp(event: PointerEvent): void {
    if (!this.fingers.delete(event.pointerId)) return
    const { state } = this
    if (state.kind === 'pressed' && event.type === 'pointerup') this.tap(event, state.start)
    if (state.kind === 'tracing') this.handlers.onTraceEnd(event.type === 'pointerup')
    if (state.kind === 'panning') this.handlers.onPanEnd(...speedOf(state.trail, event.timeStamp))
    const [left] = this.fingers
    // One finger of two stays: it goes on panning from where it is.
    this.state = left ? { kind: 'panning', id: left[0], trail: [] } : { kind: 'idle' }
  }

  onWheel(event: WheelEvent): void {
    event.preventDefault()
    const linePx = event.deltaMode === 0 ? 1 : event.deltaMode === 1 ? 16 : 400
    // Trackpads report a pinch as a wheel with ctrl, in much smaller steps.
    const speed = event.ctrlKey ? 0.01 : 0.0016
    const delta = Math.max(-240, Math.min(240, event.deltaY * linePx))
    this.handlers.onWheel(Math.exp(-delta * speed), this.pointOf(event))
  }

  private pinch(id: number, at: Point): void {
    const [a, b] = [...this.fingers.keys()]
    const before = [this.fingers.get(a as number), this.fingers.get(b as number)] as [Point, Point]
    this.fingers.set(id, at)
    const after = [this.fingers.get(a as number), this.fingers.get(b as number)] as [Point, Point]
    this.handlers.onPinch(before, after)
  }

  private drag(event: PointerEvent, before: Point, at: Point): void {
    if (this.state.kind === 'pressed') {
      const slopPx = event.pointerType === 'mouse' ? SLOP_PX.mouse : SLOP_PX.other
      if (Math.hypot(at.x - this.state.start.x, at.y - this.state.start.y) < slopPx) return
      const { isTracing, start } = this.state
      if (isTracing) this.handlers.onTrace(start)
      this.state = isTracing
        ? { kind: 'tracing', id: event.pointerId }
        : { kind: 'panning', id: event.pointerId, trail: [] }
      this.handlers.onHover(null)
    }
    this.fingers.set(event.pointerId, at)
    if (this.state.kind === 'tracing') this.handlers.onTrace(at)
    if (this.state.kind !== 'panning') return
    const recent = this.state.trail.filter(({ time }) => event.timeStamp - time < TRAIL_MS)
    this.state.trail = [...recent, { at, time: event.timeStamp }]
    this.handlers.onPan(at.x - before.x, at.y - before.y)
  }

  private tap(event: PointerEvent, at: Point): void {
    const { lastTap } = this
    const isNear = Math.hypot(at.x - lastTap.at.x, at.y - lastTap.at.y) < DOUBLE_TAP_PX
    const isSecond = isNear && event.timeStamp - lastTap.time < DOUBLE_TAP_MS
    this.lastTap = { time: isSecond ? -Infinity : event.timeStamp, at }
    this.handlers.onTap(at, event.pointerType, isSecond)
  }

  private pointOf(event: MouseEvent): Point {
    const corner = this.canvas.getBoundingClientRect()
    return { x: event.clientX - corner.left, y: event.clientY - corner.top }
  }
}

function speedOf(trail: { at: Point; time: number }[], now: number): [number, number] {
  const first = trail[0]
  const last = trail.at(-1)
  // A finger that rested before it was lifted throws nothing.
  if (!first || !last || now - last.time > 50 || last.time - first.time < 8) return [0, 0]
  const elapsedMs = last.time - first.time
  return [(last.at.x - first.at.x) / elapsedMs, (last.at.y - first.at.y) / elapsedMs]
}
