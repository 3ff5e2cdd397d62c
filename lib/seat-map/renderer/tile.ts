import type { Box } from '../outline'
import { drawWords, type Frame, hasWords, isBare } from './draw-ground'
import { drawBitmap } from './draw-seats'
import type { Context2D, Scene } from './scene'
import { TILE_PX } from './tile-orders'

/** A bitmap of a part of the plan. */
export type Tile = {
  frame: Frame
  box: Box
  /** CSS pixels a centimetre. */
  cssScale: number
  /** There is nothing on it but the ground: it needs no picture. */
  isBare: boolean
  /** Null until it is drawn. */
  picture: ImageBitmap | OffscreenCanvas | HTMLCanvasElement | null
  /** Of a picture that can be drawn on. */
  ctx: Context2D | null
  usedAt: number
  /** A new picture is on its way. */
  isOrdered: boolean
  /** The picture shows colours or a filter of before. */
  isOutdated: boolean
  /** Seats that look different by now; drawn anew when the bitmap is next shown. */
  stale: Set<number>
}

/** The bitmap of a column and row at a scale (device pixels a centimetre), not drawn yet. */
export function createTile(
  scene: Scene,
  scale: number,
  column: number,
  row: number,
  pixelRatio: number,
): Tile {
  const side = TILE_PX / scale
  const box = { minX: column * side, minY: row * side, maxX: (column + 1) * side, maxY: (row + 1) * side }
  const frame = { scale, x: -column * TILE_PX, y: -row * TILE_PX }
  const isNew = { picture: null, ctx: null, usedAt: 0, isOrdered: false, isOutdated: false }
  const cssScale = scale / pixelRatio
  return { frame, box, cssScale, isBare: isBare(scene, box), ...isNew, stale: new Set() }
}

/** True where there is something to show for it. */
export function isDrawn({ picture, isBare }: Tile): boolean {
  return isBare || picture !== null
}

/** Draws all of it, here and now. */
export function paintTile(scene: Scene, tile: Tile): void {
  const ctx = contextOf(tile)
  drawBitmap(ctx, scene, tile.frame, tile.box, tile.cssScale)
  drawWords(ctx, scene, tile.frame, tile.box)
  tile.isOutdated = false
  tile.stale.clear()
}

/** Takes a picture drawn elsewhere, which has no words yet. */
export function hangPicture(scene: Scene, tile: Tile, picture: ImageBitmap): void {
  dropPicture(tile)
  tile.picture = picture
  tile.isOrdered = false
  if (hasWords(scene, tile.box)) drawWords(contextOf(tile), scene, tile.frame, tile.box)
}

/** Gives the memory back at once: a bitmap is too big to wait for the garbage collector. */
export function dropPicture(tile: Tile): void {
  if (tile.picture && 'close' in tile.picture) tile.picture.close()
  else if (tile.picture) tile.picture.width = 0
  tile.picture = null
  tile.ctx = null
}

/** True where any part of the seat may be on it. */
export function isOnTile({ map, seatCm }: Scene, { box }: Tile, index: number): boolean {
  const x = map.x[index] as number
  const y = map.y[index] as number
  return x + seatCm > box.minX && x - seatCm < box.maxX && y + seatCm > box.minY && y - seatCm < box.maxY
}

/** What is drawn on it; a picture that came from elsewhere is copied first. */
export function contextOf(tile: Tile): Context2D {
  if (tile.ctx) return tile.ctx
  const canvas = createCanvas()
  const ctx = canvas.getContext('2d', { alpha: false }) as Context2D | null
  if (!ctx) throw new Error('this browser cannot draw on a canvas')
  if (tile.picture) ctx.drawImage(tile.picture, 0, 0)
  dropPicture(tile)
  tile.picture = canvas
  tile.ctx = ctx
  return ctx
}

function createCanvas(): OffscreenCanvas | HTMLCanvasElement {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(TILE_PX, TILE_PX)
  const canvas = document.createElement('canvas')
  canvas.width = TILE_PX
  canvas.height = TILE_PX
  return canvas
}
