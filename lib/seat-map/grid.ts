import type { SeatMap } from './decode-plan'
import type { Box } from './outline'

/** Seats by place: which seat is here, which are in this box, how many. Built once a map, in two passes. */
export type SeatGrid = {
  cellCm: number
  columns: number
  rows: number
  originX: number
  originY: number
  /** Seats of cell c: `seats[starts[c]]` … `seats[starts[c + 1] - 1]`. */
  starts: Uint32Array
  seats: Uint32Array
  /** Smallest box around all seats. */
  box: Box
}

const SEATS_PER_CELL = 5

/** The grid of a map's seats. */
export function buildGrid(map: Pick<SeatMap, 'x' | 'y' | 'seatCount'>): SeatGrid {
  const box = seatBox(map)
  const width = box.maxX - box.minX + 1
  const height = box.maxY - box.minY + 1
  const cellCm = Math.max(60, Math.ceil(Math.sqrt((width * height * SEATS_PER_CELL) / map.seatCount)))
  const columns = Math.ceil(width / cellCm)
  const rows = Math.ceil(height / cellCm)
  const starts = new Uint32Array(columns * rows + 1)
  const cellOf = new Uint32Array(map.seatCount)
  for (let index = 0; index < map.seatCount; index++) {
    const row = Math.floor(((map.y[index] as number) - box.minY) / cellCm)
    const cell = row * columns + Math.floor(((map.x[index] as number) - box.minX) / cellCm)
    cellOf[index] = cell
    starts[cell + 1]!++
  }
  for (let cell = 0; cell < columns * rows; cell++) starts[cell + 1]! += starts[cell] as number
  const seats = new Uint32Array(map.seatCount)
  const next = starts.slice()
  for (let index = 0; index < map.seatCount; index++) {
    const cell = cellOf[index] as number
    seats[next[cell]!++] = index
  }
  return { cellCm, columns, rows, originX: box.minX, originY: box.minY, starts, seats, box }
}

/** Calls `visit` for every seat in the box, and for some just outside it (whole cells, no test a seat). */
export function visitSeats(grid: SeatGrid, box: Box, visit: (index: number) => void): void {
  eachCellRun(grid, box, (from, to) => {
    for (let at = from; at < to; at++) visit(grid.seats[at] as number)
  })
}

/** How many seats `visitSeats` would visit; cheap enough for every frame. */
export function countSeatsIn(grid: SeatGrid, box: Box): number {
  let count = 0
  eachCellRun(grid, box, (from, to) => {
    count += to - from
  })
  return count
}

/** The seat closest to the point and no further than `maxDistanceCm`, or -1. */
export function seatAt(
  map: Pick<SeatMap, 'x' | 'y'>,
  grid: SeatGrid,
  x: number,
  y: number,
  maxDistanceCm: number,
): number {
  let nearest = -1
  let best = maxDistanceCm * maxDistanceCm
  const box = {
    minX: x - maxDistanceCm,
    minY: y - maxDistanceCm,
    maxX: x + maxDistanceCm,
    maxY: y + maxDistanceCm,
  }
  visitSeats(grid, box, (index) => {
    const distance = ((map.x[index] as number) - x) ** 2 + ((map.y[index] as number) - y) ** 2
    if (distance <= best) {
      best = distance
      nearest = index
    }
  })
  return nearest
}

/** The middle distance from a seat to the next in its row: how big a seat may be drawn. Centimetres. */
export function seatPitch(map: Pick<SeatMap, 'x' | 'y' | 'rows'>): number {
  const samples: number[] = []
  const step = Math.max(1, Math.floor(map.rows.length / 200))
  for (let row = 0; row < map.rows.length; row += step) {
    const { firstSeat, seatCount } = map.rows[row]!
    for (let index = firstSeat; index < firstSeat + Math.min(seatCount, 8) - 1; index++) {
      const dx = (map.x[index + 1] as number) - (map.x[index] as number)
      const dy = (map.y[index + 1] as number) - (map.y[index] as number)
      samples.push(Math.sqrt(dx * dx + dy * dy))
    }
  }
  const sorted = Float64Array.from(samples).sort()
  return sorted[sorted.length >> 1] || 55
}

/**
 * Calls `visit` with the runs of `grid.seats` that hold the seats `visitSeats` visits. Cells of one grid row are
 * neighbours in memory, so a box is a few runs.
 */
export function eachCellRun(grid: SeatGrid, box: Box, visit: (from: number, to: number) => void): void {
  const column = (x: number) => Math.floor((x - grid.originX) / grid.cellCm)
  const firstColumn = Math.max(0, column(box.minX))
  const lastColumn = Math.min(grid.columns - 1, column(box.maxX))
  const firstRow = Math.max(0, Math.floor((box.minY - grid.originY) / grid.cellCm))
  const lastRow = Math.min(grid.rows - 1, Math.floor((box.maxY - grid.originY) / grid.cellCm))
  if (firstColumn > lastColumn) return
  for (let row = firstRow; row <= lastRow; row++) {
    const base = row * grid.columns
    visit(grid.starts[base + firstColumn] as number, grid.starts[base + lastColumn + 1] as number)
  }
}

/** The smallest box around all seats. */
export function seatBox({ x, y, seatCount }: Pick<SeatMap, 'x' | 'y' | 'seatCount'>): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let index = 0; index < seatCount; index++) {
    const seatX = x[index] as number
    const seatY = y[index] as number
    if (seatX < minX) minX = seatX
    if (seatX > maxX) maxX = seatX
    if (seatY < minY) minY = seatY
    if (seatY > maxY) maxY = seatY
  }
  return { minX, minY, maxX, maxY }
}
