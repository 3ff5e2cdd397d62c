import type { MapRow } from '../decode-plan'
import { boxesTouch } from '../outline'
import { toScreen, type View, type Viewport, visibleBox } from '../view'
import type { Context2D, Scene, SceneSection } from './scene'

/** Seats bigger than this (CSS pixels) speak for themselves; the section's name would only cover them. */
const NAME_GONE_PX = 11
const NAME_FADING_PX = 7
const ROW_NAMES_PX = 8
const MIN_NAME_PX = 8.5
const MAX_NAME_PX = 21

/** Names of sections with what is free in them while far, names of rows when near. In CSS pixels. */
export function drawLabels(
  ctx: Context2D,
  scene: Scene,
  view: View,
  viewport: Viewport,
  freeLabel: (count: number) => string,
): void {
  const seatPx = scene.seatCm * view.scale
  const fade = Math.min(1, (NAME_GONE_PX - seatPx) / (NAME_GONE_PX - NAME_FADING_PX))
  const isFew = scene.sections.length === 1
  if (fade > 0 && !isFew) drawSectionNames(ctx, scene, view, viewport, freeLabel, fade)
  if (seatPx >= ROW_NAMES_PX) drawRowNames(ctx, scene, view, viewport)
}

function drawSectionNames(
  ctx: Context2D,
  scene: Scene,
  view: View,
  viewport: Viewport,
  freeLabel: (count: number) => string,
  alpha: number,
): void {
  const seen = visibleBox(view, viewport)
  ctx.save()
  ctx.globalAlpha = alpha
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.lineJoin = 'round'
  for (const [at, section] of scene.map.sections.entries()) {
    const look = scene.sections[at] as SceneSection
    if (!boxesTouch(look.box, seen)) continue
    const size = nameSize(section.name, look, view.scale)
    if (size < MIN_NAME_PX) continue
    const { x, y } = toScreen(view, { x: section.anchor[0], y: section.anchor[1] })
    const hasRoom = size >= 11 && look.halfHeight * view.scale > size * 1.7
    const ink = look.freeCount > 0 ? scene.theme.label : scene.theme.labelMuted
    write(ctx, scene, section.name, x, hasRoom ? y - size * 0.42 : y, size, ink, look.fill)
    if (!hasRoom) continue
    const text = freeLabel(look.freeCount)
    const small = Math.max(9, Math.min(12, size * 0.62))
    if (text.length * small * 0.27 < look.halfWidth * view.scale) {
      write(ctx, scene, text, x, y + size * 0.62, small, scene.theme.labelMuted, look.fill)
    }
  }
  ctx.restore()
}

/** As big as fits the section, within what is pleasant to read. */
function nameSize(name: string, look: SceneSection, scale: number): number {
  const byWidth = (look.halfWidth * 2 * scale) / (name.length * 0.6 + 0.8)
  return Math.min(MAX_NAME_PX, byWidth, look.halfHeight * scale * 1.1)
}

/** With a halo of the section's own colour: readable over any mix of seats. */
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

function drawRowNames(ctx: Context2D, scene: Scene, view: View, viewport: Viewport): void {
  const seen = visibleBox(view, viewport, 20)
  const size = Math.min(12, Math.max(8, scene.seatCm * view.scale * 0.62))
  ctx.save()
  ctx.font = `500 ${size}px ${scene.theme.font}`
  ctx.fillStyle = scene.theme.labelMuted
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  for (const [at, section] of scene.map.sections.entries()) {
    if (section.kind !== 'seated' || !boxesTouch((scene.sections[at] as SceneSection).box, seen)) continue
    for (const row of section.rows) {
      drawRowName(ctx, scene, view, row, row.firstSeat, row.firstSeat + 1)
      if (row.seatCount > 3) {
        drawRowName(
          ctx,
          scene,
          view,
          row,
          row.firstSeat + row.seatCount - 1,
          row.firstSeat + row.seatCount - 2,
        )
      }
    }
  }
  ctx.restore()
}

/** Beside the row's end, on the line its last two seats make. */
function drawRowName(
  ctx: Context2D,
  { map, pitchCm }: Scene,
  view: View,
  row: MapRow,
  end: number,
  next: number,
): void {
  const x = map.x[end] as number
  const y = map.y[end] as number
  const dx = row.seatCount > 1 ? x - (map.x[next] as number) : -1
  const dy = row.seatCount > 1 ? y - (map.y[next] as number) : 0
  const length = Math.hypot(dx, dy) || 1
  const away = pitchCm * 0.95
  const spot = toScreen(view, { x: x + (dx / length) * away, y: y + (dy / length) * away })
  ctx.fillText(row.name, spot.x, spot.y)
}
