import type { Box } from '../outline'
import type { Frame } from './draw-ground'
import { drawRegion } from './draw-seats'
import type { Context2D, Scene } from './scene'

const TILE_PX = 512
const MAX_TILES = 72
/** Changing more seats of a tile than this one by one is slower than drawing it anew. */
const MAX_PATCHES = 120

type Tile = {
  canvas: OffscreenCanvas | HTMLCanvasElement
  ctx: Context2D
  level: number
  frame: Frame
  box: Box
  usedAt: number
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

  constructor(private readonly scene: Scene) {}

  /** Draws what is on screen; false while some of it is only a coarser level yet. */
  draw(ctx: Context2D, frame: Frame, widthPx: number, heightPx: number, budgetMs: number): boolean {
    this.clock++
    // A little past its own scale a level still looks sharp: none is shown more than 1.2 times its size.
    const level = Math.max(0, Math.ceil(Math.log2(frame.scale / this.baseScale) - 0.27))
    const side = (TILE_PX / this.scaleOf(level)) * frame.scale
    const until = performance.now() + budgetMs
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

  /** Draws these seats anew in every bitmap they are in. */
  patch(seats: readonly number[]): void {
    const { scene, tiles, pixelRatio } = this
    for (const [key, tile] of tiles) {
      const inside = seats.filter((index) => touches(scene, tile, index))
      if (inside.length <= MAX_PATCHES) {
        for (const index of inside) patchSeat(scene, tile, index, pixelRatio)
      } else if (tile.level > 0 && tile.usedAt < this.clock) tiles.delete(key)
      else drawRegion(tile.ctx, scene, tile.frame, tile.box, tile.frame.scale / pixelRatio)
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

  private find(level: number, column: number, row: number): Tile | undefined {
    const tile = this.tiles.get(`${level}/${column}/${row}`)
    if (tile) tile.usedAt = this.clock
    return tile
  }

  private make(level: number, column: number, row: number): Tile {
    const scale = this.scaleOf(level)
    const frame = { scale, x: -column * TILE_PX, y: -row * TILE_PX }
    const side = TILE_PX / scale
    const box = { minX: column * side, minY: row * side, maxX: (column + 1) * side, maxY: (row + 1) * side }
    const canvas = this.takeOldest() ?? createCanvas()
    const tile = { canvas, ctx: contextOf(canvas), level, frame, box, usedAt: this.clock }
    drawRegion(tile.ctx, this.scene, frame, box, scale / this.pixelRatio)
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
  drawRegion(ctx, scene, frame, box, frame.scale / pixelRatio)
  ctx.restore()
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
