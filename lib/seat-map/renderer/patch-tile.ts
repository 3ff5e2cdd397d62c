import { visitSeats } from '../grid'
import { type Box, boxesTouch, isInside } from '../outline'
import { type Frame, toPlanBox } from './draw-ground'
import { drawRegion, drawSeats, seatsIn } from './draw-seats'
import { areSpecks, seatBoxOf, speckSize } from './draw-specks'
import type { Context2D, Scene } from './scene'
import { lookOf, STATE_COUNT, seatColors } from './seat-looks'
import { contextOf, type Tile } from './tile'

/** Half the widest edge of a section, and a little more. */
const EDGE_CM = 12

/** Brings seats of a bitmap that changed up to date. */
export function patchTile(scene: Scene, tile: Tile): void {
  const ctx = contextOf(tile)
  const colors = seatColors(scene)
  for (const index of tile.stale) patchSeat(scene, tile, ctx, colors, index)
  tile.stale.clear()
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

/** The parts of specks that lie within a box of whole pixels; cut by hand, which is quicker than a clip. */
function drawSpecksWithin(
  ctx: Context2D,
  scene: Scene,
  frame: Frame,
  colors: readonly string[],
  pixels: Box,
): void {
  const { map, grid, seatCm } = scene
  visitSeats(grid, seatBoxOf(scene, frame, pixels), (index) => {
    const look = lookOf(scene, index)
    const half = speckSize(seatCm * frame.scale, look % STATE_COUNT) / 2
    const x = (map.x[index] as number) * frame.scale + frame.x
    const y = (map.y[index] as number) * frame.scale + frame.y
    const [left, right] = [Math.max(pixels.minX, x - half), Math.min(pixels.maxX, x + half)]
    const [top, bottom] = [Math.max(pixels.minY, y - half), Math.min(pixels.maxY, y + half)]
    if (left >= right || top >= bottom) return
    ctx.fillStyle = colors[look] as string
    ctx.fillRect(left, top, right - left, bottom - top)
  })
}
