import type { MapRow } from '../decode-plan'
import { toScreen, type View } from '../view'
import type { Context2D, Scene, SceneSection } from './scene'

/** Names longer than this are words, not row letters; they would run over the next section. */
const MAX_LETTERS = 4

/** The name of every row at both its ends, for the sections given. In CSS pixels. */
export function drawRowNames(
  ctx: Context2D,
  scene: Scene,
  sections: readonly SceneSection[],
  view: View,
): void {
  const size = Math.min(13, Math.max(8, scene.seatCm * view.scale * 0.6))
  ctx.font = `500 ${size}px ${scene.theme.font}`
  ctx.fillStyle = scene.theme.labelMuted
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.lineWidth = 4
  for (const { section, fill } of sections) {
    if (section.kind !== 'seated') continue
    ctx.strokeStyle = fill
    for (const row of section.rows) {
      if (row.name.length > MAX_LETTERS) continue
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
  const away = pitchCm * 0.84
  const spot = toScreen(view, { x: x + (dx / length) * away, y: y + (dy / length) * away })
  ctx.strokeText(row.name, spot.x, spot.y)
  ctx.fillText(row.name, spot.x, spot.y)
}
