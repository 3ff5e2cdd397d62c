/** Nobody sees an edge move by less, even where a seat is as big as a thumb. */
const TOLERANCE_CM = 2

/**
 * The polygon (flat, x0,y0,x1,y1,…) without the points that lie on the way from one of its corners to the next, give
 * or take two centimetres. Drawings have a point a row along each side; a map is quicker to read and draw without.
 */
export function thinOutline(outline: readonly number[]): number[] {
  const count = outline.length >> 1
  const kept = [0]
  let from = 0
  for (let at = 2; at <= count; at++) {
    if (isStraight(outline, from, at % count, at)) continue
    from = at - 1
    kept.push(from)
  }
  // What is left must still be an area.
  if (kept.length < 3) return [...outline]
  return kept.flatMap((at) => [outline[at * 2] as number, outline[at * 2 + 1] as number])
}

/** True where all points between lie on the way from one point to another. */
function isStraight(outline: readonly number[], from: number, to: number, end: number): boolean {
  const [ax, ay] = [outline[from * 2] as number, outline[from * 2 + 1] as number]
  const [dx, dy] = [(outline[to * 2] as number) - ax, (outline[to * 2 + 1] as number) - ay]
  const length = Math.hypot(dx, dy)
  if (length === 0) return false
  for (let at = from + 1; at < end; at++) {
    const [px, py] = [(outline[at * 2] as number) - ax, (outline[at * 2 + 1] as number) - ay]
    const along = (px * dx + py * dy) / length
    if (Math.abs(px * dy - py * dx) / length > TOLERANCE_CM || along < 0 || along > length) return false
  }
  return true
}
