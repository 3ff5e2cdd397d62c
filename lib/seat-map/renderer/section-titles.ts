import { type Box, isInside } from '../outline'
import { widenBox } from './draw-ground'
import { type Scene, titleStep } from './scene'

/** Where a section's name stands when its seats are big enough to be looked at: just outside, behind its last row. */
export type TitleSpot = { x: number; y: number; align: 'left' | 'center' | 'right' }

const AWAY_CM = 90

/**
 * A free place for each section's name: behind the section as seen from the focus, else before it, else null (its
 * neighbours, the stage or the bar leave none).
 */
export function placeTitles({
  map,
  sections,
  decorBoxes,
}: Pick<Scene, 'map' | 'sections' | 'decorBoxes'>): (TitleSpot | null)[] {
  // What no name may stand on.
  const solid = decorBoxes.flatMap((box, at) => {
    const kind = map.decor[at]?.kind
    return kind === 'floor' || kind === 'line' ? [] : [widenBox(box, 40)]
  })
  const isTaken = (x: number, y: number) => {
    const isOnSection = sections.some(
      ({ box, section }) => isInBox(box, x, y) && isInside(section.outline, x, y),
    )
    return isOnSection || solid.some((box) => isInBox(box, x, y))
  }
  return map.sections.map(({ outline, anchor }) => {
    const [stepX, stepY] = titleStep(anchor, map.focus)
    const isAside = stepY === 0
    for (const way of [1, -1]) {
      const reach =
        leaveOutline(outline, anchor, stepX * way, stepY * way) + (isAside ? AWAY_CM * 0.7 : AWAY_CM)
      const x = anchor[0] + stepX * way * reach
      const y = anchor[1] + stepY * way * reach
      if (!isTaken(x, y)) return { x, y, align: isAside ? (stepX * way > 0 ? 'left' : 'right') : 'center' }
    }
    return null
  })
}

/** How far from the anchor the outline ends in a direction along an axis; a whole number of quarter metres. */
function leaveOutline(
  outline: readonly number[],
  [x, y]: readonly [number, number],
  dx: number,
  dy: number,
): number {
  let reach = Infinity
  const n = outline.length
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    const ax = (outline[i] as number) - x
    const ay = (outline[i + 1] as number) - y
    const bx = (outline[j] as number) - x
    const by = (outline[j + 1] as number) - y
    // Which side of the ray its ends lie on.
    const a = dx === 0 ? ax : ay
    const b = dx === 0 ? bx : by
    if (a > 0 === b > 0) continue
    const share = a / (a - b)
    const hit = dx === 0 ? (ay + (by - ay) * share) * dy : (ax + (bx - ax) * share) * dx
    if (hit > 0 && hit < reach) reach = hit
  }
  if (reach === Infinity || !isInside(outline, x, y)) return 0
  return Math.ceil(reach / 25) * 25
}

function isInBox(box: Box, x: number, y: number): boolean {
  return x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY
}
