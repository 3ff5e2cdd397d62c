import { decodePlan, type SeatMap } from '@/lib/seat-map/decode-plan'
import { SeatMapView } from '@/lib/seat-map/renderer/seat-map-view'
import { DARK_THEME } from '@/lib/seat-map/renderer/theme'
import type { Tile } from '@/lib/seat-map/renderer/tile'
import { warmPainter } from '@/lib/seat-map/renderer/tile-painter'
import { decodeStates } from '@/lib/seat-map/states'
import { openSvg, runBlit, runIdle, runSvg } from './map-baselines'
import { afterPaint, type FrameRun, nextFrame, percentile, runFrames } from './map-frames'

const RUN_MS = 2_000
let map: SeatMap
let states: Uint8Array
let view: SeatMapView | null = null
let canvas: HTMLCanvasElement
let onComplete: (() => void) | null = null
let frameMs = 0

/** Milliseconds from the data's arrival as text until every seat is on the canvas. */
async function openMap(): Promise<number> {
  // As the app does: the worker starts while the data is on its way.
  warmPainter()
  const [plan, packed] = await Promise.all([readText('/plan.json'), readText('/states.json')])
  await document.fonts.load('600 12px Map')
  closeMap()
  canvas = document.body.appendChild(document.createElement('canvas'))
  const startedAt = performance.now()
  map = decodePlan(JSON.parse(plan))
  states = decodeStates(JSON.parse(packed), map.seatCount) as Uint8Array
  const isDrawn = untilComplete()
  view = new SeatMapView(canvas, {
    map,
    theme: { ...DARK_THEME, font: 'Map', displayFont: 'Map' },
    freeLabel: (count) => `${count} free`,
    onChoose: (index) => view?.setMine(new Set(), new Set([index])),
    onFrame(frame) {
      frameMs = frame.durationMs
      if (!frame.isComplete) return
      onComplete?.()
      onComplete = null
    },
  })
  view.setStates(states, 'all')
  await isDrawn
  return (await afterPaint()) - startedAt
}

function closeMap(): void {
  view?.close()
  canvas?.remove()
}

async function readText(path: string): Promise<string> {
  return (await fetch(path)).text()
}

function point(type: string, x: number, y: number): void {
  const button = { pointerId: 1, pointerType: 'mouse', button: 0, buttons: 1, bubbles: true }
  canvas.dispatchEvent(new PointerEvent(type, { ...button, clientX: x, clientY: y }))
}

function wheel(deltaY: number): void {
  const at = { clientX: innerWidth / 2, clientY: innerHeight / 2 }
  canvas.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY, cancelable: true }))
}

/** Round and round with a finger. */
async function pan(): Promise<FrameRun> {
  const spot = (t: number) => {
    const turn = t * Math.PI * 4
    return [innerWidth / 2 + Math.sin(turn) * 160, innerHeight / 2 + (1 - Math.cos(turn)) * 160] as const
  }
  point('pointerdown', ...spot(0))
  const run = await runFrames(RUN_MS, (t) => point('pointermove', ...spot(t)))
  point('pointercancel', ...spot(1))
  return run
}

/** In and out again, between the whole map and single seats. */
async function zoom(): Promise<FrameRun> {
  return runFrames(RUN_MS, (t) => wheel(t < 0.5 ? -45 : 45))
}

/** As far in as `factor` says; the whole map is 1. */
async function zoomTo(factor: number): Promise<void> {
  view?.fit()
  await rest()
  if (factor > 1) view?.zoomBy(factor)
  await rest()
}

/** Until glides have ended and bitmaps are made. */
async function rest(): Promise<void> {
  const until = performance.now() + 400
  while (performance.now() < until) await nextFrame()
}

/** Milliseconds from a tap to the frame that shows the seat chosen: the 95th percentile of 12. */
async function tap(): Promise<number> {
  const times: number[] = []
  for (let at = 0; at < 12; at++) {
    const index = Math.floor(((at + 0.5) * map.seatCount) / 12)
    view?.showSeat(index)
    await rest()
    const startedAt = performance.now()
    point('pointerdown', innerWidth / 2, innerHeight / 2)
    point('pointerup', innerWidth / 2, innerHeight / 2)
    times.push((await afterPaint()) - startedAt)
  }
  return percentile(times, 0.95)
}

type DiffRun = { busyMs: number; shownMs: number }

/**
 * 500 seats all over the map change: milliseconds that taking them in and the next frame keep the page busy, and until
 * all of them are on the canvas. Medians of 10.
 */
async function diff(): Promise<DiffRun> {
  await zoomTo(1)
  const runs: DiffRun[] = []
  for (let at = 0; at < 10; at++) {
    const changed = Array.from({ length: 500 }, (_, n) => (n * 197 + at * 31) % map.seatCount)
    states = states.slice()
    for (const index of changed) states[index] = ((states[index] as number) + 1) % 3
    await nextFrame()
    const startedAt = performance.now()
    view?.setStates(states, changed)
    const takenMs = performance.now() - startedAt
    const isShown = untilComplete()
    await nextFrame()
    const busyMs = takenMs + frameMs
    await isShown
    runs.push({ busyMs, shownMs: performance.now() - startedAt })
  }
  const middle = (key: keyof DiffRun) =>
    percentile(
      runs.map((run) => run[key]),
      0.5,
    )
  return { busyMs: middle('busyMs'), shownMs: middle('shownMs') }
}

function untilComplete(): Promise<void> {
  return new Promise((resolve) => {
    onComplete = resolve
  })
}

/** Looks around: every depth, some way in all directions, while seats change hands. */
async function roam(): Promise<void> {
  for (const factor of [1, 3, 8, 14, 5, 2]) {
    await zoomTo(factor)
    const changed = Array.from({ length: 100 }, () => Math.floor(Math.random() * map.seatCount))
    states = states.slice()
    for (const index of changed) states[index] = ((states[index] as number) + 1) % 3
    view?.setStates(states, changed)
    view?.setMine(new Set(changed.slice(0, 4)))
    point('pointerdown', 200, 400)
    for (let step = 0; step < 30; step++) {
      point('pointermove', 200 + Math.sin(step) * 150, 400 + Math.cos(step) * 150)
      await nextFrame()
    }
    point('pointercancel', 200, 400)
  }
}

/** Back at the whole map: how many bitmaps are kept. */
async function countBitmaps(): Promise<number> {
  await zoomTo(1)
  const { tiles } = Reflect.get(view as SeatMapView, 'tiles') as { tiles: Map<string, Tile> }
  return [...tiles.values()].filter(({ picture }) => picture).length
}

const bench = {
  openMap,
  closeMap,
  pan,
  zoom,
  tap,
  diff,
  roam,
  countBitmaps,
  idle: () => runIdle(RUN_MS),
  blit: () => runBlit(RUN_MS),
  openSvg: () => openSvg(map),
  closeSvg: () => document.querySelector('svg')?.remove(),
  svg: () => runSvg(map, RUN_MS / 2),
  zoomTo,
}

export type MapBench = typeof bench

Object.assign(window, { mapBench: bench })
