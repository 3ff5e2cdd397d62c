import { SEAT_STATE } from '../plan'
import { drawGround, type Frame, toPlanBox } from './draw-ground'
import type { Scene } from './scene'
import { seatColors } from './seat-looks'

type Rgb = readonly [red: number, green: number, blue: number]

/** Looks a category has in `seatColors`: four states, and a free seat outside the filter. */
const LOOKS = 5
const UNWANTED = 4
/** A seat alone in its pixel still shows. */
const MIN_COVER = 0.45
/** A taken seat is a small mark: what is still to be had shows between many of them. */
const TAKEN_WEIGHT = 0.4

/** Where the plan lies on a small canvas of that many pixels: all of it, in the middle. */
export function overviewFrame({ content }: Pick<Scene, 'content'>, width: number, height: number): Frame {
  const boxWidth = Math.max(1, content.maxX - content.minX)
  const boxHeight = Math.max(1, content.maxY - content.minY)
  const scale = Math.min(width / boxWidth, height / boxHeight)
  return {
    scale,
    x: (width - boxWidth * scale) / 2 - content.minX * scale,
    y: (height - boxHeight * scale) / 2 - content.minY * scale,
  }
}

/**
 * The whole map on a small canvas: its ground, and each pixel in the mean colour of the seats on it. One pass over the
 * seats (a millisecond or two for 100,000), so once a second costs nothing; not for every frame.
 */
export function drawOverview(canvas: HTMLCanvasElement, scene: Scene): void {
  const { width, height } = canvas
  const ctx = canvas.getContext('2d', { willReadFrequently: true })
  if (!ctx || width === 0 || height === 0) return
  const frame = overviewFrame(scene, width, height)
  drawGround(ctx, scene, frame, toPlanBox(frame, { minX: 0, minY: 0, maxX: width, maxY: height }))
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  const image = ctx.getImageData(0, 0, width, height)
  mixSeats(image, scene, frame)
  ctx.putImageData(image, 0, 0)
  ctx.fillStyle = scene.theme.mine
  const size = Math.max(4, scene.seatCm * frame.scale * 1.3)
  for (const index of scene.mine) {
    const x = (scene.map.x[index] as number) * frame.scale + frame.x
    const y = (scene.map.y[index] as number) * frame.scale + frame.y
    ctx.fillRect(x - size / 2, y - size / 2, size, size)
  }
}

/** Adds up the colours of the seats pixel by pixel, then lays their mean over the ground. */
function mixSeats({ data, width, height }: ImageData, scene: Scene, frame: Frame): void {
  const { map, states, wanted } = scene
  const colors = seatColors(scene).map(toRgb)
  const sums = new Float32Array(width * height * 4)
  // Seats bigger than a pixel cover as many as they are big.
  const side = Math.max(1, Math.round(scene.seatCm * frame.scale))
  const cover = Math.max(MIN_COVER, Math.min(1, (scene.seatCm * frame.scale) ** 2))
  for (let index = 0; index < map.seatCount; index++) {
    const category = map.category[index] as number
    const state = states[index] as number
    const isOut = state === SEAT_STATE.free && wanted !== null && !wanted.has(category)
    const [red, green, blue] = colors[category * LOOKS + (isOut ? UNWANTED : state)] as Rgb
    const weight = state === SEAT_STATE.free ? 1 : TAKEN_WEIGHT
    const left = Math.round((map.x[index] as number) * frame.scale + frame.x - side / 2)
    const top = Math.round((map.y[index] as number) * frame.scale + frame.y - side / 2)
    for (let y = Math.max(0, top); y < Math.min(height, top + side); y++) {
      for (let x = Math.max(0, left); x < Math.min(width, left + side); x++) {
        const at = (y * width + x) * 4
        sums[at]! += red * weight
        sums[at + 1]! += green * weight
        sums[at + 2]! += blue * weight
        sums[at + 3]! += weight
      }
    }
  }
  for (let at = 0; at < sums.length; at += 4) {
    const count = sums[at + 3] as number
    if (count === 0) continue
    const share = Math.min(1, count * cover)
    for (let part = at; part < at + 3; part++)
      data[part] = (data[part] as number) * (1 - share) + ((sums[part] as number) / count) * share
  }
}

function toRgb(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16) || 0
  return [value >> 16, (value >> 8) & 255, value & 255]
}
