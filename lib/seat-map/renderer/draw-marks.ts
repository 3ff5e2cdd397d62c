import { toScreen, type View, type Viewport, visibleBox } from '../view'
import type { Context2D, Scene } from './scene'
import { traceTick } from './seat-shapes'

/** A chosen seat is never smaller than this on screen (radius, CSS pixels), so that it is found again from afar. */
const MIN_MINE_PX = 4.5
const POP_MS = 180
/** How long a seat is pointed out. */
const FLASH_MS = 1_600

/** What lies over the seats: the ones chosen, the one pointed at, the one with the keyboard's focus. */
export type Marks = {
  hovered: number
  focused: number
  /** When each of the chosen seats was chosen, for its pop; seats without an entry stand still. */
  poppedAt: ReadonlyMap<number, number>
  /** Seats to point out, and when that began. */
  flashedAt: ReadonlyMap<number, number>
  /** Why: these are gone, or these are the ones meant. */
  flashTone: FlashTone
}

export type FlashTone = 'lost' | 'meant'

/** Draws the marks in CSS pixels; true while one of them is still moving. */
export function drawMarks(
  ctx: Context2D,
  scene: Scene,
  view: View,
  viewport: Viewport,
  marks: Marks,
  now: number,
): boolean {
  const seatPx = (scene.seatCm * view.scale) / 2
  let isMoving = false
  for (const index of scene.mine) {
    if (!isSeen(scene, view, viewport, index)) continue
    // A frame's time is when it began: a mark made since then is "younger than nothing".
    const age = Math.max(0, now - (marks.poppedAt.get(index) ?? -POP_MS))
    if (age < POP_MS) isMoving = true
    drawMine(ctx, scene, view, index, Math.max(MIN_MINE_PX, seatPx * 1.12) * popScale(age))
  }
  for (const index of scene.pending)
    drawPending(ctx, scene, view, index, Math.max(MIN_MINE_PX, seatPx * 1.12))
  for (const [index, since] of marks.flashedAt) {
    if (now - since >= FLASH_MS) continue
    isMoving = true
    const color = marks.flashTone === 'lost' ? scene.theme.danger : scene.theme.hover
    drawFlash(ctx, scene, view, index, Math.max(6, seatPx + 3), Math.max(0, now - since) / FLASH_MS, color)
  }
  if (marks.hovered >= 0 && marks.hovered !== marks.focused) {
    drawRing(ctx, scene, view, marks.hovered, Math.max(4, seatPx + 2), 2, scene.theme.hover)
  }
  if (marks.focused >= 0) drawFocus(ctx, scene, view, marks.focused, Math.max(6, seatPx + 4))
  return isMoving
}

function drawMine(ctx: Context2D, { map, theme }: Scene, view: View, index: number, r: number): void {
  const { x, y } = toScreen(view, { x: map.x[index] as number, y: map.y[index] as number })
  ctx.beginPath()
  ctx.roundRect(x - r, y - r, r * 2, r * 2, r * 0.62)
  ctx.fillStyle = theme.mine
  ctx.fill()
  ctx.lineWidth = Math.max(1.25, r * 0.14)
  ctx.strokeStyle = theme.mineEdge
  ctx.stroke()
  if (r < 6) return
  ctx.beginPath()
  traceTick(ctx, x, y, r)
  ctx.lineWidth = r * 0.24
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  ctx.strokeStyle = theme.mineInk
  ctx.stroke()
}

/** Asked for, not yet ours: the shape of a chosen seat, hollow. */
function drawPending(ctx: Context2D, { map, theme }: Scene, view: View, index: number, r: number): void {
  const { x, y } = toScreen(view, { x: map.x[index] as number, y: map.y[index] as number })
  ctx.beginPath()
  ctx.roundRect(x - r, y - r, r * 2, r * 2, r * 0.62)
  ctx.fillStyle = theme.section
  ctx.fill()
  ctx.lineWidth = Math.max(1.5, r * 0.28)
  ctx.strokeStyle = theme.mine
  ctx.stroke()
}

/** A ring that comes twice and fades. */
function drawFlash(
  ctx: Context2D,
  scene: Scene,
  view: View,
  index: number,
  r: number,
  t: number,
  color: string,
): void {
  const beat = (t * 2) % 1
  ctx.save()
  ctx.globalAlpha = 1 - beat * 0.9
  drawRing(ctx, scene, view, index, r * (1 + beat * 0.8), 3, color)
  ctx.restore()
}

/** Two rings, light and dark, so that focus shows on any colour. */
function drawFocus(ctx: Context2D, scene: Scene, view: View, index: number, r: number): void {
  drawRing(ctx, scene, view, index, r + 2, 2, scene.theme.ground)
  drawRing(ctx, scene, view, index, r, 2.5, scene.theme.focus)
}

function drawRing(
  ctx: Context2D,
  { map }: Scene,
  view: View,
  index: number,
  r: number,
  widthPx: number,
  color: string,
): void {
  const { x, y } = toScreen(view, { x: map.x[index] as number, y: map.y[index] as number })
  ctx.beginPath()
  ctx.arc(x, y, r, 0, Math.PI * 2)
  ctx.lineWidth = widthPx
  ctx.strokeStyle = color
  ctx.stroke()
}

function isSeen({ map }: Scene, view: View, viewport: Viewport, index: number): boolean {
  const box = visibleBox(view, viewport, 24)
  const x = map.x[index] as number
  const y = map.y[index] as number
  return x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY
}

/** From 0.6 over 1.15 to 1: a small pop. */
function popScale(ageMs: number): number {
  if (ageMs >= POP_MS) return 1
  const t = ageMs / POP_MS
  return t < 0.6 ? 0.6 + (t / 0.6) * 0.55 : 1.15 - ((t - 0.6) / 0.4) * 0.15
}
