import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { type FrameRun, nextFrame, runFrames } from './map-frames'

/** Nothing drawn at all: the most frames this browser gives. */
export function runIdle(ms: number): Promise<FrameRun> {
  return runFrames(ms, () => {})
}

/** The least that a moving picture costs: one bitmap as big as the screen, drawn anew each frame, elsewhere. */
export async function runBlit(ms: number): Promise<FrameRun> {
  const canvas = document.body.appendChild(document.createElement('canvas'))
  canvas.width = innerWidth * devicePixelRatio
  canvas.height = innerHeight * devicePixelRatio
  const ctx = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D
  const picture = new OffscreenCanvas(canvas.width, canvas.height)
  const paint = picture.getContext('2d') as OffscreenCanvasRenderingContext2D
  for (let at = 0; at < 4_000; at++) {
    paint.fillStyle = `hsl(${at % 360} 60% 50%)`
    paint.fillRect((at * 37) % canvas.width, (at * 91) % canvas.height, 6, 6)
  }
  const bitmap = picture.transferToImageBitmap()
  const run = await runFrames(ms, (t) => {
    const scale = 1 + 0.2 * Math.sin(t * Math.PI * 4)
    ctx.drawImage(bitmap, Math.sin(t * 9) * 90, 0, canvas.width * scale, canvas.height * scale)
  })
  bitmap.close()
  canvas.remove()
  return run
}

/** The same seats as circles of one SVG. */
export async function openSvg(map: SeatMap): Promise<void> {
  const xml = 'http://www.w3.org/2000/svg'
  const svg = document.body.appendChild(document.createElementNS(xml, 'svg'))
  for (let index = 0; index < map.seatCount; index++) {
    const seat = document.createElementNS(xml, 'circle')
    seat.setAttribute('cx', String(map.x[index]))
    seat.setAttribute('cy', String(map.y[index]))
    seat.setAttribute('r', '20')
    seat.setAttribute('fill', map.categories[map.category[index] as number]?.color ?? 'gray')
    svg.append(seat)
  }
  svg.setAttribute('viewBox', `0 0 ${map.width} ${map.height}`)
  await nextFrame()
  await nextFrame()
}

/** Pans it by its view box. */
export async function runSvg(map: SeatMap, ms: number): Promise<FrameRun> {
  const svg = document.querySelector('svg') as SVGSVGElement
  return runFrames(ms, (t) => {
    const x = Math.sin(t * Math.PI * 4) * map.width * 0.2
    svg.setAttribute('viewBox', `${x} 0 ${map.width} ${map.height}`)
  })
}
