import type { SeatMap } from '../decode-plan'
import type { Box } from '../outline'
import { toPlan, type View, type Viewport, visibleBox } from '../view'
import { afterPaint } from './after-paint'
import { type Camera, createCamera } from './camera'
import type { CloseUp } from './close-up'
import { type ControlEvents, Controls } from './controls'
import { drawFrame } from './draw-frame'
import type { FlashTone } from './draw-marks'
import { fitScene, limitsOf } from './fit'
import type { SectionTexts } from './fit-labels'
import { LateCode } from './late-code'
import { createScene, differingSeats, type Scene, setSceneStates, setSceneTheme } from './scene'
import { openSurface, type Surface } from './surface'
import { isWholeInView } from './target'
import type { RenderTheme } from './theme'
import { Tiles } from './tiles'

export type SeatMapViewOptions = ControlEvents &
  SectionTexts & {
    map: SeatMap
    theme: RenderTheme
    isMotionReduced?: () => boolean
    /** The view came to rest after a change. */
    onRest?(view: View): void
    /** A frame shows another view than the one before: a pan, a zoom, a glide goes on. */
    onView?(view: View): void
    /** A frame was drawn: what it kept the page busy for, and whether all of it is as sharp as it will be. */
    onFrame?(frame: { durationMs: number; isComplete: boolean }): void
  }

/** The first finger needs to know which seat it is on; the first picture does not. */
const GRID_DELAY_MS = 100
const NO_INSETS = { top: 0, right: 0, bottom: 0, left: 0 }

/**
 * The map on a canvas: draws it, and answers to pointer, wheel and keyboard until `close`. Everything is in seat
 * indexes and CSS pixels. It knows nothing of holds or prices: it reports what was chosen, and shows what it is told.
 */
export class SeatMapView {
  /** What is drawn: for whatever draws the same elsewhere, the minimap say. */
  readonly scene: Scene
  private readonly tiles: Tiles
  private closeUp: CloseUp | null = null
  private readonly surface: Surface
  private readonly camera: Camera
  /** What pointer and keys do: for tools, and for where the keyboard begins. */
  readonly controls: Controls
  private readonly marks = {
    hovered: -1,
    focused: -1,
    poppedAt: new Map<number, number>(),
    flashedAt: new Map<number, number>(),
    flashTone: 'lost' as FlashTone,
  }
  private readonly listeners = new AbortController()
  private frameRequest = 0
  private gridTimer: ReturnType<typeof setTimeout> | undefined
  /** Hands, and what is seen from near. */
  private readonly late = new LateCode(() => this.makeAlive())
  private isResting = false
  private shownView: View | null = null

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly options: SeatMapViewOptions,
  ) {
    this.scene = createScene(options.map, options.theme)
    this.tiles = new Tiles(this.scene, () => this.requestFrame())
    this.surface = openSurface(canvas, () => this.place(this.camera.viewport.insets))
    this.camera = createCamera(
      this.viewportWith(NO_INSETS),
      limitsOf(this.scene, this.viewportWith(NO_INSETS)),
      () => this.isMotionReduced(),
    )
    this.controls = new Controls(this.controlTarget(), options)
    this.camera.set(this.fitted(NO_INSETS))
    this.tiles.takeScreen(this.camera.view.scale * this.surface.pixelRatio, this.surface.pixelRatio)
    this.requestFrame()
  }

  /** New states; `changed` says which differ from the last ones, and only those are drawn anew. */
  setStates(states: Uint8Array, changed: readonly number[] | 'all'): void {
    const before = this.scene.states
    setSceneStates(this.scene, states, changed)
    if (changed !== 'all' && !this.isMotionReduced()) this.fade(before, changed)
    const isFirst = changed === 'all' && this.tiles.isEmpty
    this.tiles.takeStates(changed === 'all' && !isFirst ? differingSeats(before, states) : changed)
    this.requestFrame()
    // Not in the next frame, but for it.
    if (isFirst) queueMicrotask(() => this.renderFirst())
  }

  /** The seats that are the fan's own (the new ones among them pop), and those asked for but not yet answered. */
  setMine(mine: ReadonlySet<number>, pending: ReadonlySet<number> = new Set()): void {
    const now = performance.now()
    const { poppedAt } = this.marks
    for (const index of poppedAt.keys()) if (!mine.has(index)) poppedAt.delete(index)
    if (!this.isMotionReduced()) {
      for (const index of mine) if (!this.scene.mine.has(index)) poppedAt.set(index, now)
    }
    this.scene.mine = new Set(mine)
    this.scene.pending = new Set(pending)
    this.requestFrame()
  }

  /** Lets only these categories (indexes) stand out; null for all. */
  setWanted(wanted: ReadonlySet<number> | null): void {
    this.scene.wanted = wanted && new Set(wanted)
    this.tiles.takeWanted()
    this.requestFrame()
  }

  /** Points these seats out for a moment: they were lost, or are the ones meant. */
  flash(seats: Iterable<number>, tone: FlashTone = 'lost'): void {
    this.marks.flashTone = tone
    this.marks.flashedAt.clear()
    for (const index of seats) this.marks.flashedAt.set(index, performance.now())
    this.requestFrame()
  }

  setTheme(theme: RenderTheme): void {
    setSceneTheme(this.scene, theme)
    this.tiles.takeTheme()
    this.requestFrame()
  }

  /** What lies over the canvas' edges, in CSS pixels; the map is fitted into what is left. */
  setInsets(insets: Viewport['insets']): void {
    this.place(insets)
  }

  /** All there is to look at, centimetres. */
  get content(): Box {
    return this.scene.content
  }

  /** The canvas, CSS pixels. */
  get size(): { width: number; height: number } {
    return { width: this.surface.width, height: this.surface.height }
  }

  /** True where all of it is on screen. */
  get isWhole(): boolean {
    return isWholeInView(this.camera.destination(), this.camera.viewport, this.scene.content)
  }

  /** Brings a point of the plan (centimetres) to the middle, as near as it is; `isAtOnce` for what is dragged. */
  centerOn(point: { x: number; y: number }, isAtOnce = false): void {
    const { scale } = this.camera.destination()
    const { width, height, insets } = this.camera.viewport
    const tx = (width + insets.left - insets.right) / 2 - point.x * scale
    const ty = (height + insets.top - insets.bottom) / 2 - point.y * scale
    if (isAtOnce) this.camera.set({ scale, tx, ty })
    else this.camera.glideTo({ scale, tx, ty }, performance.now())
    this.isResting = false
    this.requestFrame()
  }

  zoomBy(factor: number): void {
    this.controls.zoomBy(factor)
  }

  /** The whole map. */
  fit(): void {
    this.showBox(this.scene.content)
  }

  showSection(sectionIndex: number): void {
    const section = this.scene.sections[sectionIndex]
    if (section) this.showBox(section.box)
  }

  /** Brings a seat to the middle, near enough to choose it. */
  showSeat(index: number): void {
    this.controls.showSeat(index)
  }

  /** Marks a seat as having the keyboard's focus; -1 for none. */
  focusSeat(index: number): void {
    this.controls.focusSeat(index)
  }

  close(): void {
    cancelAnimationFrame(this.frameRequest)
    clearTimeout(this.gridTimer)
    this.late.close()
    this.listeners.abort()
    this.surface.close()
    this.tiles.close()
  }

  /** Until then the map is not at rest, so that nobody waits for less. */
  private async makeAlive(): Promise<void> {
    const { signal } = this.listeners
    const [{ listenToInput }, { CloseUp }] = await Promise.all([import('./input'), import('./close-up')])
    if (signal.aborted) return
    listenToInput(this.canvas, this.controls, signal)
    this.closeUp = new CloseUp(this.scene)
    this.tiles.care = this.closeUp.tileCare
    this.requestFrame()
  }

  private controlTarget() {
    const { scene, camera, marks } = this
    return {
      scene,
      camera,
      marks,
      moved: () => {
        this.isResting = false
        this.requestFrame()
      },
      showBox: (box: Box) => this.showBox(box),
      setCursor: (cursor: string) => {
        this.canvas.style.cursor = cursor
      },
    }
  }

  private showBox(box: Box): void {
    this.camera.glideTo(this.fitted(this.camera.viewport.insets, box), performance.now())
    this.isResting = false
    this.requestFrame()
  }

  /** Keeps what is in the middle there, or the whole map where the whole map was shown. */
  private place(insets: Viewport['insets']): void {
    const { camera, surface } = this
    const { viewport, view } = camera
    const wasFitted = Math.abs(view.scale / fitScene(this.scene, viewport).scale - 1) < 0.01
    const middle = toPlan(view, { x: viewport.width / 2, y: viewport.height / 2 })
    camera.viewport = this.viewportWith(insets)
    camera.limits = limitsOf(this.scene, camera.viewport)
    const { scale } = view
    const kept = {
      scale,
      tx: surface.width / 2 - middle.x * scale,
      ty: surface.height / 2 - middle.y * scale,
    }
    camera.set(wasFitted ? this.fitted(insets) : kept)
    this.tiles.takeScreen(this.fitted(insets).scale * surface.pixelRatio, surface.pixelRatio)
    this.isResting = false
    // At once: a canvas that was resized is blank until it is drawn.
    cancelAnimationFrame(this.frameRequest)
    this.render(performance.now())
  }

  private requestFrame(): void {
    this.frameRequest ||= requestAnimationFrame((now) => this.render(now))
  }

  private renderFirst(): void {
    if (this.shownView || this.listeners.signal.aborted) return
    cancelAnimationFrame(this.frameRequest)
    this.render(performance.now())
  }

  private render(now: number): void {
    this.frameRequest = 0
    const { scene, tiles, marks, closeUp, camera } = this
    const isMoving = camera.step(now)
    const { view, viewport } = camera
    const { ctx, pixelRatio } = this.surface
    const texts = this.options
    const startedAt = performance.now()
    const drawn = drawFrame(ctx, { scene, tiles, view, viewport, pixelRatio, marks, closeUp, texts, now })
    this.controls.tool?.draw(ctx)
    if (isMoving || drawn.isMoving || (!drawn.isComplete && !drawn.isWaiting)) this.requestFrame()
    this.options.onFrame?.({ durationMs: performance.now() - startedAt, isComplete: drawn.isComplete })
    if (drawn.isComplete) this.gridTimer ??= setTimeout(() => void scene.grid, GRID_DELAY_MS)
    if (drawn.isComplete && !this.late.isComing) afterPaint(() => this.late.come())
    if (view !== this.shownView) this.options.onView?.(view)
    this.shownView = view
    if (isMoving || this.isResting || !this.closeUp) return
    this.isResting = true
    this.options.onRest?.(view)
  }

  private fade(before: Uint8Array, changed: readonly number[]): void {
    const { view, viewport } = this.camera
    const box = visibleBox(view, viewport)
    this.closeUp?.takeChange(before, changed, box, view.scale)
  }

  private viewportWith(insets: Viewport['insets']): Viewport {
    return { width: this.surface.width, height: this.surface.height, insets }
  }

  private fitted(insets: Viewport['insets'], box?: Box): View {
    return fitScene(this.scene, this.viewportWith(insets), box)
  }

  private isMotionReduced(): boolean {
    return this.options.isMotionReduced?.() ?? false
  }
}
