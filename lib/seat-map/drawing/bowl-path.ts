import { makePath, type PathPiece, type SeatPath } from './path'

const HALF_PI = Math.PI / 2

export type BowlShape = {
  /** From the middle to the front row, sideways and up or down. */
  halfWidthCm: number
  halfHeightCm: number
  cornerRadiusCm: number
  /** How far each of the two sides (left, right) and ends (top, bottom) bends, from its middle to its corner. */
  sideBend: number
  endBend: number
}

/**
 * The front edge of a bowl around (0, 0): long shallow arcs along the four sides, tight ones in the corners, each
 * leading smoothly into the next, as stadiums are built so that every seat turns a little towards the middle. Travels
 * clockwise from the middle of the top; the outside is behind. Bends in radians, above 0.
 */
export function makeBowlPath(shape: BowlShape): SeatPath {
  const { halfWidthCm: a, halfHeightCm: b, cornerRadiusCm: r, sideBend, endBend } = shape
  // Both shallow arcs end where the corner arc begins: two linear equations for how much larger they are than it.
  const m = [1 - Math.cos(sideBend), Math.sin(endBend), Math.sin(sideBend), 1 - Math.cos(endBend)] as const
  const determinant = m[0] * m[3] - m[1] * m[2]
  const moreSide = ((a - r) * m[3] - m[1] * (b - r)) / determinant
  const moreEnd = (m[0] * (b - r) - m[2] * (a - r)) / determinant
  if (moreSide < 0 || moreEnd < 0) throw new RangeError('the corners of the bowl are too round for its sides')
  const sideRadius = r + moreSide
  const endRadius = r + moreEnd
  const cornerX = moreEnd * Math.sin(endBend)
  const cornerY = moreSide * Math.sin(sideBend)
  const corner = HALF_PI - sideBend - endBend
  const arc = (cx: number, cy: number, radius: number, from: number, sweep: number): PathPiece => ({
    kind: 'arc',
    cx,
    cy,
    radius,
    from,
    sweep,
  })
  return makePath([
    arc(0, endRadius - b, endRadius, -HALF_PI, endBend),
    arc(cornerX, -cornerY, r, -HALF_PI + endBend, corner),
    arc(a - sideRadius, 0, sideRadius, -sideBend, 2 * sideBend),
    arc(cornerX, cornerY, r, sideBend, corner),
    arc(0, b - endRadius, endRadius, HALF_PI - endBend, 2 * endBend),
    arc(-cornerX, cornerY, r, HALF_PI + endBend, corner),
    arc(sideRadius - a, 0, sideRadius, Math.PI - sideBend, 2 * sideBend),
    arc(-cornerX, -cornerY, r, Math.PI + sideBend, corner),
    arc(0, endRadius - b, endRadius, -HALF_PI - endBend, endBend),
  ])
}
