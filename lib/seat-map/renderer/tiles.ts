import type { Frame } from './draw-ground'
import { SIGNS_FROM_PX } from './draw-seats'
import type { Context2D, Scene } from './scene'
import { createTile, dropPicture, hangPicture, isOnTile, paintTile, patchTile, type Tile } from './tile'
import { TILE_PX } from './tile-orders'
import { openPainter, type TilePainter } from './tile-painter'
import { drawInstead, spotOf } from './tile-spots'

const MAX_TILES = 72
/** Changing more seats of a bitmap than this one by one costs the page more than a new one costs the worker. */
const MAX_PATCHES = { beside: 24, alone: 400 }
const ZOOM_REST_MS = 100
/** More seats than this at once are a new picture altogether. */
const MAX_CHANGES = 5_000

/**
 * Bitmaps of the plan. While the map stands still or is panned they are made at its very scale, so that they lie
 * pixel on pixel: sharp, and the cheapest there is to draw. While it is zoomed they come from levels of detail, each
 * twice the one before, the first being the whole map. A worker makes them where there can be one. Until one is
 * there, what was made at other scales is shown.
 */
export class Tiles {
  private readonly tiles = new Map<string, Tile>()
  private readonly ordered = new Map<number, Tile>()
  private painter: TilePainter | null
  private lastOrder = 0
  /** The whole map's scale, device pixels a centimetre. */
  private baseScale = 1
  private pixelRatio = 1
  private clock = 0
  /** What a new bitmap costs on this machine, lately. */
  private makeMs = 3
  private makeUntil = 0
  private lastScale = 0
  private zoomedAt = -Infinity

  /** `onPainted`: a bitmap has come that may be on screen. */
  constructor(
    private readonly scene: Scene,
    private readonly onPainted: () => void,
  ) {
    this.painter = openPainter(scene, {
      onPainted: (id, bitmap) => this.receive(id, bitmap),
      onFailed: () => this.paintAlone(),
    })
  }

  /**
   * Draws what is on screen. `isComplete` is false while some of it is not as sharp as it will be; `isWaiting` where
   * `onPainted` will tell of more, so that no frame is needed before.
   */
  draw(ctx: Context2D, frame: Frame, widthPx: number, heightPx: number, budgetMs: number) {
    this.clock++
    const isZooming = this.noteScale(frame.scale)
    // While zooming every frame wants other bitmaps: made only where that is quick, else once the zoom has ended.
    const isSlow = isZooming && this.makeMs > budgetMs / 2
    this.makeUntil = performance.now() + (isSlow ? 0 : budgetMs)
    const scale = isZooming ? this.levelFor(frame.scale) : frame.scale
    const side = (TILE_PX / scale) * frame.scale
    let missing = 0
    for (let row = Math.floor(-frame.y / side); row * side + frame.y < heightPx; row++) {
      for (let column = Math.floor(-frame.x / side); column * side + frame.x < widthPx; column++) {
        const { picture, isOutdated, isOrdered } = this.provide(scale, column, row)
        if (!picture || isOutdated || isOrdered) missing++
        const spot = spotOf(frame, side, column, row)
        if (picture) ctx.drawImage(picture, spot.x, spot.y, spot.width, spot.height)
        else drawInstead(ctx, this.scene, this.tiles.values(), this.baseScale, frame, spot)
      }
    }
    this.forgetOldest()
    return { isComplete: missing === 0 && !isZooming, isWaiting: this.ordered.size > 0 && !isZooming }
  }

  /** These seats look different now: bitmaps they are in are brought up to date when they are next shown. */
  takeStates(seats: readonly number[]): void {
    const isMany = seats.length > MAX_CHANGES
    this.painter?.takeStates(isMany ? 'all' : seats)
    if (isMany) this.outdate()
    else {
      for (const tile of this.tiles.values()) {
        for (const index of seats) if (isOnTile(this.scene, tile, index)) tile.stale.add(index)
      }
    }
  }

  /** Other colours. */
  takeTheme(): void {
    this.painter?.takeScene()
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
    // A jump, not a zoom.
    this.lastScale = 0
    this.zoomedAt = -Infinity
  }

  close(): void {
    this.painter?.close()
    for (const tile of this.tiles.values()) dropPicture(tile)
  }

  /** True while the scale changes, and a moment longer: a wheel turns in steps. */
  private noteScale(scale: number): boolean {
    const now = performance.now()
    if (this.lastScale !== 0 && scale !== this.lastScale) this.zoomedAt = now
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
    const tile = this.tiles.get(key) ?? createTile(scale, column, row, this.pixelRatio)
    this.tiles.set(key, tile)
    tile.usedAt = this.clock
    if (tile.isOrdered) return tile
    const maxPatches = this.painter ? MAX_PATCHES.beside : MAX_PATCHES.alone
    if (!tile.picture || tile.isOutdated || tile.stale.size > maxPatches) this.make(tile)
    else if (tile.stale.size > 0) patchTile(this.scene, tile)
    return tile
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
    this.onPainted()
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
    for (const tile of this.tiles.values()) tile.isOutdated = true
  }

  /** The whole map stays: it can always be shown. */
  private forgetOldest(): void {
    if (this.tiles.size <= MAX_TILES) return
    const spare = [...this.tiles].filter(
      ([, { frame, usedAt, isOrdered }]) =>
        frame.scale !== this.baseScale && usedAt < this.clock && !isOrdered,
    )
    spare.sort(([, a], [, b]) => a.usedAt - b.usedAt)
    for (const [key, tile] of spare.slice(0, this.tiles.size - MAX_TILES)) {
      dropPicture(tile)
      this.tiles.delete(key)
    }
  }
}
