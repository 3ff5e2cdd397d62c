import { decodePlan, type SeatMap } from '@/lib/seat-map/decode-plan'
import type { Plan } from '@/lib/seat-map/plan'
import { SeatMapView, type SeatMapViewOptions } from '@/lib/seat-map/renderer/seat-map-view'
import { DARK_THEME, LIGHT_THEME } from '@/lib/seat-map/renderer/theme'
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

function show(map: SeatMap, look: Look, events: Partial<SeatMapViewOptions> = {}): Shown {
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
    onFrame: ({ isComplete }) => isComplete && onComplete(),
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
const golden = { draw, drawChanged, visit }

export type Golden = typeof golden

Object.assign(window, { golden })
