import { type Box, boxesTouch, isInside } from '../outline'
import type { Frame } from './draw-ground'
import { drawRegion, drawSeats, seatsIn } from './draw-seats'
import type { Context2D, Scene } from './scene'

const TILE_PX = 512
const MAX_TILES = 72
/** Changing more seats of a tile than this one by one is slower than drawing it anew. */
const MAX_PATCHES = 400
/** Half the widest edge of a section, and a little more. */
const EDGE_CM = 12

type Tile = {
  canvas: OffscreenCanvas | HTMLCanvasElement
  ctx: Context2D
  level: number
  frame: Frame
  box: Box
  usedAt: number
  /** Seats that look different by now; drawn anew when the bitmap is next shown. */
  stale: Set<number>
}

/**
 * Bitmaps of the plan by level of detail: level 0 is the whole map as it fits the screen, each next one twice that.
 * Made when first needed, forgotten when long unused.
 */
export class Tiles {
  private readonly tiles = new Map<string, Tile>()
  private baseScale = 1
  private pixelRatio = 1
  private clock = 0
  /** What a new bitmap costs on this machine, lately. */
  private makeMs = 3
  private lastScale = 0

  constructor(private readonly scene: Scene) {}

  /** Draws what is on screen; false while some of it is only a coarser level yet. */
  draw(ctx: Context2D, frame: Frame, widthPx: number, heightPx: number, budgetMs: number): boolean {
    this.clock++
    // A little past its own scale a level still looks sharp: none is shown more than 1.2 times its size.
    const level = Math.max(0, Math.ceil(Math.log2(frame.scale / this.baseScale) - 0.27))
    const side = (TILE_PX / this.scaleOf(level)) * frame.scale
    const until = performance.now() + this.budgetFor(frame, budgetMs)
    let isComplete = true
    for (let row = Math.floor(-frame.y / side); row * side + frame.y < heightPx; row++) {
      for (let column = Math.floor(-frame.x / side); column * side + frame.x < widthPx; column++) {
        const spot = spotOf(frame, side, column, row)
        const canMake = level === 0 || performance.now() < until
        const tile = this.find(level, column, row) ?? (canMake ? this.make(level, column, row) : undefined)
        if (tile) ctx.drawImage(tile.canvas, spot.x, spot.y, spot.width, spot.height)
        else {
          isComplete = false
          this.drawCoarser(ctx, level, column, row, spot)
        }
      }
    }
    return isComplete
  }

  /** These seats look different now: bitmaps they are in are brought up to date when they are next shown. */
  patch(seats: readonly number[]): void {
    for (const tile of this.tiles.values()) {
      for (const index of seats) if (touches(this.scene, tile, index)) tile.stale.add(index)
    }
  }

  /** Forgets all bitmaps; `baseScale` is level 0's scale in device pixels a centimetre. */
  reset(baseScale: number, pixelRatio: number): void {
    this.baseScale = baseScale
    this.pixelRatio = pixelRatio
    this.tiles.clear()
  }

  private scaleOf(level: number): number {
    return this.baseScale * 2 ** level
  }

  /** While zooming every frame wants other bitmaps: made only where that is quick, else once the zoom has ended. */
  private budgetFor({ scale }: Frame, budgetMs: number): number {
    const isZooming = scale !== this.lastScale
    this.lastScale = scale
    return isZooming && this.makeMs > budgetMs / 2 ? 0 : budgetMs
  }

  private find(level: number, column: number, row: number): Tile | undefined {
    const tile = this.tiles.get(`${level}/${column}/${row}`)
    if (!tile) return undefined
    tile.usedAt = this.clock
    if (tile.stale.size > 0) refresh(this.scene, tile, this.pixelRatio)
    return tile
  }

  private make(level: number, column: number, row: number): Tile {
    const scale = this.scaleOf(level)
    const frame = { scale, x: -column * TILE_PX, y: -row * TILE_PX }
    const side = TILE_PX / scale
    const box = { minX: column * side, minY: row * side, maxX: (column + 1) * side, maxY: (row + 1) * side }
    const canvas = this.takeOldest() ?? createCanvas()
    const tile = {
      canvas,
      ctx: contextOf(canvas),
      level,
      frame,
      box,
      usedAt: this.clock,
      stale: new Set<number>(),
    }
    const startedAt = performance.now()
    drawRegion(tile.ctx, this.scene, frame, box, scale / this.pixelRatio)
    this.makeMs += (performance.now() - startedAt - this.makeMs) * 0.2
    this.tiles.set(`${level}/${column}/${row}`, tile)
    return tile
  }

  /** The canvas of the bitmap unused for longest, once there are many. Level 0 stays: it can always be shown. */
  private takeOldest(): Tile['canvas'] | undefined {
    if (this.tiles.size < MAX_TILES) return undefined
    let oldest: [string, Tile] | undefined
    for (const entry of this.tiles) {
      const isSpare = entry[1].level > 0 && entry[1].usedAt < this.clock
      if (isSpare && (!oldest || entry[1].usedAt < oldest[1].usedAt)) oldest = entry
    }
    if (oldest) this.tiles.delete(oldest[0])
    return oldest?.[1].canvas
  }

  private drawCoarser(ctx: Context2D, level: number, column: number, row: number, spot: Spot): void {
    for (let up = 1; up <= level; up++) {
      const share = 2 ** up
      const tile = this.find(level - up, Math.floor(column / share), Math.floor(row / share))
      if (!tile) continue
      const side = TILE_PX / share
      const x = (column - Math.floor(column / share) * share) * side
      const y = (row - Math.floor(row / share) * share) * side
      ctx.drawImage(tile.canvas, x, y, side, side, spot.x, spot.y, spot.width, spot.height)
      return
    }
    ctx.fillStyle = this.scene.theme.ground
    ctx.fillRect(spot.x, spot.y, spot.width, spot.height)
  }
}

type Spot = { x: number; y: number; width: number; height: number }

/** On whole pixels and edge to edge: no seams between bitmaps. */
function spotOf(frame: Frame, side: number, column: number, row: number): Spot {
  const x = Math.round(column * side + frame.x)
  const y = Math.round(row * side + frame.y)
  const width = Math.round((column + 1) * side + frame.x) - x
  return { x, y, width, height: Math.round((row + 1) * side + frame.y) - y }
}

function touches({ map, seatCm }: Scene, { box }: Tile, index: number): boolean {
  const x = map.x[index] as number
  const y = map.y[index] as number
  return x + seatCm > box.minX && x - seatCm < box.maxX && y + seatCm > box.minY && y - seatCm < box.maxY
}

function refresh(scene: Scene, tile: Tile, pixelRatio: number): void {
  if (tile.stale.size > MAX_PATCHES)
    drawRegion(tile.ctx, scene, tile.frame, tile.box, tile.frame.scale / pixelRatio)
  else for (const index of tile.stale) patchSeat(scene, tile, index, pixelRatio)
  tile.stale.clear()
}

/** The whole pixels a seat covers, ground and neighbours included, so that nothing of its old look stays. */
function patchSeat(scene: Scene, { ctx, frame }: Tile, index: number, pixelRatio: number): void {
  const reach = (scene.seatCm * frame.scale) / 2 + 1
  const x = (scene.map.x[index] as number) * frame.scale + frame.x
  const y = (scene.map.y[index] as number) * frame.scale + frame.y
  const [left, top] = [Math.floor(x - reach), Math.floor(y - reach)]
  const [right, bottom] = [Math.ceil(x + reach), Math.ceil(y + reach)]
  ctx.save()
  ctx.beginPath()
  ctx.rect(left, top, right - left, bottom - top)
  ctx.clip()
  const box = {
    minX: (left - frame.x) / frame.scale,
    minY: (top - frame.y) / frame.scale,
    maxX: (right - frame.x) / frame.scale,
    maxY: (bottom - frame.y) / frame.scale,
  }
  const fill = plainGroundOf(scene, index, box)
  if (fill) {
    ctx.fillStyle = fill
    ctx.fillRect(left, top, right - left, bottom - top)
    drawSeats(ctx, scene, frame, seatsIn(scene, box), frame.scale / pixelRatio)
  } else drawRegion(ctx, scene, frame, box, frame.scale / pixelRatio)
  ctx.restore()
}

/** The one colour the box's ground has, well inside the seat's section and away from decor; else null. */
function plainGroundOf({ map, sections, decorBoxes }: Scene, index: number, box: Box): string | null {
  const look = sections[map.sectionOf[index] as number]
  if (!look) return null
  const { outline } = look.section
  const isInner =
    isInside(outline, box.minX - EDGE_CM, box.minY - EDGE_CM) &&
    isInside(outline, box.maxX + EDGE_CM, box.minY - EDGE_CM) &&
    isInside(outline, box.minX - EDGE_CM, box.maxY + EDGE_CM) &&
    isInside(outline, box.maxX + EDGE_CM, box.maxY + EDGE_CM)
  const isBare = !map.decor.some(
    (piece, at) => !('outline' in piece && !piece.label) && boxesTouch(decorBoxes[at] as Box, box),
  )
  return isInner && isBare ? look.fill : null
}

function createCanvas(): OffscreenCanvas | HTMLCanvasElement {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(TILE_PX, TILE_PX)
  const canvas = document.createElement('canvas')
  canvas.width = TILE_PX
  canvas.height = TILE_PX
  return canvas
}

function contextOf(canvas: OffscreenCanvas | HTMLCanvasElement): Context2D {
  const ctx = canvas.getContext('2d', { alpha: false }) as Context2D | null
  if (!ctx) throw new Error('this browser cannot draw on a canvas')
  return ctx
}
