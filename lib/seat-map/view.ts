import type { Box } from './outline'

/** What of the plan is on screen: screen = plan × scale + (tx, ty). Scale in CSS pixels a centimetre. */
export type View = { scale: number; tx: number; ty: number }

/** The canvas in CSS pixels, with what lies over its edges (a bottom sheet, a header) as insets. */
export type Viewport = {
  width: number
  height: number
  insets: { top: number; right: number; bottom: number; left: number }
}

/** How far one may zoom out and in, and what must stay on screen. */
export type ViewLimits = { minScale: number; maxScale: number; content: Box }

type Point = { x: number; y: number }

/** The point of the plan under a point of the screen. */
export function toPlan(view: View, screen: Point): Point {
  return { x: (screen.x - view.tx) / view.scale, y: (screen.y - view.ty) / view.scale }
}

/** The point of the screen where a point of the plan is drawn. */
export function toScreen(view: View, plan: Point): Point {
  return { x: plan.x * view.scale + view.tx, y: plan.y * view.scale + view.ty }
}

/** The part of the plan that is on screen. */
export function visibleBox(view: View, viewport: Viewport, marginPx = 0): Box {
  const from = toPlan(view, { x: -marginPx, y: -marginPx })
  const to = toPlan(view, { x: viewport.width + marginPx, y: viewport.height + marginPx })
  return { minX: from.x, minY: from.y, maxX: to.x, maxY: to.y }
}

/** The view that shows the whole box in the free part of the viewport, centred, no nearer than `maxScale`. */
export function fitBox(box: Box, viewport: Viewport, paddingPx: number, maxScale = Infinity): View {
  const free = freeArea(viewport)
  const boxWidth = Math.max(1, box.maxX - box.minX)
  const boxHeight = Math.max(1, box.maxY - box.minY)
  const scale = Math.min(
    Math.max(1, free.width - 2 * paddingPx) / boxWidth,
    Math.max(1, free.height - 2 * paddingPx) / boxHeight,
    maxScale,
  )
  return {
    scale,
    tx: free.x + free.width / 2 - ((box.minX + box.maxX) / 2) * scale,
    ty: free.y + free.height / 2 - ((box.minY + box.maxY) / 2) * scale,
  }
}

/** Moves the plan by pixels. */
export function panBy(view: View, dx: number, dy: number): View {
  return { scale: view.scale, tx: view.tx + dx, ty: view.ty + dy }
}

/** Zooms by a factor; what is under `at` stays under it. The factor is cut at the limits. */
export function zoomAt(view: View, factor: number, at: Point, limits: ViewLimits): View {
  const scale = clamp(view.scale * factor, limits.minScale, limits.maxScale)
  const k = scale / view.scale
  return { scale, tx: at.x - (at.x - view.tx) * k, ty: at.y - (at.y - view.ty) * k }
}

/** Two fingers moved from `before` to `after`: both points of the plan stay under them. */
export function pinch(view: View, before: [Point, Point], after: [Point, Point], limits: ViewLimits): View {
  const spread = (pair: [Point, Point]) => Math.hypot(pair[0].x - pair[1].x, pair[0].y - pair[1].y) || 1
  const middle = (pair: [Point, Point]) => ({
    x: (pair[0].x + pair[1].x) / 2,
    y: (pair[0].y + pair[1].y) / 2,
  })
  const from = middle(before)
  const to = middle(after)
  return panBy(zoomAt(view, spread(after) / spread(before), from, limits), to.x - from.x, to.y - from.y)
}

/** The nearest view that obeys the limits: nothing of the plan can be pushed out of reach. */
export function clampView(view: View, viewport: Viewport, limits: ViewLimits): View {
  const scale = clamp(view.scale, limits.minScale, limits.maxScale)
  const free = freeArea(viewport)
  const { content } = limits
  return {
    scale,
    tx: clampAxis(view.tx, content.minX * scale, content.maxX * scale, free.x, free.width),
    ty: clampAxis(view.ty, content.minY * scale, content.maxY * scale, free.y, free.height),
  }
}

/** The view a share `t` of the way (0…1): zoom at an even pace, the target's middle gliding to its place. */
export function mixViews(from: View, to: View, t: number, viewport: Viewport): View {
  const scale = from.scale * (to.scale / from.scale) ** t
  const middle = { x: viewport.width / 2, y: viewport.height / 2 }
  const a = toPlan(from, middle)
  const b = toPlan(to, middle)
  // The middle moves as fast as the screen can show it: by the share of the scale's own way, not of time.
  const share =
    Math.abs(to.scale - from.scale) < 1e-9
      ? t
      : (1 / scale - 1 / from.scale) / (1 / to.scale - 1 / from.scale)
  const x = a.x + (b.x - a.x) * share
  const y = a.y + (b.y - a.y) * share
  return { scale, tx: middle.x - x * scale, ty: middle.y - y * scale }
}

function freeArea({ width, height, insets }: Viewport) {
  return {
    x: insets.left,
    y: insets.top,
    width: Math.max(1, width - insets.left - insets.right),
    height: Math.max(1, height - insets.top - insets.bottom),
  }
}

/** Content smaller than the screen keeps to its middle half; larger may show at most half a screen of nothing. */
function clampAxis(offset: number, min: number, max: number, start: number, size: number): number {
  const slack = Math.max(size / 2, (size - (max - min)) / 2 + size / 4)
  return clamp(offset, start + size - slack - max, start + slack - min)
}

function clamp(value: number, min: number, max: number): number {
  return min > max ? (min + max) / 2 : Math.min(max, Math.max(min, value))
}
