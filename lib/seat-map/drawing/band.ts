import type { DraftRow, DraftSeat, DraftSection, SectionKind } from '../plan'
import { advanceOnPath, lengthBetween, pointOnPath, type SeatPath } from './path'

/** A stretch of the front edge, from `s` to `s`. */
export type Stretch = readonly [number, number]

/** Where a seat is within its band: enough to decide its category and flags. */
export type SeatPlace = {
  row: number
  rowCount: number
  /** From the first seat of the row, across all stretches. */
  index: number
  seatCount: number
  x: number
  y: number
}

export type SeatLook = { category: number; flags?: number }

export type BandSpec = {
  name: string
  zone: string
  kind?: SectionKind
  path: SeatPath
  rowNames: readonly string[]
  /** Depth of the first row behind the front edge, then from row to row. */
  depthCm: number
  rowPitchCm: number
  /** The least room of a seat; what is left over is shared out, so that both ends of a stretch are straight. */
  seatPitchCm: number | ((row: number) => number)
  /** The stretches with seats in this row, in travel order; between them are aisles. */
  stretches: readonly Stretch[] | ((row: number) => readonly Stretch[])
  /** Clear width kept for aisles, half of it at each end of a stretch. */
  aisleCm: number
  /** Category and flags of a seat; null leaves its place empty. */
  look: (place: SeatPlace) => SeatLook | null
  /** Room between the outermost seats and the outline. */
  marginCm?: number
}

/**
 * Draws a section whose rows follow a path, one behind the other, numbered from 1 in travel direction through all
 * stretches of a row. Places that `look` leaves empty get no number. Coordinates stay fractional until `finishDraft`.
 */
export function drawBand(spec: BandSpec): DraftSection {
  const rows: DraftRow[] = []
  for (const [row, name] of spec.rowNames.entries()) {
    const seats = drawRow(spec, row)
    if (seats.length > 0) rows.push({ name, seats })
  }
  return {
    name: spec.name,
    zone: spec.zone,
    kind: spec.kind ?? 'seated',
    outline: outlineBand(spec),
    anchor: anchorBand(spec),
    rows,
  }
}

function drawRow(spec: BandSpec, row: number): DraftSeat[] {
  const depth = depthOf(spec, row)
  const places = stretchesOf(spec, row).flatMap((stretch) => placeSeats(spec, stretch, row, depth))
  const seats: DraftSeat[] = []
  for (const [index, { x, y }] of places.entries()) {
    const look = spec.look({ row, rowCount: spec.rowNames.length, index, seatCount: places.length, x, y })
    if (look) seats.push({ number: String(seats.length + 1), x, y, ...look })
  }
  return seats
}

function placeSeats(
  spec: BandSpec,
  [from, to]: Stretch,
  row: number,
  depth: number,
): { x: number; y: number }[] {
  const pitch = typeof spec.seatPitchCm === 'number' ? spec.seatPitchCm : spec.seatPitchCm(row)
  const room = lengthBetween(spec.path, from, to, depth) - spec.aisleCm
  const count = Math.max(0, Math.floor(room / pitch + 1e-6))
  return Array.from({ length: count }, (_, index) => {
    const along = spec.aisleCm / 2 + ((index + 0.5) * room) / count
    return pointOnPath(spec.path, advanceOnPath(spec.path, from, along, depth), depth)
  })
}

/** The outline: along the front row, down the ends of all rows, back along the last; fine enough to look round. */
function outlineBand(spec: BandSpec): number[] {
  const margin = spec.marginCm ?? 25
  const half = spec.rowPitchCm / 2 + margin / 2
  const last = spec.rowNames.length - 1
  const front = edgeOf(spec, 0, depthOf(spec, 0) - half, margin)
  const back = edgeOf(spec, last, depthOf(spec, last) + half, margin)
  const middle = Array.from({ length: Math.max(0, last - 1) }, (_, index) => {
    const edge = edgeOf(spec, index + 1, depthOf(spec, index + 1), margin)
    return { start: edge[0], end: edge.at(-1) }
  })
  const starts = middle.flatMap(({ start }) => (start ? [start] : []))
  const ends = middle.flatMap(({ end }) => (end ? [end] : []))
  return [...front, ...ends, ...back.reverse(), ...starts.reverse()].flat()
}

function edgeOf(spec: BandSpec, row: number, depth: number, marginCm: number): [number, number][] {
  const stretches = stretchesOf(spec, row)
  const inset = Math.max(0, spec.aisleCm / 2 - marginCm)
  const first = stretches[0]
  const end = stretches.at(-1)
  if (!first || !end) return []
  const length = lengthBetween(spec.path, first[0], end[1], depth)
  const steps = Math.max(1, Math.round(length / OUTLINE_STEP_CM))
  return Array.from({ length: steps + 1 }, (_, step) => {
    const along = inset + ((length - 2 * inset) * step) / steps
    const { x, y } = pointOnPath(spec.path, advanceOnPath(spec.path, first[0], along, depth), depth)
    return [x, y]
  })
}

const OUTLINE_STEP_CM = 180

function anchorBand(spec: BandSpec): [number, number] {
  const row = (spec.rowNames.length - 1) / 2
  const stretches = stretchesOf(spec, Math.floor(row))
  const from = stretches[0]?.[0] ?? 0
  const to = stretches.at(-1)?.[1] ?? 0
  const depth = spec.depthCm + row * spec.rowPitchCm
  const half = lengthBetween(spec.path, from, to, depth) / 2
  const { x, y } = pointOnPath(spec.path, advanceOnPath(spec.path, from, half, depth), depth)
  return [x, y]
}

function stretchesOf(spec: BandSpec, row: number): readonly Stretch[] {
  return typeof spec.stretches === 'function' ? spec.stretches(row) : spec.stretches
}

function depthOf(spec: BandSpec, row: number): number {
  return spec.depthCm + row * spec.rowPitchCm
}
