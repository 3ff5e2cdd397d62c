import { toScreen, type View, type Viewport } from '../view'
import { NAMES_ASIDE_PX, sectionsInView, writeName } from './draw-labels'
import { drawRowNames } from './draw-row-names'
import type { Context2D, Scene, SceneSection } from './scene'
import type { TitleSpot } from './section-titles'

const ROW_NAMES_PX = 8
const TITLE_PX = 13

/** Names of sections beside them and of rows at their ends, once seats are looked at themselves. In CSS pixels. */
export function drawNearNames(
  ctx: Context2D,
  scene: Scene,
  titles: readonly (TitleSpot | null)[],
  view: View,
  viewport: Viewport,
): void {
  const seatPx = scene.seatCm * view.scale
  if (seatPx < NAMES_ASIDE_PX) return
  ctx.save()
  ctx.lineJoin = 'round'
  ctx.textBaseline = 'middle'
  const inView = sectionsInView(scene, view, viewport)
  for (const look of inView) drawTitle(ctx, scene, look, titles[look.section.index] ?? null, view)
  if (seatPx >= ROW_NAMES_PX) drawRowNames(ctx, scene, inView, view)
  ctx.restore()
}

function drawTitle(
  ctx: Context2D,
  scene: Scene,
  { section }: SceneSection,
  title: TitleSpot | null,
  view: View,
): void {
  if (!title) return
  const { x, y } = toScreen(view, title)
  ctx.textAlign = title.align
  writeName(ctx, scene, section.name, x, y, TITLE_PX, scene.theme.labelMuted, scene.theme.ground)
}
