/**
 * For each point, or an even sample of `maxPoints` of them, the distance to its nearest other point, in the points'
 * unit; Infinity where there is no other. A grid about as coarse as the points lie apart keeps it linear for plans of
 * any size and unit; the sample bounds what a hostile plan, all of it in one cell, can cost.
 */
export function nearestDistances(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  maxPoints = xs.length,
): Float64Array {
  const count = Math.min(xs.length, maxPoints)
  const distances = new Float64Array(count).fill(Infinity)
  if (xs.length < 2) return distances
  const grid = makeGrid(xs, ys)
  for (let at = 0; at < count; at++) {
    distances[at] = Math.sqrt(searchAround(grid, xs, ys, Math.floor((at * xs.length) / count)))
  }
  return distances
}

/** The middle value; NaN for none. */
export function medianOf(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort()
  return sorted.length === 0 ? Number.NaN : (sorted[Math.floor((sorted.length - 1) / 2)] as number)
}

type Grid = { left: number; top: number; cell: number; columns: number; rows: number; cells: number[][] }

function makeGrid(xs: ArrayLike<number>, ys: ArrayLike<number>): Grid {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let point = 0; point < xs.length; point++) {
    left = Math.min(left, xs[point] as number)
    right = Math.max(right, xs[point] as number)
    top = Math.min(top, ys[point] as number)
    bottom = Math.max(bottom, ys[point] as number)
  }
  const span = Math.max(right - left, bottom - top)
  // About one point a cell, yet never more cells along a side than points: a long thin plan must not explode.
  const area = Math.max((right - left) * (bottom - top), span)
  const cell = Math.max(Math.sqrt(area / xs.length), span / xs.length, Number.MIN_VALUE) || 1
  const columns = Math.floor((right - left) / cell) + 1
  const rows = Math.floor((bottom - top) / cell) + 1
  const cells: number[][] = Array.from({ length: columns * rows }, () => [])
  const grid = { left, top, cell, columns, rows, cells }
  for (let point = 0; point < xs.length; point++) {
    const [column, row] = cellOf(grid, xs[point] as number, ys[point] as number)
    cells[row * columns + column]?.push(point)
  }
  return grid
}

function cellOf(grid: Grid, x: number, y: number): [number, number] {
  return [Math.floor((x - grid.left) / grid.cell), Math.floor((y - grid.top) / grid.cell)]
}

/** The nearest squared: looks at rings of cells around the point until none further out can hold a nearer one. */
function searchAround(grid: Grid, xs: ArrayLike<number>, ys: ArrayLike<number>, point: number): number {
  const x = xs[point] as number
  const y = ys[point] as number
  const [column, row] = cellOf(grid, x, y)
  let best = Infinity
  for (let ring = 0; ring <= Math.max(grid.columns, grid.rows); ring++) {
    if (ring > 0 && best <= ((ring - 1) * grid.cell) ** 2) break
    for (let r = Math.max(0, row - ring); r <= Math.min(grid.rows - 1, row + ring); r++) {
      const edge = Math.abs(r - row) === ring
      for (let c = column - ring; c <= column + ring; c += edge ? 1 : 2 * ring || 1) {
        if (c < 0 || c >= grid.columns) continue
        for (const other of grid.cells[r * grid.columns + c] ?? []) {
          if (other === point) continue
          const dx = (xs[other] as number) - x
          const dy = (ys[other] as number) - y
          best = Math.min(best, dx * dx + dy * dy)
        }
      }
    }
  }
  return best
}
