import type { Scene } from './scene'
import { type FromWorker, packScene, type TileOrder, type ToWorker } from './tile-orders'

/** Few enough that what is wanted now is never behind much that was wanted before. */
const MAX_ORDERS = 8
/** A worker that has orders and does not answer through two of these has died or hangs. */
const SILENCE_MS = 2_000

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

let spare: Worker | null = null

/** Starts the worker that the next map will want, while its data is still on the way. Harmless to call again. */
export function warmPainter(): void {
  if (!canPaintAside() || spare) return
  spare = startWorker()
  spare.onerror = () => {
    spare = null
  }
}

/** A painter of the scene; null where a browser has no canvas for workers. */
export function openPainter(scene: Scene, events: PainterEvents): TilePainter | null {
  if (!canPaintAside()) return null
  const worker = spare ?? startWorker()
  spare = null
  let orderCount = 0
  const send = (message: ToWorker) => worker.postMessage(message)
  const end = () => {
    watch.stop()
    worker.terminate()
  }
  const fail = () => {
    end()
    events.onFailed()
  }
  const watch = watchSilence(fail)
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    orderCount--
    if (orderCount > 0) watch.start()
    else watch.stop()
    events.onPainted(data.id, data.bitmap)
  }
  worker.onerror = fail
  send({ kind: 'scene', scene: packScene(scene) })
  return {
    canTake: () => orderCount < MAX_ORDERS,
    order(order) {
      if (orderCount++ === 0) watch.start()
      send({ kind: 'draw', order })
    },
    takeStates(seats) {
      if (seats === 'all') return send({ kind: 'states', seats: null, states: scene.states })
      const states = Uint8Array.from(seats, (index) => scene.states[index] as number)
      send({ kind: 'states', seats: Uint32Array.from(seats), states })
    },
    takeWanted: () => send({ kind: 'wanted', wanted: scene.wanted }),
    takeScene: () => send({ kind: 'scene', scene: packScene(scene) }),
    close: end,
  }
}

/** True where a browser has a canvas for workers. */
export function canPaintAside(): boolean {
  return typeof Worker !== 'undefined' && typeof OffscreenCanvas !== 'undefined'
}

function startWorker(): Worker {
  return new Worker(new URL('./tile-worker.ts', import.meta.url), { type: 'module' })
}

/**
 * Calls back when nobody has started it anew for two spans running. Two, because a computer that wakes up finds its
 * timers run out before the answers that waited with them are handed over.
 */
function watchSilence(onSilent: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => clearTimeout(timer)
  const start = () => {
    stop()
    timer = setTimeout(() => {
      timer = setTimeout(onSilent, SILENCE_MS)
    }, SILENCE_MS)
  }
  return { start, stop }
}
