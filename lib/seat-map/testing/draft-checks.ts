import { nearestDistances } from '../drawing/seat-distances'
import { isInside } from '../outline'
import type { PlanDraft } from '../plan'

/** The least distance between any two seats of a drawing, in centimetres. */
export function closestSeatsCm(draft: PlanDraft): number {
  const seats = draft.sections.flatMap((section) => section.rows.flatMap((row) => row.seats))
  const distances = nearestDistances(
    seats.map(({ x }) => x),
    seats.map(({ y }) => y),
  )
  return distances.reduce((least, distance) => Math.min(least, distance), Infinity)
}

/** Seats that lie outside their section's outline, or inside another's: none in a sound drawing. Names of both. */
export function findStraySeats(draft: PlanDraft): string[] {
  const outlines = draft.sections.map(({ name, outline = [] }) => ({
    name,
    outline,
    box: boxAround(outline),
  }))
  return draft.sections.flatMap((section) =>
    section.rows.flatMap((row) =>
      row.seats.flatMap(({ number, x, y }) =>
        outlines
          .filter(({ name, outline, box }) => {
            const inBox = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
            return (inBox && isInside(outline, x, y)) !== (name === section.name)
          })
          .map(({ name }) => `${section.name}-${row.name}-${number} and ${name}`),
      ),
    ),
  )
}

/** Pairs of sections whose outlines cross each other: none in a sound drawing. */
export function findCrossings(draft: PlanDraft): string[] {
  const outlines = draft.sections.map(({ name, outline = [] }) => ({
    name,
    outline,
    box: boxAround(outline),
  }))
  const crossings: string[] = []
  for (const [index, a] of outlines.entries()) {
    for (const b of outlines.slice(index + 1)) {
      const apart =
        a.box.right < b.box.left ||
        b.box.right < a.box.left ||
        a.box.bottom < b.box.top ||
        b.box.bottom < a.box.top
      if (!apart && outlinesCross(a.outline, b.outline)) crossings.push(`${a.name} and ${b.name}`)
    }
  }
  return crossings
}

function outlinesCross(a: readonly number[], b: readonly number[]): boolean {
  const edgesOfB = edgesOf(b)
  return edgesOf(a).some((edge) => edgesOfB.some((other) => edgesCross(edge, other)))
}

type Edge = readonly [number, number, number, number]

function edgesOf(outline: readonly number[]): Edge[] {
  const edges: Edge[] = []
  for (let at = 0; at < outline.length; at += 2) {
    const next = (at + 2) % outline.length
    edges.push([outline[at] ?? 0, outline[at + 1] ?? 0, outline[next] ?? 0, outline[next + 1] ?? 0])
  }
  return edges
}

function edgesCross([ax, ay, bx, by]: Edge, [cx, cy, dx, dy]: Edge): boolean {
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number): number =>
    Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px))
  return (
    side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
    side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
  )
}

function boxAround(outline: readonly number[]): { left: number; right: number; top: number; bottom: number } {
  const xs = outline.filter((_, index) => index % 2 === 0)
  const ys = outline.filter((_, index) => index % 2 === 1)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}
