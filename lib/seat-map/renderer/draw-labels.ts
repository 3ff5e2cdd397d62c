import { boxesTouch } from '../outline'
import { toScreen, type View, type Viewport, visibleBox } from '../view'
import { fitLines, fitNames, LINE_PITCH, NAME_PITCH, type SectionTexts, smallSize } from './fit-labels'
import { directionOf } from './label-text'
import type { Context2D, Scene, SceneSection } from './scene'

/** Seats bigger than this (CSS pixels) are looked at themselves: names move out of their way, at once, never half. */
export const NAMES_ASIDE_PX = 7

/** Names of sections with prices and what is free in them, from afar; names only without `texts`. In CSS pixels. */
export function drawLabels(
  ctx: Context2D,
  scene: Scene,
  view: View,
  viewport: Viewport,
  texts: SectionTexts | null,
): void {
  if (scene.seatCm * view.scale >= NAMES_ASIDE_PX) return
  ctx.save()
  ctx.lineJoin = 'round'
  ctx.textBaseline = 'middle'
  drawNamesInside(ctx, scene, sectionsInView(scene, view, viewport), view, texts)
  ctx.restore()
}

/** The sections that something of is to be seen, or of their names. */
export function sectionsInView(scene: Scene, view: View, viewport: Viewport): SceneSection[] {
  const seen = visibleBox(view, viewport, 40)
  return scene.sections.filter((look) => boxesTouch(look.box, seen))
}

function drawNamesInside(
  ctx: Context2D,
  scene: Scene,
  inView: readonly SceneSection[],
  view: View,
  texts: SectionTexts | null,
): void {
  ctx.textAlign = 'center'
  const names = fitNames(ctx, scene, inView, view.scale)
  const linesOf = texts ? fitLines(ctx, scene, names, view.scale, texts) : () => []
  for (const label of names) {
    const { look, name, sizePx } = label
    const { x, y } = toScreen(view, { x: look.section.anchor[0], y: look.section.anchor[1] })
    const smallPx = smallSize(sizePx)
    const lines = linesOf(label)
    // The name and its lines stand around the anchor as one block.
    const heightPx = name.length * sizePx * NAME_PITCH + lines.length * smallPx * LINE_PITCH
    let top = y - heightPx / 2
    const ink = look.freeCount > 0 ? scene.theme.label : scene.theme.labelMuted
    for (const part of name) {
      writeName(ctx, scene, part, x, top + (sizePx * NAME_PITCH) / 2, sizePx, ink, look.fill)
      top += sizePx * NAME_PITCH
    }
    for (const line of lines) {
      writeName(
        ctx,
        scene,
        line,
        x,
        top + (smallPx * LINE_PITCH) / 2,
        smallPx,
        scene.theme.labelMuted,
        look.fill,
      )
      top += smallPx * LINE_PITCH
    }
  }
}

/** With a halo of the ground's colour: readable over any mix of seats. */
export function writeName(
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
  ctx.direction = directionOf(text)
  ctx.lineWidth = Math.max(3, sizePx * 0.34)
  ctx.strokeStyle = halo
  ctx.strokeText(text, x, y)
  ctx.fillStyle = ink
  ctx.fillText(text, x, y)
}
