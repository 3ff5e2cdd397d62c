import type { MapSection } from './decode-plan'
import { type Box, boxOf } from './outline'
import { type View, type Viewport, visibleBox } from './view'

export type SectionsInView = {
  /** By section, those that are at least partly on screen; none where they are more than `max`. */
  sections: number[]
  /** The one in the middle of what is not covered, if there is one. */
  lookedAt: number | null
}

/** Answers, for one map, which sections a view shows: by their boxes, so that one too many may be named. */
export function findInView(sections: readonly Pick<MapSection, 'outline'>[], max: number) {
  const boxes = sections.map(({ outline }) => boxOf(outline))
  return (view: View, viewport: Viewport): SectionsInView => {
    const { width, height, insets } = viewport
    const free = {
      width: width - insets.left - insets.right,
      height: height - insets.top - insets.bottom,
      insets: { top: 0, right: 0, bottom: 0, left: 0 },
    }
    const moved = { scale: view.scale, tx: view.tx - insets.left, ty: view.ty - insets.top }
    const seen = visibleBox(moved, free)
    const inView = boxes.flatMap((box, section) => (touch(box, seen) ? [section] : []))
    if (inView.length > max) return { sections: [], lookedAt: null }
    const x = (seen.minX + seen.maxX) / 2
    const y = (seen.minY + seen.maxY) / 2
    const around = inView.filter((section) => holds(boxes[section] as Box, x, y))
    const offCentre = (section: number) => distance(boxes[section] as Box, x, y)
    const lookedAt = around.sort((a, b) => offCentre(a) - offCentre(b))[0] ?? null
    return { sections: inView, lookedAt }
  }
}

function touch(a: Box, b: Box): boolean {
  return a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY
}

function holds(box: Box, x: number, y: number): boolean {
  return x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY
}

/** How far a point is from a box's middle, in the box's own measure: boxes of neighbours on a curve overlap. */
function distance({ minX, maxX, minY, maxY }: Box, x: number, y: number): number {
  return Math.hypot((x - (minX + maxX) / 2) / (maxX - minX), (y - (minY + maxY) / 2) / (maxY - minY))
}
