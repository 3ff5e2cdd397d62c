import { drawPicture } from './draw-seats'
import type { Scene } from './scene'
import { type FromWorker, TILE_PX, type TileOrder, type ToWorker, unpackScene } from './tile-orders'

// Runs in a worker of its own: draws bitmaps of the plan while the page goes on answering fingers.
const canvas = new OffscreenCanvas(TILE_PX, TILE_PX)
const ctx = canvas.getContext('2d', { alpha: false }) as OffscreenCanvasRenderingContext2D
let scene: Scene | null = null

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
  drawPicture(ctx, from, frame, box, cssScale)
  const drawn: FromWorker = { id, bitmap: canvas.transferToImageBitmap() }
  postMessage(drawn, { transfer: [drawn.bitmap] })
}
