import { toScreen, type View } from '../view'
import { withAlpha } from './color'
import type { Context2D } from './scene'
import type { RenderTheme } from './theme'

/** The loop that is being drawn (flat, centimetres), in CSS pixels: a line, and a breath of light inside. */
export function drawLasso(ctx: Context2D, theme: RenderTheme, view: View, loop: readonly number[]): void {
  if (loop.length < 4) return
  ctx.save()
  ctx.beginPath()
  for (let at = 0; at < loop.length; at += 2) {
    const { x, y } = toScreen(view, { x: loop[at] as number, y: loop[at + 1] as number })
    if (at === 0) ctx.moveTo(x, y)
    else ctx.lineTo(x, y)
  }
  ctx.fillStyle = withAlpha(theme.mine, 0.16)
  ctx.fill()
  ctx.lineJoin = 'round'
  ctx.lineCap = 'round'
  // Two strokes, so that the line shows on seats of any colour.
  ctx.lineWidth = 4.5
  ctx.strokeStyle = theme.mineEdge
  ctx.stroke()
  ctx.lineWidth = 2.5
  ctx.strokeStyle = theme.mine
  ctx.stroke()
  ctx.setLineDash([2, 6])
  ctx.closePath()
  ctx.stroke()
  ctx.restore()
}
