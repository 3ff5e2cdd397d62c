import { boxesTouch } from '../outline'
import { toScreen, type View, type Viewport, visibleBox } from '../view'
import { drawRowNames } from './draw-row-names'
import type { Context2D, Scene, SceneSection } from './scene'

/** Seats bigger than this (CSS pixels) are looked at themselves: names move out of their way, at once, never half. */
const NAMES_ASIDE_PX = 7
const ROW_NAMES_PX = 8
const MIN_NAME_PX = 7.5
const MAX_NAME_PX = 18
const TITLE_PX = 13

/** Names of sections with what is free in them while far, names of rows when near. In CSS pixels. */
export function drawLabels(
  ctx: Context2D,
  scene: Scene,
  view: View,
  viewport: Viewport,
  freeLabel: (count: number) => string,
): void {
  const seatPx = scene.seatCm * view.scale
  ctx.save()
  ctx.lineJoin = 'round'
  ctx.textBaseline = 'middle'
  const seen = visibleBox(view, viewport, 40)
  const inView = scene.sections.filter((look) => boxesTouch(look.box, seen))
  if (seatPx < NAMES_ASIDE_PX) drawNamesInside(ctx, scene, inView, view, freeLabel)
  else drawNamesAside(ctx, scene, inView, view)
  if (seatPx >= ROW_NAMES_PX) drawRowNames(ctx, scene, inView, view)
  ctx.restore()
}

function drawNamesInside(
  ctx: Context2D,
  scene: Scene,
  inView: readonly SceneSection[],
  view: View,
  freeLabel: (count: number) => string,
): void {
  ctx.textAlign = 'center'
  const sizes = inView.map((look) => fittingSize(look, view.scale))
  // One size for most of them reads as one voice; only those with less room are smaller.
  const common = [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length * 0.3)] ?? 0
  const largest = Math.min(MAX_NAME_PX, Math.max(common, MIN_NAME_PX + 1))
  const roomy = inView.filter((look) => hasRoomForCount(look, view.scale, largest)).length
  const withCount = largest >= 10 && roomy > inView.length * 0.6
  for (const [at, look] of inView.entries()) {
    // Whole halves: a font of a new size for every frame of a zoom is dear.
    const size = Math.floor(Math.min(largest, sizes[at] as number) * 2) / 2
    if (size < MIN_NAME_PX) continue
    const { x, y } = toScreen(view, { x: look.section.anchor[0], y: look.section.anchor[1] })
    const ink = look.freeCount > 0 ? scene.theme.label : scene.theme.labelMuted
    const isTwoLines = withCount && hasRoomForCount(look, view.scale, size)
    write(ctx, scene, look.section.name, x, isTwoLines ? y - size * 0.42 : y, size, ink, look.fill)
    if (!isTwoLines) continue
    write(
      ctx,
      scene,
      freeLabel(look.freeCount),
      x,
      y + size * 0.66,
      countSize(size),
      scene.theme.labelMuted,
      look.fill,
    )
  }
}

function drawNamesAside(ctx: Context2D, scene: Scene, inView: readonly SceneSection[], view: View): void {
  for (const { section, title } of inView) {
    if (!title) continue
    const { x, y } = toScreen(view, title)
    ctx.textAlign = title.align
    write(ctx, scene, section.name, x, y, TITLE_PX, scene.theme.labelMuted, scene.theme.ground)
  }
}

/** As big as fits the section, by width and height. */
function fittingSize({ section, halfWidth, halfHeight }: SceneSection, scale: number): number {
  return Math.min((halfWidth * 2 * scale) / (section.name.length * 0.58 + 0.3), halfHeight * scale * 1.1)
}

function hasRoomForCount({ halfWidth, halfHeight }: SceneSection, scale: number, size: number): boolean {
  return halfHeight * scale > size * 1.35 && halfWidth * scale > countSize(size) * 2.2
}

function countSize(size: number): number {
  return Math.max(9, Math.min(12, size * 0.66))
}

/** With a halo of the ground's colour: readable over any mix of seats. */
function write(
  ctx: Context2D,
  { theme }: Scene,
  text: string,
  x: number,
  y: number,
  sizePx: number,
  ink: string,
  halo: string,
): void {
  ctx.font = `600 ${sizePx}px ${theme.font}`
  ctx.lineWidth = Math.max(3, sizePx * 0.34)
  ctx.strokeStyle = halo
  ctx.strokeText(text, x, y)
  ctx.fillStyle = ink
  ctx.fillText(text, x, y)
}
