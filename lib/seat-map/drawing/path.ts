/**
 * A path is the front edge that rows of seats follow: straight pieces and arcs, one after the other. A place on it is
 * `s` (centimetres along the front edge) and `depth` (centimetres behind it, along the outward normal). Lines of equal
 * `s` never cross behind a convex path, so blocks with separate ranges of `s` can never overlap, however deep they are.
 */
export type Straight = {
  kind: 'straight'
  x: number
  y: number
  /** Unit vector of travel. */
  dx: number
  dy: number
  /** Unit vector from the front edge towards the back rows. */
  nx: number
  ny: number
  length: number
}

/** Angles in radians, growing clockwise on the screen (y points down); a negative sweep travels anticlockwise. */
export type Arc = { kind: 'arc'; cx: number; cy: number; radius: number; from: number; sweep: number }

export type PathPiece = Straight | Arc
export type SeatPath = { pieces: PathPiece[]; length: number }

export type PathPoint = { x: number; y: number; nx: number; ny: number }

/** Joins the pieces in travel order; the caller sees to it that they meet. */
export function makePath(pieces: PathPiece[]): SeatPath {
  return { pieces, length: pieces.reduce((sum, piece) => sum + lengthOf(piece), 0) }
}

/** A path of one arc, e.g. the first row of the stalls about a point behind the stage. */
export function makeArcPath(center: [number, number], radius: number, from: number, to: number): SeatPath {
  return makePath([{ kind: 'arc', cx: center[0], cy: center[1], radius, from, sweep: to - from }])
}

/** A straight path from one point to the other; rows go back to the left of travel, or to its right. */
export function makeStraightPath(
  from: [number, number],
  to: [number, number],
  back: 'left' | 'right',
): SeatPath {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const dx = (to[0] - from[0]) / length
  const dy = (to[1] - from[1]) / length
  const side = back === 'left' ? 1 : -1
  return makePath([
    { kind: 'straight', x: from[0], y: from[1], dx, dy, nx: dy * side, ny: -dx * side, length },
  ])
}

/** The point at `s` and `depth`, with the normal that leads away from the front edge. */
export function pointOnPath(path: SeatPath, s: number, depth: number): PathPoint {
  const { piece, rest } = locate(path, s)
  if (piece.kind === 'straight') {
    return {
      x: piece.x + piece.dx * rest + piece.nx * depth,
      y: piece.y + piece.dy * rest + piece.ny * depth,
      nx: piece.nx,
      ny: piece.ny,
    }
  }
  const angle = piece.from + (Math.sign(piece.sweep) * rest) / piece.radius
  const nx = Math.cos(angle)
  const ny = Math.sin(angle)
  return {
    x: piece.cx + nx * (piece.radius + depth),
    y: piece.cy + ny * (piece.radius + depth),
    nx,
    ny,
  }
}

/** The arc length between two places, measured `depth` behind the front edge. */
export function lengthBetween(path: SeatPath, from: number, to: number, depth: number): number {
  let start = 0
  let sum = 0
  for (const piece of path.pieces) {
    const end = start + lengthOf(piece)
    const share = Math.min(to, end) - Math.max(from, start)
    if (share > 0) sum += share * growthAt(piece, depth)
    start = end
  }
  return sum
}

/** The `s` that lies `lengthCm` further along than `from`, measured at `depth`; the path's end where it is shorter. */
export function advanceOnPath(path: SeatPath, from: number, lengthCm: number, depth: number): number {
  let start = 0
  let left = lengthCm
  for (const piece of path.pieces) {
    const end = start + lengthOf(piece)
    const at = Math.max(from, start)
    if (at < end) {
      const growth = growthAt(piece, depth)
      if (left <= (end - at) * growth) return at + left / growth
      left -= (end - at) * growth
    }
    start = end
  }
  return path.length
}

function lengthOf(piece: PathPiece): number {
  return piece.kind === 'straight' ? piece.length : Math.abs(piece.sweep) * piece.radius
}

function growthAt(piece: PathPiece, depth: number): number {
  return piece.kind === 'straight' ? 1 : (piece.radius + depth) / piece.radius
}

function locate(path: SeatPath, s: number): { piece: PathPiece; rest: number } {
  let start = 0
  const last = path.pieces.at(-1)
  if (!last) throw new RangeError('a path has at least one piece')
  for (const piece of path.pieces) {
    const end = start + lengthOf(piece)
    if (s <= end || piece === last) return { piece, rest: s - start }
    start = end
  }
  return { piece: last, rest: s - start }
}

/** The line `depth` behind a path (in front of it where negative) as flat points, e.g. a floor around a pitch. */
export function outlinePath(path: SeatPath, depth: number, stepCm = 250): number[] {
  const steps = Math.ceil(path.length / stepCm)
  return Array.from({ length: steps }, (_, step) => {
    const { x, y } = pointOnPath(path, (path.length * step) / steps, depth)
    return [x, y]
  }).flat()
}
