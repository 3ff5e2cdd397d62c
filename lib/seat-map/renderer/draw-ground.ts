import { type Box, boxesTouch, boxOf } from '../outline'
import type { PlanDecor } from '../plan'
import { mixColors, withAlpha } from './color'
import { directionOf } from './label-text'
import type { Context2D, Scene, SceneSection } from './scene'

/** Where the plan lies on a canvas: pixel = plan × scale + (x, y). Scale in device pixels a centimetre. */
export type Frame = { scale: number; x: number; y: number }

/** The part of the plan under a box of pixels. */
export function toPlanBox({ scale, x, y }: Frame, pixels: Box): Box {
  return {
    minX: (pixels.minX - x) / scale,
    minY: (pixels.minY - y) / scale,
    maxX: (pixels.maxX - x) / scale,
    maxY: (pixels.maxY - y) / scale,
  }
}

/** The box with a margin on every side. */
export function widenBox({ minX, minY, maxX, maxY }: Box, margin: number): Box {
  return { minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin }
}

/** Edges and seats reach this far beyond their boxes. */
const BARE_MARGIN_CM = 60

type Area = Extract<PlanDecor, { outline: number[] }>

/** Everything under the seats, within the box: floor, decor, sections; no words. Opaque. */
export function drawGround(ctx: Context2D, scene: Scene, frame: Frame, box: Box): void {
  const { theme, map } = scene
  ctx.save()
  ctx.setTransform(frame.scale, 0, 0, frame.scale, frame.x, frame.y)
  ctx.fillStyle = theme.ground
  ctx.fillRect(box.minX, box.minY, box.maxX - box.minX, box.maxY - box.minY)
  drawGlow(ctx, scene, box)
  const pixel = 1 / frame.scale
  map.decor.forEach((piece, at) => {
    if ('outline' in piece && boxesTouch(scene.decorBoxes[at] as Box, box)) drawArea(ctx, scene, piece, pixel)
  })
  for (const look of scene.sections) if (boxesTouch(look.box, box)) drawSection(ctx, look, pixel)
  map.decor.forEach((piece, at) => {
    if (boxesTouch(scene.decorBoxes[at] as Box, box)) drawDetail(ctx, scene, piece, pixel)
  })
  ctx.restore()
}

/** True where there is nothing but the ground's one colour. */
export function isBare(scene: Scene, box: Box): boolean {
  if (isLit(scene)) return false
  return [...scene.decorBoxes, ...scene.sections.map((look) => look.box)].every(
    (other) => !boxesTouch(widenBox(other, BARE_MARGIN_CM), box),
  )
}

/** True where `drawWords` writes something in the box. */
export function hasWords({ map, decorBoxes }: Scene, box: Box): boolean {
  return map.decor.some((piece, at) => isWord(piece) && boxesTouch(decorBoxes[at] as Box, box))
}

/** What is written on stage, pitch and floor. Apart from the ground: a worker has not the page's fonts. */
export function drawWords(ctx: Context2D, scene: Scene, frame: Frame, box: Box): void {
  if (!hasWords(scene, box)) return
  const { theme, map } = scene
  ctx.save()
  ctx.setTransform(frame.scale, 0, 0, frame.scale, frame.x, frame.y)
  map.decor.forEach((piece, at) => {
    if (!boxesTouch(scene.decorBoxes[at] as Box, box)) return
    if (piece.kind === 'text') {
      writeText(ctx, piece.text, piece.x, piece.y, piece.size, theme.labelMuted, theme.font)
    } else if ('label' in piece && piece.label) drawAreaLabel(ctx, scene, piece, piece.label)
  })
  ctx.restore()
}

function isWord(piece: PlanDecor): boolean {
  return piece.kind === 'text' || ('label' in piece && Boolean(piece.label))
}

/** The stage is the one lit place in a dark house: its light falls on the floor around it. */
function drawGlow(ctx: Context2D, scene: Scene, box: Box): void {
  if (!isLit(scene)) return
  const { map, theme, content } = scene
  const [x, y] = map.focus
  const reach = Math.hypot(content.maxX - content.minX, content.maxY - content.minY) * 0.6
  const light = ctx.createRadialGradient(x, y, 0, x, y, reach)
  light.addColorStop(0, withAlpha(theme.stage, theme.glow))
  light.addColorStop(0.35, withAlpha(theme.stage, theme.glow * 0.3))
  light.addColorStop(1, withAlpha(theme.stage, 0))
  ctx.fillStyle = light
  ctx.fillRect(box.minX, box.minY, box.maxX - box.minX, box.maxY - box.minY)
}

function isLit({ map, theme }: Scene): boolean {
  return theme.glow > 0 && map.decor.some(({ kind }) => kind === 'stage')
}

function drawSection(ctx: Context2D, look: SceneSection, pixel: number): void {
  tracePath(ctx, look.section.outline, true)
  ctx.fillStyle = look.fill
  ctx.fill()
  ctx.lineJoin = 'round'
  ctx.lineWidth = edgeWidth(pixel)
  ctx.strokeStyle = look.line
  ctx.stroke()
}

/** Eight centimetres, but never a hair and never a beam: one to two pixels. */
function edgeWidth(pixel: number): number {
  return Math.max(pixel, Math.min(8, pixel * 2))
}

function drawArea(ctx: Context2D, scene: Scene, piece: Area, pixel: number): void {
  const { theme } = scene
  tracePath(ctx, piece.outline, true)
  ctx.lineWidth = edgeWidth(pixel)
  ctx.lineJoin = 'round'
  ctx.fillStyle = piece.kind === 'stage' ? stageLight(ctx, scene, piece) : areaFill(theme, piece.kind)
  ctx.fill()
  if (piece.kind === 'stage') return
  ctx.strokeStyle = piece.kind === 'pitch' ? theme.pitchLine : theme.sectionLine
  ctx.stroke()
}

/** Brightest where the audience looks, dim towards the back wall. */
function stageLight(ctx: Context2D, { map, theme }: Scene, piece: Area): CanvasGradient | string {
  if (theme.glow === 0) return theme.stage
  const [x, y] = map.focus
  const box = boxOf(piece.outline)
  const light = ctx.createRadialGradient(x, y, 0, x, y, Math.hypot(box.maxX - box.minX, box.maxY - box.minY))
  light.addColorStop(0, theme.stage)
  light.addColorStop(1, mixColors(theme.stage, theme.ground, 0.75))
  return light
}

function areaFill(theme: Scene['theme'], kind: Area['kind']): string {
  if (kind === 'pitch') return theme.pitch
  if (kind === 'wall') return mixColors(theme.ground, theme.label, 0.12)
  return mixColors(theme.ground, theme.label, kind === 'bar' ? 0.16 : 0.05)
}

function drawDetail(ctx: Context2D, scene: Scene, piece: PlanDecor, pixel: number): void {
  const { theme } = scene
  if (piece.kind === 'line') {
    tracePath(ctx, piece.points, false)
    ctx.lineWidth = Math.max(pixel, 12)
    ctx.strokeStyle = theme.pitchLine
    ctx.stroke()
  } else if (piece.kind === 'table') {
    ctx.beginPath()
    ctx.arc(piece.x, piece.y, piece.radius, 0, Math.PI * 2)
    ctx.fillStyle = mixColors(theme.section, theme.label, 0.16)
    ctx.fill()
  }
}

function drawAreaLabel(ctx: Context2D, { theme, content }: Scene, piece: Area, label: string): void {
  const box = boxOf(piece.outline)
  // In proportion to the whole house: a big stage needs no bigger word.
  const pleasant = Math.hypot(content.maxX - content.minX, content.maxY - content.minY) * 0.022
  const size = Math.min((box.maxY - box.minY) * 0.5, (box.maxX - box.minX) / (label.length * 0.7), pleasant)
  const ink =
    piece.kind === 'stage' ? theme.stageInk : piece.kind === 'pitch' ? theme.pitchLine : theme.labelMuted
  const [x, y] = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2]
  writeText(ctx, label, x, y, size, ink, theme.displayFont, 600)
}

function writeText(
  ctx: Context2D,
  text: string,
  x: number,
  y: number,
  sizeCm: number,
  ink: string,
  family: string,
  weight = 500,
): void {
  ctx.font = `${weight} ${sizeCm}px ${family}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.direction = directionOf(text)
  ctx.fillStyle = ink
  ctx.fillText(text, x, y)
}

function tracePath(ctx: Context2D, points: readonly number[], isClosed: boolean): void {
  ctx.beginPath()
  ctx.moveTo(points[0] as number, points[1] as number)
  for (let at = 2; at + 1 < points.length; at += 2) ctx.lineTo(points[at] as number, points[at + 1] as number)
  if (isClosed) ctx.closePath()
}
