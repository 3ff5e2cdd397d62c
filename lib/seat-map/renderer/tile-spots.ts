import { type Box, boxesTouch } from '../outline'
import { type Frame, toPlanBox } from './draw-ground'
import type { Context2D, Scene } from './scene'
import { isDrawn, type Tile } from './tile'
import type { Underlay } from './underlay'

/** A place on the screen, in device pixels. */
export type Spot = { x: number; y: number; width: number; height: number }

/** On whole pixels and edge to edge: no seams between bitmaps. */
export function spotOf(frame: Frame, side: number, column: number, row: number): Spot {
  const x = Math.round(column * side + frame.x)
  const y = Math.round(row * side + frame.y)
  const width = Math.round((column + 1) * side + frame.x) - x
  return { x, y, width, height: Math.round((row + 1) * side + frame.y) - y }
}

/** Draws what there is of it. */
export function drawTile(ctx: Context2D, { theme }: Scene, tile: Tile, spot: Spot): void {
  const { x, y, width, height } = spot
  if (tile.picture) ctx.drawImage(tile.picture, x, y, width, height)
  else if (tile.isBare) {
    ctx.fillStyle = theme.ground
    ctx.fillRect(x, y, width, height)
  }
}

/**
 * Where bitmaps are missing: those of the scale nearest to this one, the whole map's under them where they leave gaps,
 * and what is under all of them where there is neither.
 */
export function drawInstead(
  ctx: Context2D,
  scene: Scene,
  tiles: readonly Tile[],
  baseScale: number,
  frame: Frame,
  spots: readonly Spot[],
  under: Underlay,
): void {
  const drawn = tiles.filter(isDrawn)
  // At first there is nothing at all: one ground is quicker than many cut from it.
  const around = drawn.length === 0 && spots.length > 0 ? [unionOf(spots)] : spots
  for (const spot of around) {
    const { x: minX, y: minY } = spot
    const box = toPlanBox(frame, { minX, minY, maxX: minX + spot.width, maxY: minY + spot.height })
    const inBox = drawn.filter((tile) => boxesTouch(tile.box, box))
    ctx.save()
    ctx.beginPath()
    ctx.rect(spot.x, spot.y, spot.width, spot.height)
    ctx.clip()
    for (const layer of layersFor(inBox, baseScale, frame.scale, box)) {
      if (layer === 'ground') under.draw(ctx, frame, box)
      else for (const tile of layer) drawScaled(ctx, scene, tile, frame)
    }
    ctx.restore()
  }
}

/** What to draw one over the other so that the box is covered; no more than that, pixels are dear. */
function layersFor(
  tiles: readonly Tile[],
  baseScale: number,
  scale: number,
  box: Box,
): ('ground' | readonly Tile[])[] {
  const others = tiles.filter((tile) => tile.frame.scale !== baseScale)
  const off = (tile: Tile) => Math.abs(Math.log(tile.frame.scale / scale))
  const nearest = Math.min(...others.map(off))
  const top = others.filter((tile) => off(tile) === nearest)
  if (covers(top, box)) return [top]
  const base = tiles.filter((tile) => tile.frame.scale === baseScale)
  return covers(base, box) ? [base, top] : ['ground', base, top]
}

/** Bitmaps of one scale never overlap, so their areas add up. */
function covers(tiles: readonly Tile[], box: Box): boolean {
  const areas = tiles.map((tile) => {
    const width = Math.min(tile.box.maxX, box.maxX) - Math.max(tile.box.minX, box.minX)
    return width * (Math.min(tile.box.maxY, box.maxY) - Math.max(tile.box.minY, box.minY))
  })
  const area = (box.maxX - box.minX) * (box.maxY - box.minY)
  return areas.reduce((sum, part) => sum + part, 0) > area * 0.9999
}

function drawScaled(ctx: Context2D, scene: Scene, tile: Tile, frame: Frame): void {
  const x = tile.box.minX * frame.scale + frame.x
  const y = tile.box.minY * frame.scale + frame.y
  const side = (tile.box.maxX - tile.box.minX) * frame.scale
  drawTile(ctx, scene, tile, { x, y, width: side, height: side })
}

function unionOf(spots: readonly Spot[]): Spot {
  const x = Math.min(...spots.map((spot) => spot.x))
  const y = Math.min(...spots.map((spot) => spot.y))
  const right = Math.max(...spots.map((spot) => spot.x + spot.width))
  const bottom = Math.max(...spots.map((spot) => spot.y + spot.height))
  return { x, y, width: right - x, height: bottom - y }
}
