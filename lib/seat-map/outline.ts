/** Polygons as flat lists x0,y0,x1,y1,…, closed from the last point to the first. Centimetres. */
export type Box = { minX: number; minY: number; maxX: number; maxY: number }

const EMPTY_BOX: Box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }

/** The smallest box around both. */
export function joinBoxes(a: Box, b: Box): Box {
  return {
    minX: Math.min(a.minX, b.minX),
    minY: Math.min(a.minY, b.minY),
    maxX: Math.max(a.maxX, b.maxX),
    maxY: Math.max(a.maxY, b.maxY),
  }
}

/** The box around a flat list of points; EMPTY_BOX for none. */
export function boxOf(points: ArrayLike<number>): Box {
  const box = { ...EMPTY_BOX }
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = points[at] as number
    const y = points[at + 1] as number
    if (x < box.minX) box.minX = x
    if (x > box.maxX) box.maxX = x
    if (y < box.minY) box.minY = y
    if (y > box.maxY) box.maxY = y
  }
  return box
}

/** True where the two boxes share a point. */
export function boxesTouch(a: Box, b: Box): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY
}

/** True where the point lies inside the polygon (even-odd). */
export function isInside(outline: ArrayLike<number>, x: number, y: number): boolean {
  let inside = false
  const n = outline.length
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    const xi = outline[i] as number
    const yi = outline[i + 1] as number
    const xj = outline[j] as number
    const yj = outline[j + 1] as number
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

/** The convex hull of the points, pushed outwards by `marginCm` on every side, rounded to whole centimetres. */
export function hullAround(points: readonly [number, number][], marginCm: number): number[] {
  // Corners of a square around each point: the hull of those is the hull of the points with its margin.
  const corners = points.flatMap(([x, y]): [number, number][] =>
    OCTAGON.map(([dx, dy]) => [Math.round(x + dx * marginCm), Math.round(y + dy * marginCm)]),
  )
  corners.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const lower = halfHull(corners)
  const upper = halfHull(corners.reverse())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)].flat()
}

const OCTAGON = [
  [1, 0.42],
  [0.42, 1],
  [-0.42, 1],
  [-1, 0.42],
  [-1, -0.42],
  [-0.42, -1],
  [0.42, -1],
  [1, -0.42],
] as const

function halfHull(sorted: readonly [number, number][]): [number, number][] {
  const hull: [number, number][] = []
  for (const point of sorted) {
    while (
      hull.length >= 2 &&
      turn(hull.at(-2) as [number, number], hull.at(-1) as [number, number], point) <= 0
    ) {
      hull.pop()
    }
    hull.push(point)
  }
  return hull
}

function turn(a: [number, number], b: [number, number], c: [number, number]): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/**
 * How far a point may be left, right, up and down before it meets the outline: half the width and half the height of
 * the widest text that can stand centred there. Zeroes for a point outside.
 */
export function clearanceAt(
  outline: ArrayLike<number>,
  x: number,
  y: number,
): { halfWidth: number; halfHeight: number } {
  if (!isInside(outline, x, y)) return { halfWidth: 0, halfHeight: 0 }
  return { halfWidth: rayReach(outline, x, y, false), halfHeight: rayReach(outline, x, y, true) }
}

function rayReach(outline: ArrayLike<number>, x: number, y: number, vertical: boolean): number {
  let reach = Infinity
  const along = vertical ? y : x
  const across = vertical ? x : y
  // Where a point's coordinate along the ray stands, and the other.
  const a = vertical ? 1 : 0
  const b = 1 - a
  const n = outline.length
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    const b0 = outline[i + b] as number
    const b1 = outline[j + b] as number
    if (b0 > across === b1 > across) continue
    const a0 = outline[i + a] as number
    const hit = a0 + ((across - b0) / (b1 - b0)) * ((outline[j + a] as number) - a0)
    reach = Math.min(reach, Math.abs(hit - along))
  }
  return reach
}
