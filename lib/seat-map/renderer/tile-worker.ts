import { drawBitmap } from './draw-seats'
import type { Scene } from './scene'
import { type FromWorker, TILE_PX, type TileOrder, type ToWorker, unpackScene } from './tile-orders'

// Runs in a worker of its own: draws bitmaps of the plan while the page goes on answering fingers.
const canvas = new OffscreenCanvas(TILE_PX, TILE_PX)
const ctx = canvas.getContext('2d', { alpha: false }) as OffscreenCanvasRenderingContext2D
let scene: Scene | null = null

// The first stroke on a canvas is slow. Better now, while the map is still on its way.
ctx.beginPath()
ctx.moveTo(0, 0)
ctx.arc(9, 9, 9, 0, 6)
ctx.fill()
ctx.stroke()
canvas.transferToImageBitmap().close()

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'scene') scene = unpackScene(data.scene)
  else if (!scene) return
  else if (data.kind === 'wanted') scene.wanted = data.wanted
  else if (data.kind === 'states') takeStates(scene, data.seats, data.states)
  else drawTile(scene, data.order)
})

function takeStates(into: Scene, seats: Uint32Array | null, states: Uint8Array): void {
  if (!seats) into.states = states
  else for (const [at, index] of seats.entries()) into.states[index] = states[at] as number
}

function drawTile(from: Scene, { id, frame, box, cssScale }: TileOrder): void {
  drawBitmap(ctx, from, frame, box, cssScale)
  const drawn: FromWorker = { id, bitmap: canvas.transferToImageBitmap() }
  postMessage(drawn, { transfer: [drawn.bitmap] })
}
