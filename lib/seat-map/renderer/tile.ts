import { type Box, boxesTouch, isInside } from '../outline'
import { drawWords, type Frame, hasWords, isBare, toPlanBox } from './draw-ground'
import { drawBitmap, drawRegion, drawSeats, seatsIn } from './draw-seats'
import { areSpecks, drawSpecksWithin } from './draw-specks'
import type { Context2D, Scene } from './scene'
import { seatColors } from './seat-looks'
import { TILE_PX } from './tile-orders'

/** Half the widest edge of a section, and a little more. */
const EDGE_CM = 12

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

/** Brings seats that changed up to date. */
export function patchTile(scene: Scene, tile: Tile): void {
  const ctx = contextOf(tile)
  const colors = seatColors(scene)
  for (const index of tile.stale) patchSeat(scene, tile, ctx, colors, index)
  tile.stale.clear()
}

/** True where any part of the seat may be on it. */
export function isOnTile({ map, seatCm }: Scene, { box }: Tile, index: number): boolean {
  const x = map.x[index] as number
  const y = map.y[index] as number
  return x + seatCm > box.minX && x - seatCm < box.maxX && y + seatCm > box.minY && y - seatCm < box.maxY
}

/** What is drawn on it; a picture that came from elsewhere is copied first. */
function contextOf(tile: Tile): Context2D {
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

/** The whole pixels a seat covers, ground and neighbours included, so that nothing of its old look stays. */
function patchSeat(
  scene: Scene,
  { frame, cssScale }: Tile,
  ctx: Context2D,
  colors: readonly string[],
  index: number,
): void {
  const pixels = pixelsOf(scene, frame, index)
  const [width, height] = [pixels.maxX - pixels.minX, pixels.maxY - pixels.minY]
  const box = toPlanBox(frame, pixels)
  const fill = plainGroundOf(scene, index, box)
  if (fill) {
    ctx.fillStyle = fill
    ctx.fillRect(pixels.minX, pixels.minY, width, height)
    if (areSpecks(scene, frame)) {
      drawSpecksWithin(ctx, scene, frame, colors, pixels)
      return
    }
  }
  ctx.save()
  ctx.beginPath()
  ctx.rect(pixels.minX, pixels.minY, width, height)
  ctx.clip()
  if (fill) drawSeats(ctx, scene, frame, seatsIn(scene, box), cssScale)
  else drawRegion(ctx, scene, frame, box, cssScale)
  ctx.restore()
}

function pixelsOf({ map, seatCm }: Scene, frame: Frame, index: number): Box {
  const reach = (seatCm * frame.scale) / 2 + 1
  const x = (map.x[index] as number) * frame.scale + frame.x
  const y = (map.y[index] as number) * frame.scale + frame.y
  return {
    minX: Math.floor(x - reach),
    minY: Math.floor(y - reach),
    maxX: Math.ceil(x + reach),
    maxY: Math.ceil(y + reach),
  }
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
