import { visitSeats } from '../grid'
import type { Box } from '../outline'
import { SEAT_FLAG, SEAT_STATE } from '../plan'
import { mixColors } from './color'
import { drawGround, drawWords, type Frame, toPlanBox, widenBox } from './draw-ground'
import type { Context2D, Scene } from './scene'
import {
  traceBlocked,
  traceCompanion,
  traceFree,
  traceHeld,
  traceSold,
  traceUnwanted,
  traceWheelchair,
} from './seat-shapes'

/** Below this many device pixels a seat is a speck: a circle of that size is a blurred square anyway. */
const SPECK_PX = 3.4
/** From this seat size on (CSS pixels) seats carry signs and, a little later, numbers. */
export const SIGNS_FROM_PX = 13
/** Paths with thousands of circles cost more than as many small ones. */
const PATH_SEATS = 48
/** Seat states, and one more for a free seat that the filter leaves out. */
const STATE_COUNT = 5
const UNWANTED = 4
/** A standing place has no chair: it is drawn this much smaller, and without a number. */
const STANDING_SHARE = 0.62

type Trace = (ctx: Context2D, x: number, y: number, r: number, flags: number) => void

/** Ground, seats and words of a part of the plan. */
export function drawRegion(ctx: Context2D, scene: Scene, frame: Frame, box: Box, cssScale: number): void {
  drawPicture(ctx, scene, frame, box, cssScale)
  drawWords(ctx, scene, frame, box)
}

/** The same without words: what a worker can draw. */
export function drawPicture(ctx: Context2D, scene: Scene, frame: Frame, box: Box, cssScale: number): void {
  drawGround(ctx, scene, frame, box)
  drawSeats(ctx, scene, frame, seatsIn(scene, box), cssScale)
}

/** Draws the seats by state and category. `cssScale` (CSS pixels a centimetre) decides which details fit. */
export function drawSeats(
  ctx: Context2D,
  scene: Scene,
  frame: Frame,
  seats: readonly number[],
  cssScale: number,
): void {
  const diameter = scene.seatCm * frame.scale
  const colors = seatColors(scene)
  const groups: (number[] | undefined)[] = []
  for (const index of seats) {
    const key = lookOf(scene, index)
    const group = groups[key]
    if (group) group.push(index)
    else groups[key] = [index]
  }
  ctx.save()
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  groups.forEach((group, key) => {
    if (!group) return
    const state = key % STATE_COUNT
    const color = colors[key] as string
    if (diameter < SPECK_PX) drawSpecks(ctx, scene, frame, group, color, state)
    else drawShapes(ctx, scene, frame, group, color, state)
    if (state === SEAT_STATE.free && scene.seatCm * cssScale >= SIGNS_FROM_PX) {
      const ink = scene.categoryInk[Math.floor(key / STATE_COUNT)] as string
      drawMarks(ctx, scene, frame, group, ink, scene.seatCm * cssScale)
    }
  })
  ctx.restore()
}

/** A seat's category and how it is drawn, as one number. */
function lookOf({ map, states, wanted }: Scene, index: number): number {
  const category = map.category[index] as number
  const state = states[index] as number
  const isUnwanted = state === SEAT_STATE.free && wanted !== null && !wanted.has(category)
  return category * STATE_COUNT + (isUnwanted ? UNWANTED : state)
}

/** The colour of each look. */
export function seatColors({ map, theme }: Scene): string[] {
  const taken = [0, 1, 2, 3, 4].map((state) => takenColor(theme, state))
  return map.categories.flatMap(({ color }) =>
    taken.map((other, state) => (state === SEAT_STATE.free ? color : other)),
  )
}

function takenColor(theme: Scene['theme'], state: number): string {
  if (state === SEAT_STATE.held) return theme.held
  if (state === UNWANTED) return mixColors(theme.labelMuted, theme.section, 0.5)
  return state === SEAT_STATE.sold ? theme.sold : theme.blocked
}

/** The seats of which any part lies in the box. */
export function seatsIn(scene: Scene, box: Box): number[] {
  const { map, grid, seatCm } = scene
  const seats: number[] = []
  const wide = widenBox(box, seatCm / 2)
  visitSeats(grid, wide, (index) => {
    const x = map.x[index] as number
    const y = map.y[index] as number
    if (x >= wide.minX && x <= wide.maxX && y >= wide.minY && y <= wide.maxY) seats.push(index)
  })
  return seats
}

function drawSpecks(
  ctx: Context2D,
  { map, seatCm }: Scene,
  frame: Frame,
  group: readonly number[],
  color: string,
  state: number,
): void {
  ctx.fillStyle = color
  const size = speckSize(seatCm * frame.scale, state)
  for (const index of group) {
    const x = (map.x[index] as number) * frame.scale + frame.x
    const y = (map.y[index] as number) * frame.scale + frame.y
    ctx.fillRect(x - size / 2, y - size / 2, size, size)
  }
}

/** Even a speck says by its size that it is taken. */
function speckSize(diameter: number, state: number): number {
  return Math.max(1, diameter) * (state === SEAT_STATE.free ? 1 : 0.62)
}

/** True where seats are specks at this scale, so that `drawSpecksWithin` draws them. */
export function areSpecks({ seatCm }: Scene, frame: Frame): boolean {
  return seatCm * frame.scale < SPECK_PX
}

/** The parts of specks that lie within a box of whole pixels; cut by hand, which is quicker than a clip. */
export function drawSpecksWithin(
  ctx: Context2D,
  scene: Scene,
  frame: Frame,
  colors: readonly string[],
  pixels: Box,
): void {
  const { map, grid, seatCm } = scene
  visitSeats(grid, widenBox(toPlanBox(frame, pixels), seatCm / 2 + 1 / frame.scale), (index) => {
    const look = lookOf(scene, index)
    const half = speckSize(seatCm * frame.scale, look % STATE_COUNT) / 2
    const x = (map.x[index] as number) * frame.scale + frame.x
    const y = (map.y[index] as number) * frame.scale + frame.y
    const [left, right] = [Math.max(pixels.minX, x - half), Math.min(pixels.maxX, x + half)]
    const [top, bottom] = [Math.max(pixels.minY, y - half), Math.min(pixels.maxY, y + half)]
    if (left >= right || top >= bottom) return
    ctx.fillStyle = colors[look] as string
    ctx.fillRect(left, top, right - left, bottom - top)
  })
}

function drawShapes(
  ctx: Context2D,
  { map, seatCm, sections }: Scene,
  frame: Frame,
  group: readonly number[],
  color: string,
  state: number,
): void {
  const seatR = (seatCm * frame.scale) / 2
  const trace: Trace = TRACES[state] ?? traceSold
  ctx.fillStyle = color
  ctx.strokeStyle = color
  ctx.lineWidth = state === UNWANTED ? 1 : Math.max(1, seatR * 0.24)
  for (let from = 0; from < group.length; from += PATH_SEATS) {
    ctx.beginPath()
    for (const index of group.slice(from, from + PATH_SEATS)) {
      const x = (map.x[index] as number) * frame.scale + frame.x
      const y = (map.y[index] as number) * frame.scale + frame.y
      const isStanding = sections[map.sectionOf[index] as number]?.section.kind === 'standing'
      trace(ctx, x, y, isStanding ? seatR * STANDING_SHARE : seatR, map.flags[index] as number)
    }
    if (state === SEAT_STATE.held || state === UNWANTED) ctx.stroke()
    else ctx.fill()
  }
}

const TRACES: Record<number, Trace> = {
  [SEAT_STATE.free]: traceFree,
  [SEAT_STATE.held]: traceHeld,
  [SEAT_STATE.sold]: traceSold,
  [SEAT_STATE.blocked]: traceBlocked,
  [UNWANTED]: traceUnwanted,
}

/** What is written on free seats from near: their number, or the sign of a wheelchair place or its companion. */
function drawMarks(
  ctx: Context2D,
  { map, seatCm, sections, theme }: Scene,
  frame: Frame,
  group: readonly number[],
  ink: string,
  cssDiameter: number,
): void {
  const r = (seatCm * frame.scale) / 2
  ctx.fillStyle = ink
  ctx.strokeStyle = ink
  ctx.lineWidth = r * 0.16
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  ctx.font = `600 ${r * 0.92}px ${theme.font}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  for (const index of group) {
    const flags = map.flags[index] as number
    const x = (map.x[index] as number) * frame.scale + frame.x
    const y = (map.y[index] as number) * frame.scale + frame.y
    if (flags & (SEAT_FLAG.wheelchair | SEAT_FLAG.companion)) {
      ctx.beginPath()
      if (flags & SEAT_FLAG.wheelchair) traceWheelchair(ctx, x, y, r)
      else traceCompanion(ctx, x, y, r)
      if (flags & SEAT_FLAG.wheelchair) ctx.stroke()
      else ctx.fill()
    } else if (cssDiameter >= 19 && sections[map.sectionOf[index] as number]?.section.kind !== 'standing') {
      ctx.fillText(map.numberOf(index), x, y + r * 0.06, r * 1.7)
    }
  }
}
