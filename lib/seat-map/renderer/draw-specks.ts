import { eachCellRun, visitSeats } from '../grid'
import type { Box } from '../outline'
import { SEAT_STATE } from '../plan'
import { type Rgb, readHex } from './color'
import { type Frame, toPlanBox, widenBox } from './draw-ground'
import type { Context2D, Scene } from './scene'
import { lookOf, STATE_COUNT, seatColors } from './seat-looks'
import { TILE_PX } from './tile-orders'

/** Below this many device pixels a seat is a speck: a circle of that size is a blurred square anyway. */
const SPECK_PX = 3.4

/** True where seats are specks at this scale. */
export function areSpecks({ seatCm }: Scene, frame: Frame): boolean {
  return seatCm * frame.scale < SPECK_PX
}

/** Draws these seats, all of one colour and state. */
export function drawSpecks(
  ctx: Context2D,
  { map, seatCm }: Scene,
  frame: Frame,
  group: readonly number[],
  color: string,
  state: number,
): void {
  ctx.fillStyle = color
  const size = speckSize(seatCm * frame.scale, state)
  for (const index of group) {
    const x = (map.x[index] as number) * frame.scale + frame.x
    const y = (map.y[index] as number) * frame.scale + frame.y
    ctx.fillRect(x - size / 2, y - size / 2, size, size)
  }
}

/** The parts of specks that lie within a box of whole pixels; cut by hand, which is quicker than a clip. */
export function drawSpecksWithin(
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

/**
 * All specks of a bitmap, written pixel by pixel and laid over what it shows: a tenth of the time that as many
 * rectangles take. False, and nothing drawn, where a colour cannot be read. It reads nothing back: some browsers
 * answer that with noise.
 */
export function laySpecks(ctx: Context2D, scene: Scene, frame: Frame): boolean {
  const colors = seatColors(scene).map(readHex)
  if (colors.includes(null)) return false
  layer ??= openLayer()
  const { image } = layer
  image.data.fill(0)
  const all = { minX: 0, minY: 0, maxX: TILE_PX, maxY: TILE_PX }
  const rgb = Uint8Array.from((colors as Rgb[]).flat())
  eachCellRun(scene.grid, seatBoxOf(scene, frame, all), (from, to) =>
    writeSpecks(image.data, scene, frame, rgb, from, to),
  )
  layer.ctx.putImageData(image, 0, 0)
  ctx.save()
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  ctx.drawImage(layer.ctx.canvas, 0, 0)
  ctx.restore()
  return true
}

let layer: { ctx: Context2D; image: ImageData } | null = null

function openLayer() {
  const canvas =
    typeof OffscreenCanvas === 'undefined' ? document.createElement('canvas') : new OffscreenCanvas(1, 1)
  canvas.width = TILE_PX
  canvas.height = TILE_PX
  const ctx = canvas.getContext('2d', { willReadFrequently: true }) as Context2D
  return { ctx, image: new ImageData(TILE_PX, TILE_PX) }
}

/**
 * Writes a run of the grid's seats. Rectangles with soft edges: each pixel takes as much of the colour as is covered
 * of it. One plain loop: it runs a hundred thousand times before the browser had time to make it quick.
 */
function writeSpecks(
  data: Uint8ClampedArray,
  scene: Scene,
  { scale, x: originX, y: originY }: Frame,
  rgb: Uint8Array,
  from: number,
  to: number,
): void {
  const { x: seatXs, y: seatYs } = scene.map
  const { seats } = scene.grid
  const halfFree = speckSize(scene.seatCm * scale, SEAT_STATE.free) / 2
  const halfTaken = speckSize(scene.seatCm * scale, SEAT_STATE.sold) / 2
  for (let at = from; at < to; at++) {
    const index = seats[at] as number
    const look = lookOf(scene, index)
    const half = look % STATE_COUNT === SEAT_STATE.free ? halfFree : halfTaken
    const x = (seatXs[index] as number) * scale + originX
    const y = (seatYs[index] as number) * scale + originY
    const left = Math.max(0, x - half)
    const right = Math.min(TILE_PX, x + half)
    const top = Math.max(0, y - half)
    const bottom = Math.min(TILE_PX, y + half)
    if (left >= right) continue
    for (let pixelY = Math.floor(top); pixelY < bottom; pixelY++) {
      const tall = Math.min(bottom, pixelY + 1) - Math.max(top, pixelY)
      for (let pixelX = Math.floor(left); pixelX < right; pixelX++) {
        const cover = tall * (Math.min(right, pixelX + 1) - Math.max(left, pixelX))
        const pixel = (pixelY * TILE_PX + pixelX) * 4
        const under = ((data[pixel + 3] as number) / 255) * (1 - cover)
        const share = cover / (cover + under)
        for (let part = 0; part < 3; part++) {
          const old = data[pixel + part] as number
          data[pixel + part] = old + ((rgb[look * 3 + part] as number) - old) * share
        }
        data[pixel + 3] = (cover + under) * 255
      }
    }
  }
}

/** Where seats lie of which a part is within the box of pixels. */
function seatBoxOf({ seatCm }: Scene, frame: Frame, pixels: Box): Box {
  return widenBox(toPlanBox(frame, pixels), seatCm / 2 + 1 / frame.scale)
}

/** Even a speck says by its size that it is taken. */
function speckSize(diameter: number, state: number): number {
  return Math.max(1, diameter) * (state === SEAT_STATE.free ? 1 : 0.62)
}
