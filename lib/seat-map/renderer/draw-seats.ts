import { visitSeats } from '../grid'
import type { Box } from '../outline'
import { SEAT_FLAG, SEAT_STATE } from '../plan'
import { drawGround, drawWords, type Frame, widenBox } from './draw-ground'
import { areSpecks, drawSpecks, laySpecks } from './draw-specks'
import type { Context2D, Scene } from './scene'
import { lookOf, STATE_COUNT, seatColors, UNWANTED } from './seat-looks'
import {
  traceBlocked,
  traceCompanion,
  traceFree,
  traceHeld,
  traceSold,
  traceUnwanted,
  traceWheelchair,
} from './seat-shapes'

/** From this seat size on (CSS pixels) seats carry signs and, a little later, numbers. */
export const SIGNS_FROM_PX = 13
/** Paths with thousands of circles cost more than as many small ones. */
const PATH_SEATS = 48
/** A standing place has no chair: it is drawn this much smaller, and without a number. */
const STANDING_SHARE = 0.62

type Trace = (ctx: Context2D, x: number, y: number, r: number, flags: number) => void

/** Ground, seats and words of a part of the plan. */
export function drawRegion(ctx: Context2D, scene: Scene, frame: Frame, box: Box, cssScale: number): void {
  drawGround(ctx, scene, frame, box)
  drawSeats(ctx, scene, frame, seatsIn(scene, box), cssScale)
  drawWords(ctx, scene, frame, box)
}

/** All of a bitmap but its words: what a worker can draw. */
export function drawBitmap(ctx: Context2D, scene: Scene, frame: Frame, box: Box, cssScale: number): void {
  drawGround(ctx, scene, frame, box)
  if (areSpecks(scene, frame) && laySpecks(ctx, scene, frame)) return
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
  const isFar = areSpecks(scene, frame)
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
    if (isFar) drawSpecks(ctx, scene, frame, group, color, state)
    else drawShapes(ctx, scene, frame, group, color, state)
    if (state === SEAT_STATE.free && scene.seatCm * cssScale >= SIGNS_FROM_PX) {
      const ink = scene.categoryInk[Math.floor(key / STATE_COUNT)] as string
      drawMarks(ctx, scene, frame, group, ink, scene.seatCm * cssScale)
    }
  })
  ctx.restore()
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
