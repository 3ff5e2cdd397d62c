import { decodePlan, type SeatMap } from '@/lib/seat-map/decode-plan'
import type { Plan } from '@/lib/seat-map/plan'
import { SeatMapView, type SeatMapViewOptions } from '@/lib/seat-map/renderer/seat-map-view'
import { DARK_THEME, LIGHT_THEME } from '@/lib/seat-map/renderer/theme'
import { TILE_PX } from '@/lib/seat-map/renderer/tile-orders'
import { decodeStates } from '@/lib/seat-map/states'
import { toPlan, type View } from '@/lib/seat-map/view'

const SIDE_PX = 480
const NOTES = ['€45–€80', '€120']

type Shown = { view: SeatMapView; canvas: HTMLCanvasElement; untilComplete(): Promise<void> }

export type Look = {
  theme: 'dark' | 'light'
  /** Indexes. */
  mine?: number[]
  pending?: number[]
  wanted?: number[]
}

/** The whole map as a PNG's data URL; states as `encodeStates` packs them. */
async function draw(plan: Plan, packed: string, look: Look): Promise<string> {
  const map = decodePlan(plan)
  const shown = show(map, look)
  shown.view.setStates(statesOf(map, packed), 'all')
  if (look.wanted) shown.view.setWanted(new Set(look.wanted))
  shown.view.setMine(new Set(look.mine), new Set(look.pending))
  return take(shown)
}

/** The same after a change from other states, seat by seat. */
async function drawChanged(plan: Plan, before: string, after: string): Promise<string> {
  const map = decodePlan(plan)
  const shown = show(map, { theme: 'dark' })
  const states = statesOf(map, before)
  shown.view.setStates(states, 'all')
  await shown.untilComplete()
  const next = statesOf(map, after)
  const changed = [...next.keys()].filter((index) => next[index] !== states[index])
  shown.view.setStates(next, changed)
  return take(shown)
}

/**
 * How far, in the mean, a colour part (0…255) of the first picture, which the page draws by itself, is from the one made
 * of the worker's bitmaps. Waits for ever where no worker takes over.
 */
async function compareFirst(plan: Plan, packed: string): Promise<number> {
  const map = decodePlan(plan)
  const pictures: Uint8ClampedArray[] = []
  const stopWatching = watchSheets()
  await new Promise<void>((resolve) => {
    const { view, canvas } = show(map, { theme: 'dark' }, {}, () => {
      const ctx = canvas.getContext('2d') as CanvasRenderingContext2D
      const isOnSheet = sheetsDrawn > 0
      sheetsDrawn = 0
      if (isOnSheet !== (pictures.length === 0)) return
      pictures.push(ctx.getImageData(0, 0, canvas.width, canvas.height).data)
      if (isOnSheet) return
      view.close()
      canvas.remove()
      resolve()
    })
    view.setStates(statesOf(map, packed), 'all')
  })
  stopWatching()
  const [first = new Uint8ClampedArray(), last = first] = pictures
  return first.reduce((sum, part, at) => sum + Math.abs(part - (last[at] as number)), 0) / first.length
}

let sheetsDrawn = 0

/** Counts what is drawn on pages that is neither a worker's bitmap nor a copy of one. */
function watchSheets(): () => void {
  const { prototype } = CanvasRenderingContext2D
  const { drawImage } = prototype
  prototype.drawImage = function draw(this: CanvasRenderingContext2D, ...args: unknown[]) {
    const [image] = args
    if (image instanceof OffscreenCanvas && image.width !== TILE_PX) sheetsDrawn++
    return Reflect.apply(drawImage, this, args)
  } as typeof drawImage
  return () => {
    prototype.drawImage = drawImage
  }
}

/** Sends the view, zoomed in, to the middle of the plan's left edge: where it then looks, in shares of the plan. */
async function visit(plan: Plan): Promise<{ x: number; y: number; viewCount: number }> {
  const map = decodePlan(plan)
  let rest: View | null = null
  let viewCount = 0
  const { view, canvas } = show(
    map,
    { theme: 'dark' },
    { isMotionReduced: () => false, onRest: (at) => (rest = at), onView: () => viewCount++ },
  )
  const { minX, maxX, minY, maxY } = view.content
  view.zoomBy(4)
  view.centerOn({ x: minX, y: (minY + maxY) / 2 })
  rest = null
  while (!rest) await new Promise(requestAnimationFrame)
  const middle = toPlan(rest, { x: SIDE_PX / 2, y: SIDE_PX / 2 })
  view.close()
  canvas.remove()
  return { x: (middle.x - minX) / (maxX - minX), y: (middle.y - minY) / (maxY - minY), viewCount }
}

function show(map: SeatMap, look: Look, events: Partial<SeatMapViewOptions> = {}, onDrawn = () => {}): Shown {
  const canvas = document.body.appendChild(document.createElement('canvas'))
  canvas.style.cssText = `width: ${SIDE_PX}px; height: ${SIDE_PX}px`
  let onComplete = () => {}
  let isRested = false
  const view = new SeatMapView(canvas, {
    map,
    theme: { ...(look.theme === 'dark' ? DARK_THEME : LIGHT_THEME), font: 'Map', displayFont: 'Map' },
    // A picture of a pop half way would be another one every time.
    isMotionReduced: () => true,
    freeLabel: (count) => `${count} free`,
    sectionNote: (index) => NOTES[index % NOTES.length] as string,
    onChoose() {},
    ...events,
    onRest(at) {
      isRested = true
      events.onRest?.(at)
    },
    onFrame({ isComplete }) {
      if (!isComplete) return
      onComplete()
      onDrawn()
    },
  })
  const untilComplete = async () => {
    await new Promise<void>((resolve) => {
      onComplete = resolve
    })
    // Marks and names near by come after the first picture.
    while (!isRested) await new Promise(requestAnimationFrame)
  }
  return { view, canvas, untilComplete }
}

async function take({ view, canvas, untilComplete }: Shown): Promise<string> {
  await untilComplete()
  const picture = canvas.toDataURL('image/png')
  view.close()
  canvas.remove()
  return picture
}

function statesOf({ seatCount }: SeatMap, packed: string): Uint8Array {
  const states = decodeStates(packed, seatCount)
  if (!states) throw new Error('not the states of this map')
  return states
}

await document.fonts.load('600 12px Map')
const golden = { draw, drawChanged, compareFirst, visit }

export type Golden = typeof golden

Object.assign(window, { golden })
