import { boxesTouch } from '../outline'
import { drawGround, type Frame, toPlanBox } from './draw-ground'
import type { Context2D, Scene } from './scene'
import type { Tile } from './tile'

/** A place on the screen, in device pixels. */
type Spot = { x: number; y: number; width: number; height: number }

/** On whole pixels and edge to edge: no seams between bitmaps. */
export function spotOf(frame: Frame, side: number, column: number, row: number): Spot {
  const x = Math.round(column * side + frame.x)
  const y = Math.round(row * side + frame.y)
  const width = Math.round((column + 1) * side + frame.x) - x
  return { x, y, width, height: Math.round((row + 1) * side + frame.y) - y }
}

/**
 * Where a bitmap is missing: the whole map's, and over it those of the scale nearest to this one; the bare ground
 * where there is none.
 */
export function drawInstead(
  ctx: Context2D,
  scene: Scene,
  tiles: Iterable<Tile>,
  baseScale: number,
  frame: Frame,
  spot: Spot,
): void {
  const { x: minX, y: minY } = spot
  const box = toPlanBox(frame, { minX, minY, maxX: minX + spot.width, maxY: minY + spot.height })
  const drawn = [...tiles].filter((tile) => tile.picture && boxesTouch(tile.box, box))
  const others = drawn.filter((tile) => tile.frame.scale !== baseScale)
  const off = (tile: Tile) => Math.abs(Math.log(tile.frame.scale / frame.scale))
  const nearest = Math.min(...others.map(off))
  const base = drawn.filter((tile) => tile.frame.scale === baseScale)
  ctx.save()
  ctx.beginPath()
  ctx.rect(spot.x, spot.y, spot.width, spot.height)
  ctx.clip()
  if (base.length === 0) drawGround(ctx, scene, frame, box)
  for (const tile of [...base, ...others.filter((other) => off(other) === nearest)]) {
    const x = tile.box.minX * frame.scale + frame.x
    const y = tile.box.minY * frame.scale + frame.y
    const side = (tile.box.maxX - tile.box.minX) * frame.scale
    ctx.drawImage(tile.picture as CanvasImageSource, x, y, side, side)
  }
  ctx.restore()
}
