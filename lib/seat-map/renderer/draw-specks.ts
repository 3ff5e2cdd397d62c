import type { SeatMap } from '../decode-plan'
import { eachCellRun } from '../grid'
import type { Box } from '../outline'
import { SEAT_STATE } from '../plan'
import { type Rgb, readHex } from './color'
import { type Frame, toPlanBox, widenBox } from './draw-ground'
import type { Context2D, Scene } from './scene'
import { STATE_COUNT, seatColors, UNWANTED } from './seat-looks'
import { TILE_PX } from './tile-orders'

/** Below this many device pixels a seat is a speck: a circle of that size is a blurred square anyway. */
const SPECK_PX = 3.4
/** Of a free one's size: a little more than from near, where it is a dot in a seat's place. */
const TAKEN_SHARE = 0.45

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

/**
 * All specks of a bitmap, written pixel by pixel and laid over what it shows: a fraction of the time that as many
 * rectangles take. False, and nothing drawn, where a colour cannot be read. It reads nothing back: some browsers
 * answer that with noise.
 */
export function laySpecks(ctx: Context2D, scene: Scene, frame: Frame): boolean {
  const looks = readLooks(scene, frame.scale)
  if (!looks) return false
  layer ??= openSheet(TILE_PX, TILE_PX)
  layer.pixels.fill(0)
  const paper = layPaper(layer, scene, frame, looks)
  const all = { minX: 0, minY: 0, maxX: TILE_PX, maxY: TILE_PX }
  const { seats } = scene.grid
  eachCellRun(scene.grid, seatBoxOf(scene, frame, all), (from, to) => writeSpecks(paper, seats, from, to))
  layer.ctx.putImageData(layer.image, 0, 0)
  ctx.save()
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  ctx.drawImage(layer.ctx.canvas, 0, 0)
  ctx.restore()
  return true
}

let layer: Sheet | null = null

export type Sheet = { ctx: Context2D; image: ImageData; pixels: Int32Array }

/** Something to write pixels on, and to lay over a picture. */
export function openSheet(widthPx: number, heightPx: number): Sheet {
  const canvas =
    typeof OffscreenCanvas === 'undefined' ? document.createElement('canvas') : new OffscreenCanvas(1, 1)
  canvas.width = widthPx
  canvas.height = heightPx
  const ctx = canvas.getContext('2d', { willReadFrequently: true }) as Context2D
  const image = new ImageData(widthPx, heightPx)
  return { ctx, image, pixels: new Int32Array(image.data.buffer) }
}

/** By category × STATE_COUNT + state: a pixel without its alpha, and half a speck's size in 256ths of a pixel. */
export type SpeckLooks = { colors: Int32Array; halves: Float64Array }

/** How specks look at a scale; null where a colour cannot be read. */
export function readLooks({ map, theme, wanted, seatCm }: Scene, scale: number): SpeckLooks | null {
  const rgbs = seatColors({ map, theme }).map(readHex)
  if (rgbs.includes(null)) return null
  // Blue, green, red: pixels are little-endian, as is every machine that runs this.
  const colors = Int32Array.from(rgbs as Rgb[], ([red, green, blue]) => (blue << 16) | (green << 8) | red)
  const halves = Float64Array.from(colors, (_, look) => speckSize(seatCm * scale, look % STATE_COUNT) * 128)
  for (let look = 0; wanted && look < colors.length; look += STATE_COUNT) {
    if (wanted.has(look / STATE_COUNT)) continue
    colors[look] = colors[look + UNWANTED] as number
    halves[look] = halves[look + UNWANTED] as number
  }
  return { colors, halves }
}

/** What specks are written on, and all that is to be known of them. */
export type Paper = SpeckLooks & {
  pixels: Int32Array
  widthPx: number
  heightPx: number
  xs: Uint16Array
  ys: Uint16Array
  categories: Uint8Array
  states: Uint8Array
  frame: Frame
}

type Seats = Pick<Scene, 'states'> & { map: Pick<SeatMap, 'x' | 'y' | 'category'> }

/** A sheet for seats that lie where the frame puts them. */
export function layPaper(
  { pixels, image }: Sheet,
  { map, states }: Seats,
  frame: Frame,
  looks: SpeckLooks,
): Paper {
  const { colors, halves } = looks
  const size = { widthPx: image.width, heightPx: image.height }
  return { pixels, ...size, xs: map.x, ys: map.y, categories: map.category, states, colors, halves, frame }
}

/**
 * Writes seats `seats[from]` … `seats[to - 1]`, or `from` … `to - 1` where there is no list. Rectangles with soft edges:
 * each pixel takes as much of the colour as is covered of it. One plain loop in whole numbers (256 a pixel), without
 * calls: it runs a hundred thousand times before the browser had time to make it quick.
 */
export function writeSpecks(paper: Paper, seats: Uint32Array | null, from: number, to: number): void {
  const { pixels, widthPx, xs, ys, categories, states, colors, halves } = paper
  const scale = paper.frame.scale * 256
  const originX = paper.frame.x * 256
  const originY = paper.frame.y * 256
  const rightEnd = widthPx << 8
  const bottomEnd = paper.heightPx << 8
  for (let at = from; at < to; at++) {
    const index = seats === null ? at : (seats[at] as number)
    const look = (categories[index] as number) * STATE_COUNT + (states[index] as number)
    const half = halves[look] as number
    const color = colors[look] as number
    const x = (xs[index] as number) * scale + originX
    const y = (ys[index] as number) * scale + originY
    const left = x < half ? 0 : (x - half) | 0
    const right = x + half > rightEnd ? rightEnd : (x + half) | 0
    const top = y < half ? 0 : (y - half) | 0
    const bottom = y + half > bottomEnd ? bottomEnd : (y + half) | 0
    if (left >= right) continue
    for (let y0 = top; y0 < bottom; ) {
      let y1 = (y0 | 255) + 1
      if (y1 > bottom) y1 = bottom
      const line = (y0 >> 8) * widthPx
      for (let x0 = left; x0 < right; ) {
        let x1 = (x0 | 255) + 1
        if (x1 > right) x1 = right
        const cover = ((y1 - y0) * (x1 - x0)) >> 8
        const pixel = line + (x0 >> 8)
        const under = pixels[pixel] as number
        const alpha = under >>> 24
        // Mostly there is nothing yet, or a neighbour that looks the same.
        if (alpha === 0) pixels[pixel] = color | ((cover - (cover >> 8)) << 24)
        else if (((under ^ color) & 0xffffff) === 0) {
          pixels[pixel] = color | ((alpha + (((255 - alpha) * cover) >> 8)) << 24)
        } else pixels[pixel] = mixPixels(under, color, cover)
        x0 = x1
      }
      y0 = y1
    }
  }
}

/** A colour over a pixel of another, of which 0 (nothing) … 256 (all) is covered. */
function mixPixels(under: number, color: number, cover: number): number {
  const left = ((under >>> 24) * (256 - cover)) >> 8
  const total = cover + left
  const share = ((cover << 8) / total) | 0
  const rest = 256 - share
  // Red and blue are mixed in one go: there is room for the product between them.
  const redBlue = (Math.imul(under & 0xff00ff, rest) + Math.imul(color & 0xff00ff, share)) >>> 8
  const green = ((under & 0xff00) * rest + (color & 0xff00) * share) >>> 8
  return ((total - (total >> 8)) << 24) | (redBlue & 0xff00ff) | (green & 0xff00)
}

/** Where seats lie of which a part is within the box of pixels. */
export function seatBoxOf({ seatCm }: Scene, frame: Frame, pixels: Box): Box {
  return widenBox(toPlanBox(frame, pixels), seatCm / 2 + 1 / frame.scale)
}

/** Even a speck says by its size that it is taken. */
export function speckSize(diameter: number, state: number): number {
  return Math.max(1, diameter) * (state === SEAT_STATE.free ? 1 : TAKEN_SHARE)
}
