import { SeatMapCanvas } from '@alisaitteke/seatmap-canvas'
import Konva from 'konva'
import { decodePlan, type SeatMap } from '@/lib/seat-map/decode-plan'
import { type FrameRun, nextFrame, runFrames } from './map-frames'

// What others draw the same seats with, on a page of its own.
const RUN_MS = 1_000
const RADIUS_CM = 20
let map: SeatMap
let layer: Konva.Layer

async function loadMap(): Promise<void> {
  map = decodePlan(JSON.parse(await (await fetch('/plan.json')).text()))
}

/** How big the whole map is shown. */
function fitScale(): number {
  return Math.min(innerWidth / map.width, innerHeight / map.height)
}

const colorOf = (index: number) => map.categories[map.category[index] as number]?.color ?? 'gray'

/** A circle a seat on one layer, with all that Konva has to make that quick: nothing listens. */
async function openKonva(): Promise<void> {
  await loadMap()
  const container = document.body.appendChild(document.createElement('div'))
  const stage = new Konva.Stage({ container, width: innerWidth, height: innerHeight })
  layer = new Konva.Layer({ listening: false, scaleX: fitScale(), scaleY: fitScale() })
  for (let index = 0; index < map.seatCount; index++) {
    const at = { x: map.x[index] as number, y: map.y[index] as number }
    const quick = { perfectDrawEnabled: false, listening: false, shadowForStrokeEnabled: false }
    layer.add(new Konva.Circle({ ...at, ...quick, radius: RADIUS_CM, fill: colorOf(index) }))
  }
  stage.add(layer)
  await nextFrame()
}

function panKonva(): Promise<FrameRun> {
  return runFrames(RUN_MS, (t) => {
    layer.position({ x: Math.sin(t * Math.PI * 4) * 160, y: 0 })
    layer.batchDraw()
  })
}

function zoomKonva(): Promise<FrameRun> {
  return runFrames(RUN_MS, (t) => {
    const scale = fitScale() * (1 + 5 * Math.sin(t * Math.PI))
    layer.scale({ x: scale, y: scale })
    layer.batchDraw()
  })
}

/** A block a section, a seat a seat; it says much on the console, which is left out. */
async function openSeatmapCanvas(seatCount: number): Promise<void> {
  await loadMap()
  for (const name of ['log', 'info'] as const) console[name] = () => {}
  const container = document.body.appendChild(document.createElement('div'))
  container.className = 'rival'
  container.style.cssText = 'position: absolute; inset: 0'
  // In pixels of the screen: it does not take in blocks that begin outside it.
  const scale = fitScale()
  const rival = new SeatMapCanvas('.rival', {
    resizable: true,
    legend: false,
    max_zoom: 20,
    style: { seat: { radius: RADIUS_CM * scale }, block: {}, legend: {}, label: {}, tooltip: {} },
    canvas_stageout_control: false,
  })
  const shown = map.sections.filter((section) => section.firstSeat + section.seatCount <= seatCount)
  const blocks = shown.map(({ name, firstSeat, seatCount }, at) => ({
    ...{ id: at + 1, title: name, color: colorOf(firstSeat), labels: [] },
    seats: Array.from({ length: seatCount }, (_, n) => {
      const index = firstSeat + n
      const place = { x: (map.x[index] as number) * scale, y: (map.y[index] as number) * scale }
      return { id: index + 1, title: map.numberOf(index), salable: true, color: colorOf(index), ...place }
    }),
  }))
  rival.data.replaceData(blocks)
  await nextFrame()
  await nextFrame()
}

function svg(): SVGSVGElement {
  const found = document.querySelector<SVGSVGElement>('.rival svg')
  if (!found?.querySelector('circle')) throw new Error('it drew nothing')
  return found
}

/** With the mouse, as its zooming asks for. */
async function panSeatmapCanvas(): Promise<FrameRun> {
  const mouse = (type: string, target: EventTarget, x: number) =>
    target.dispatchEvent(
      new MouseEvent(type, {
        clientX: x,
        clientY: innerHeight / 2,
        view: window,
        bubbles: true,
        cancelable: true,
      }),
    )
  mouse('mousedown', svg(), innerWidth / 2)
  const run = await runFrames(RUN_MS, (t) =>
    mouse('mousemove', window, innerWidth / 2 + Math.sin(t * Math.PI * 4) * 160),
  )
  mouse('mouseup', window, innerWidth / 2)
  return run
}

function zoomSeatmapCanvas(): Promise<FrameRun> {
  const at = { clientX: innerWidth / 2, clientY: innerHeight / 2, bubbles: true, cancelable: true }
  const target = svg()
  return runFrames(RUN_MS, (t) =>
    target.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: t < 0.5 ? -45 : 45 })),
  )
}

const rivals = { openKonva, panKonva, zoomKonva, openSeatmapCanvas, panSeatmapCanvas, zoomSeatmapCanvas }

export type MapRivals = typeof rivals

Object.assign(window, { mapRivals: rivals })
