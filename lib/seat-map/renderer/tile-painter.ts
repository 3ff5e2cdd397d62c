import type { Scene } from './scene'
import { type FromWorker, packScene, type TileOrder, type ToWorker } from './tile-orders'

/** Few enough that what is wanted now is never behind much that was wanted before. */
const MAX_ORDERS = 3

/** Someone else to draw bitmaps: a worker. It sees states and looks in the order they are told. */
export type TilePainter = {
  /** False while it has enough to do. */
  canTake(): boolean
  order(order: TileOrder): void
  /** These seats have new states; very many, or all. */
  takeStates(seats: readonly number[] | 'all'): void
  /** The filter changed. */
  takeWanted(): void
  /** Colours changed. */
  takeScene(): void
  close(): void
}

export type PainterEvents = {
  onPainted(id: number, bitmap: ImageBitmap): void
  /** It cannot work here: what was ordered will not come. */
  onFailed(): void
}

/** A painter of the scene; null where a browser has no canvas for workers. */
export function openPainter(scene: Scene, events: PainterEvents): TilePainter | null {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return null
  const worker = new Worker(new URL('./tile-worker.ts', import.meta.url), { type: 'module' })
  let orderCount = 0
  const send = (message: ToWorker) => worker.postMessage(message)
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    orderCount--
    events.onPainted(data.id, data.bitmap)
  }
  worker.onerror = () => {
    worker.terminate()
    events.onFailed()
  }
  send({ kind: 'scene', scene: packScene(scene) })
  return {
    canTake: () => orderCount < MAX_ORDERS,
    order(order) {
      orderCount++
      send({ kind: 'draw', order })
    },
    takeStates(seats) {
      if (seats === 'all') return send({ kind: 'states', seats: null, states: scene.states })
      const states = Uint8Array.from(seats, (index) => scene.states[index] as number)
      send({ kind: 'states', seats: Uint32Array.from(seats), states })
    },
    takeWanted: () => send({ kind: 'wanted', wanted: scene.wanted }),
    takeScene: () => send({ kind: 'scene', scene: packScene(scene) }),
    close: () => worker.terminate(),
  }
}
