import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hallMap } from '../testing/hall'
import { createScene, setSceneStates } from './scene'
import { DARK_THEME } from './theme'
import { TileCare } from './tile-care'
import type { ToWorker } from './tile-orders'
import { Tiles } from './tiles'

class Picture {
  isClosed = false
  close(): void {
    this.isClosed = true
  }
}

class FakeWorker {
  static all: FakeWorker[] = []
  onmessage: ((event: { data: unknown }) => void) | null = null
  onerror: (() => void) | null = null
  readonly told: ToWorker[] = []
  constructor() {
    FakeWorker.all.push(this)
  }
  postMessage(message: ToWorker): void {
    this.told.push(structuredClone(message))
  }
  isTerminated = false
  terminate(): void {
    this.isTerminated = true
  }
  orders() {
    return this.told.flatMap((message) => (message.kind === 'draw' ? [message.order] : []))
  }
}

let calls: string[]
let now: number

/** Takes every call and every property, and remembers which calls there were. */
function fakeContext(): CanvasRenderingContext2D {
  const held: Record<string, unknown> = {}
  const note = (name: string) => () => {
    calls.push(name)
    return { addColorStop() {} }
  }
  const get = (_: object, name: string) => held[name] ?? note(name)
  const set = (_: object, name: string, value: unknown) => Reflect.set(held, name, value)
  return new Proxy({}, { get, set }) as CanvasRenderingContext2D
}

class FakeCanvas {
  width = 512
  getContext() {
    return fakeContext()
  }
}

beforeEach(() => {
  calls = []
  now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  FakeWorker.all = []
  vi.stubGlobal('Worker', FakeWorker)
  vi.stubGlobal('OffscreenCanvas', FakeCanvas)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const SCALE = 0.1

function openTiles() {
  // Without words: a bitmap that is written on becomes a canvas.
  const scene = createScene({ ...hallMap(), decor: [] }, DARK_THEME)
  let painted = 0
  const tiles = new Tiles(scene, () => painted++)
  tiles.care = new TileCare(scene)
  tiles.takeScreen(SCALE, 1)
  const worker = FakeWorker.all[0] as FakeWorker
  const draw = (scale = SCALE, x = 0) => tiles.draw(fakeContext(), { scale, x, y: 0 }, 200, 120, 1_000)
  const change = (seats: number[], state: number) => {
    const states = scene.states.slice()
    for (const index of seats) states[index] = state
    setSceneStates(scene, states)
    tiles.takeStates(seats)
  }
  const answer = (picture = new Picture()) => {
    worker.onmessage?.({ data: { id: worker.orders().at(-1)?.id, bitmap: picture } })
    return picture
  }
  return { scene, tiles, worker, draw, change, answer, painted: () => painted }
}

describe('bitmaps of the plan', () => {
  it('come from the worker, once each, and no frame is drawn for nothing while it works', () => {
    const { draw, answer, worker, painted } = openTiles()
    expect(draw()).toMatchObject({ isComplete: false, isWaiting: true })
    draw()
    expect(worker.orders()).toHaveLength(1)
    answer()
    expect(painted()).toBe(1)
    expect(draw()).toMatchObject({ isComplete: true, isWaiting: false })
    expect(worker.orders()).toHaveLength(1)
  })

  it('tell the worker of every change before they are ordered', () => {
    const { draw, change, worker } = openTiles()
    change([3, 4], 2)
    draw()
    expect(worker.told.map(({ kind }) => kind)).toEqual(['scene', 'states', 'draw'])
    expect(worker.told[1]).toMatchObject({ seats: Uint32Array.of(3, 4), states: Uint8Array.of(2, 2) })
  })

  it('show a seat that changed while they were drawn as it is by then', () => {
    const { draw, change, answer } = openTiles()
    draw()
    change([3], 2)
    answer()
    calls = []
    draw()
    expect(calls).toContain('clip')
    calls = []
    draw()
    expect(calls).not.toContain('clip')
  })

  it('stay on screen under another filter until new ones are there, which free their memory', () => {
    const { draw, answer, tiles, scene, worker } = openTiles()
    draw()
    const old = answer()
    draw()
    scene.wanted = new Set([1])
    tiles.takeWanted()
    expect(draw().isComplete).toBe(false)
    expect([old.isClosed, worker.orders().length]).toEqual([false, 2])
    answer()
    expect([old.isClosed, draw().isComplete]).toEqual([true, true])
  })

  it('are drawn by the page where the worker fails', () => {
    const { draw, worker } = openTiles()
    draw()
    worker.onerror?.()
    expect(draw()).toMatchObject({ isComplete: true, isWaiting: false })
  })

  it('are drawn by the page where the worker hangs, and not before it had time', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { draw, worker } = openTiles()
    draw()
    vi.advanceTimersByTime(3_900)
    expect([worker.isTerminated, draw().isComplete]).toEqual([false, false])
    vi.advanceTimersByTime(200)
    expect([worker.isTerminated, draw().isComplete]).toEqual([true, true])
  })

  it('are waited for as long as the worker goes on answering', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { draw, answer, worker } = openTiles()
    for (let step = 0; step < 5; step++) {
      draw(SCALE * (1 + step * 0.01))
      now += 200
      draw(SCALE * (1 + step * 0.01))
      vi.advanceTimersByTime(3_900)
      answer()
    }
    vi.advanceTimersByTime(60_000)
    expect(worker.isTerminated).toBe(false)
  })

  it('show nothing rather than an outline while the first is on its way, but not for long', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { draw, painted } = openTiles()
    expect(draw()).toMatchObject({ isBlank: true, isWaiting: true })
    now += 200
    vi.advanceTimersByTime(200)
    expect(painted()).toBe(1)
    calls = []
    expect(draw()).toMatchObject({ isBlank: false, isComplete: false })
    expect(calls).toContain('fillRect')
  })

  it('of nothing but ground are never made', () => {
    const { draw, worker } = openTiles()
    draw(SCALE, -9_000)
    expect(worker.orders()).toHaveLength(0)
    expect(calls).not.toContain('drawImage')
    expect(draw(SCALE, -9_000).isComplete).toBe(true)
  })

  it('are drawn by the page where there are no workers', () => {
    vi.stubGlobal('Worker', undefined)
    const { draw } = openTiles()
    expect(draw()).toMatchObject({ isComplete: true, isWaiting: false })
  })

  it('are made for the very scale only once a zoom has come to rest', () => {
    const { draw, answer, worker } = openTiles()
    draw()
    answer()
    for (const zoomed of [1.1, 1.15, 1.15]) {
      draw(SCALE * zoomed)
      now += 50
    }
    expect(worker.orders()).toHaveLength(1)
    now += 100
    expect(draw(SCALE * 1.15).isComplete).toBe(false)
    expect(worker.orders().at(-1)?.frame.scale).toBe(SCALE * 1.15)
  })

  it('are let go when there are many, but never the whole map', () => {
    const { draw, answer, tiles } = openTiles()
    const pictures: Picture[] = []
    for (let step = 0; step < 120; step++) {
      draw(SCALE * (1 + step * 0.001))
      now += 200
      draw(SCALE * (1 + step * 0.001))
      pictures.push(answer())
    }
    const open = pictures.filter(({ isClosed }) => !isClosed)
    expect(open.length).toBeLessThanOrEqual(73)
    expect(pictures[0]?.isClosed).toBe(false)
    tiles.close()
    expect(pictures.every(({ isClosed }) => isClosed)).toBe(true)
  })
})

describe('the first picture of seats that are mere specks', () => {
  const FAR = 0.05
  let frames: (() => void)[]

  /** The frames that were asked for, and those asked for in them. */
  const passFrames = () => {
    for (const frame of frames.splice(0)) frame()
    for (const frame of frames.splice(0)) frame()
  }

  beforeEach(() => {
    frames = []
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame))
    vi.stubGlobal(
      'ImageData',
      class {
        data: Uint8ClampedArray
        constructor(
          readonly width: number,
          readonly height: number,
        ) {
          this.data = new Uint8ClampedArray(width * height * 4)
        }
      },
    )
  })

  function openFar() {
    const scene = createScene({ ...hallMap(), decor: [] }, DARK_THEME)
    const tiles = new Tiles(scene, () => {})
    tiles.takeScreen(FAR, 1)
    return {
      scene,
      tiles,
      draw: (x = 0) => tiles.draw(fakeContext(), { scale: FAR, x, y: 0 }, 200, 120, 1_000),
    }
  }

  it('is complete at once; the worker hears of the plan when it is on the screen', () => {
    const { draw } = openFar()
    expect(draw()).toMatchObject({ isComplete: true, isBlank: false })
    expect([calls.includes('drawImage'), FakeWorker.all.length]).toEqual([true, 0])
    passFrames()
    const [worker] = FakeWorker.all
    expect(worker?.told.map(({ kind }) => kind)).toEqual(['scene', 'draw'])
    worker?.onmessage?.({ data: { id: worker.orders()[0]?.id, bitmap: new Picture() } })
    expect(draw()).toMatchObject({ isComplete: true })
  })

  it('shows every change until the bitmaps have come, and is not shown under them after', () => {
    const { draw, tiles, scene } = openFar()
    const puts = () => calls.filter((call) => call === 'putImageData').length
    draw()
    draw()
    expect(puts()).toBe(1)
    setSceneStates(
      scene,
      Uint8Array.from(scene.states, () => 2),
    )
    tiles.takeStates('all')
    expect([draw().isComplete, puts()]).toEqual([true, 2])
    passFrames()
    const [worker] = FakeWorker.all
    worker?.onmessage?.({ data: { id: worker.orders()[0]?.id, bitmap: new Picture() } })
    draw()
    calls = []
    tiles.takeStates([3])
    draw()
    expect(puts()).toBe(0)
  })

  it('is not waited for by a map that is gone before it is on the screen', () => {
    const { draw, tiles } = openFar()
    draw()
    tiles.close()
    passFrames()
    expect(FakeWorker.all).toHaveLength(0)
  })
})
