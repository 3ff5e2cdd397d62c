import { afterPaint } from './after-paint'
import { type Frame, toPlanBox } from './draw-ground'
import { SIGNS_FROM_PX } from './draw-seats'
import { areSpecks } from './draw-specks'
import type { Context2D, Scene } from './scene'
import { createTile, dropPicture, hangPicture, isDrawn, isOnTile, paintTile, type Tile } from './tile'
import type { TileCare } from './tile-care'
import { TILE_PX } from './tile-orders'
import { canPaintAside, openPainter, type TilePainter } from './tile-painter'
import { drawInstead, drawTile, type Spot, spotOf } from './tile-spots'
import { Underlay } from './underlay'

/** Changing more seats of a bitmap than this one by one costs the page more than a new one costs the worker. */
const MAX_PATCHES = { beside: 24, alone: 400 }
const ZOOM_REST_MS = 100
/** How long the first picture may stay away. */
const HOLD_MS = 150
/** Bitmaps that come within this time of a frame are shown together, in the next. */
const GATHER_MS = 60
/** More seats than this at once are a new picture altogether. */
const MAX_CHANGES = 5_000

/**
 * Bitmaps of the plan. While the map stands still or is panned they are made at its very scale, so that they lie
 * pixel on pixel: sharp, and the cheapest there is to draw. While it is zoomed they come from levels of detail, each
 * twice the one before, the first being the whole map. A worker makes them where there can be one. Until one is
 * there, what was made at other scales is shown, and under it the first picture, which the page draws by itself.
 */
export class Tiles {
  private readonly tiles = new Map<string, Tile>()
  private readonly ordered = new Map<number, Tile>()
  /** Comes after the first picture. Until then what changed is drawn anew, and zooms are not watched. */
  care: TileCare | null = null
  private painter: TilePainter | null = null
  /** The worker is told of the plan when the page's own first picture is on its way to the screen. */
  private hasBegun = false
  private isClosed = false
  private readonly under: Underlay
  private lastOrder = 0
  /** The whole map's scale, device pixels a centimetre. */
  private baseScale = 1
  private pixelRatio = 1
  private clock = 0
  /** What a new bitmap costs on this machine, lately. */
  private makeMs = 3
  private makeUntil = 0
  private lastScale = 0
  /** On screen, and not as they will be. */
  private missing: readonly Tile[] = []
  private drawnAt = 0
  private readonly openedAt = performance.now()
  private holding: ReturnType<typeof setTimeout> | undefined
  private zoomedAt = -Infinity

  /** `onPainted`: a bitmap has come that may be on screen. */
  constructor(
    private readonly scene: Scene,
    private readonly onPainted: () => void,
  ) {
    this.under = new Underlay(scene)
  }

  private begin(): void {
    if (this.hasBegun || this.isClosed) return
    this.hasBegun = true
    this.painter = openPainter(this.scene, {
      onPainted: (id, bitmap) => this.receive(id, bitmap),
      onFailed: () => this.paintAlone(),
    })
  }

  /**
   * Draws what is on screen. `isComplete` is false while some of it is not as sharp as it will be; `isWaiting` where
   * `onPainted` will tell of more, so that no frame is needed before; `isRough` while evenness goes before beauty.
   */
  draw(ctx: Context2D, frame: Frame, widthPx: number, heightPx: number, budgetMs: number) {
    this.clock++
    const isZooming = this.noteScale(frame.scale)
    // While zooming every frame wants other bitmaps: made only where that is quick, else once the zoom has ended.
    const isSlow = isZooming && this.makeMs > budgetMs / 2
    this.makeUntil = performance.now() + (isSlow ? 0 : budgetMs)
    const scale = isZooming ? this.levelFor(frame.scale) : frame.scale
    const isRough = isZooming && this.care?.pace.isSlow() === true
    ctx.imageSmoothingEnabled = !isRough
    const isWhole = !isZooming && scale === this.baseScale
    const isUnder = isWhole && this.under.bringTo(scale)
    if (isUnder && !this.hasBegun) {
      this.under.draw(ctx, frame, toPlanBox(frame, { minX: 0, minY: 0, maxX: widthPx, maxY: heightPx }))
      if (this.drawnAt === 0) afterPaint(() => this.orderAhead(frame, widthPx, heightPx))
      this.drawnAt = performance.now()
      return { isComplete: true, isWaiting: false, isBlank: false, isRough }
    }
    this.begin()
    const places = this.placesOn(frame, scale, widthPx, heightPx)
    this.missing = places.flatMap(({ tile }) => (isShort(tile) ? [tile] : []))
    if (this.isTooEarly()) return { isComplete: false, isWaiting: true, isBlank: true, isRough }
    drawInstead(
      ctx,
      this.scene,
      [...this.tiles.values()],
      this.baseScale,
      frame,
      places.filter(({ tile }) => !isDrawn(tile)).map(({ spot }) => spot),
      this.under,
    )
    for (const { tile, spot } of places) {
      drawTile(ctx, this.scene, tile, spot)
    }
    // The whole map stays: it can always be shown.
    this.care?.forgetOldest(this.tiles, this.baseScale, this.clock)
    this.drawnAt = performance.now()
    if (isWhole && this.missing.length === 0) this.under.end()
    // What is missing may be on screen all the same: under the bitmaps, but not under outdated ones.
    const isAll = isUnder ? !this.missing.some(isDrawn) : this.missing.length === 0
    const isComplete = isAll && !isZooming
    return { isComplete, isWaiting: this.ordered.size > 0 && !isZooming, isBlank: false, isRough }
  }

  /** Has the bitmaps made of what is on screen already. */
  private orderAhead(frame: Frame, widthPx: number, heightPx: number): void {
    this.begin()
    const places = this.isClosed ? [] : this.placesOn(frame, frame.scale, widthPx, heightPx)
    this.missing = places.map(({ tile }) => tile).filter(isShort)
  }

  /**
   * The first picture is worth a moment's wait for the worker: an outline drawn meanwhile would keep the page from
   * taking its bitmaps in. Only a moment's: after it there is an outline.
   */
  private isTooEarly(): boolean {
    if (this.drawnAt > 0 || !this.painter || this.missing.length === 0) return false
    const waitedMs = performance.now() - this.openedAt
    if (waitedMs >= HOLD_MS) return false
    this.holding ??= setTimeout(this.onPainted, HOLD_MS - waitedMs + 1)
    return true
  }

  private placesOn(frame: Frame, scale: number, widthPx: number, heightPx: number) {
    const side = (TILE_PX / scale) * frame.scale
    const places: { tile: Tile; spot: Spot }[] = []
    for (let row = Math.floor(-frame.y / side); row * side + frame.y < heightPx; row++) {
      for (let column = Math.floor(-frame.x / side); column * side + frame.x < widthPx; column++) {
        places.push({ tile: this.provide(scale, column, row), spot: spotOf(frame, side, column, row) })
      }
    }
    return places
  }

  /** These seats look different now, or all may: bitmaps they are in are brought up to date when next shown. */
  takeStates(seats: readonly number[] | 'all'): void {
    const isMany = seats === 'all' || seats.length > MAX_CHANGES
    this.under.outdate()
    this.painter?.takeStates(isMany ? 'all' : seats)
    if (isMany) this.outdate()
    else for (const tile of this.tiles.values()) addStale(this.scene, tile, seats)
  }

  /** True while there is nothing to be seen yet. */
  get isEmpty(): boolean {
    return this.tiles.size === 0
  }

  /** Other colours. */
  takeTheme(): void {
    this.painter?.takeScene()
    // The stage's light falls in the dark only: what was bare may not be.
    for (const [key, tile] of this.tiles) if (tile.isBare) this.tiles.delete(key)
    this.outdate()
  }

  /** Another filter. */
  takeWanted(): void {
    this.painter?.takeWanted()
    this.outdate()
  }

  /** The screen is another: `baseScale` shows the whole map on it, in device pixels a centimetre. */
  takeScreen(baseScale: number, pixelRatio: number): void {
    this.baseScale = baseScale
    this.pixelRatio = pixelRatio
    if (!canPaintAside()) this.under.end()
    if (!canPaintAside() || !areSpecks(this.scene, { scale: baseScale, x: 0, y: 0 })) this.begin()
    // A jump, not a zoom.
    this.lastScale = 0
    this.zoomedAt = -Infinity
  }

  close(): void {
    clearTimeout(this.holding)
    this.isClosed = true
    this.under.end()
    this.painter?.close()
    for (const tile of this.tiles.values()) dropPicture(tile)
  }

  /** True while the scale changes, and a moment longer: a wheel turns in steps. */
  private noteScale(scale: number): boolean {
    const now = performance.now()
    const isChanged = this.lastScale !== 0 && scale !== this.lastScale
    if (isChanged) this.care?.pace.note(now)
    if (isChanged) this.zoomedAt = now
    this.lastScale = scale
    return now - this.zoomedAt < ZOOM_REST_MS
  }

  /** A little past its own scale a level still looks sharp: none is shown more than 1.2 times its size. */
  private levelFor(scale: number): number {
    return this.baseScale * 2 ** Math.max(0, Math.ceil(Math.log2(scale / this.baseScale) - 0.27))
  }

  /** The tile, drawn or ordered if there is time for it. */
  private provide(scale: number, column: number, row: number): Tile {
    const key = `${scale}/${this.pixelRatio}/${column}/${row}`
    const tile = this.tiles.get(key) ?? createTile(this.scene, scale, column, row, this.pixelRatio)
    this.tiles.set(key, tile)
    tile.usedAt = this.clock
    if (!tile.isOrdered && !tile.isBare) this.bringUpToDate(tile)
    return tile
  }

  private bringUpToDate(tile: Tile): void {
    const maxPatches = this.care ? (this.painter ? MAX_PATCHES.beside : MAX_PATCHES.alone) : 0
    if (!tile.picture || tile.isOutdated || tile.stale.size > maxPatches) this.make(tile)
    else if (tile.stale.size > 0) this.care?.patch(tile)
  }

  private make(tile: Tile): void {
    // Signs and numbers are for the page to write; and where they fit, a bitmap has few seats.
    if (this.painter && this.scene.seatCm * tile.cssScale < SIGNS_FROM_PX) {
      if (this.painter.canTake()) this.order(tile, this.painter)
      return
    }
    const startedAt = performance.now()
    const canWait = tile.picture !== null || tile.frame.scale !== this.baseScale
    if (canWait && startedAt >= this.makeUntil) return
    paintTile(this.scene, tile)
    this.makeMs += (performance.now() - startedAt - this.makeMs) * 0.2
  }

  private order(tile: Tile, painter: TilePainter): void {
    const id = ++this.lastOrder
    this.ordered.set(id, tile)
    Object.assign(tile, { isOrdered: true, isOutdated: false })
    // From here on the painter knows what has changed so far, and nothing else.
    tile.stale.clear()
    painter.order({ id, frame: tile.frame, box: tile.box, cssScale: tile.cssScale })
  }

  private receive(id: number, bitmap: ImageBitmap): void {
    const tile = this.ordered.get(id)
    this.ordered.delete(id)
    if (tile) hangPicture(this.scene, tile, bitmap)
    else bitmap.close()
    for (const other of this.missing) if (!other.isOrdered && isShort(other)) this.bringUpToDate(other)
    // A frame for every bitmap would keep a slow page from ever showing the last.
    const isSoon = this.drawnAt === 0 || performance.now() - this.drawnAt < GATHER_MS
    if (this.ordered.size === 0 || !isSoon) this.onPainted()
  }

  /** Without the worker it goes on as where there is none. */
  private paintAlone(): void {
    this.painter = null
    this.ordered.clear()
    for (const tile of this.tiles.values()) {
      if (tile.isOrdered) Object.assign(tile, { isOrdered: false, isOutdated: true })
    }
    this.onPainted()
  }

  private outdate(): void {
    this.under.outdate()
    for (const tile of this.tiles.values()) tile.isOutdated = !tile.isBare
  }
}

function isShort(tile: Tile): boolean {
  return !isDrawn(tile) || tile.isOutdated || tile.isOrdered
}

function addStale(scene: Scene, tile: Tile, seats: readonly number[]): void {
  for (const index of seats) if (isOnTile(scene, tile, index)) tile.stale.add(index)
}
