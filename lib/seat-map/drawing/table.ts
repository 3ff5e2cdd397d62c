import type { DraftRow, DraftSeat, PlanDecor } from '../plan'

export type TableSpec = {
  name: string
  x: number
  y: number
  seatCount: number
  category: number
  /** The way the first guest sits from the middle, in radians; the others follow clockwise. */
  turn?: number
  /** How much of the circle the chairs take; less than a full turn leaves the side to the stage open. */
  spread?: number
}

/** From the table's edge to the middle of a chair. */
const CHAIR_CM = 34

/** A round table and its chairs as a row of its own, numbered 1…n clockwise. */
export function drawTable(spec: TableSpec): { row: DraftRow; table: PlanDecor } {
  const spread = spec.spread ?? Math.PI * 2
  const full = spread >= Math.PI * 2
  const step = spec.seatCount < 2 ? 0 : spread / (full ? spec.seatCount : spec.seatCount - 1)
  // Chairs keep 55 cm between their middles, whatever the number of guests.
  const reach = Math.max(62, step > 0 ? 55 / (2 * Math.sin(Math.min(step, Math.PI) / 2)) : 0)
  const start = spec.turn ?? 0
  const seats = Array.from({ length: spec.seatCount }, (_, index): DraftSeat => {
    const angle = start + index * step
    return {
      number: String(index + 1),
      x: spec.x + reach * Math.cos(angle),
      y: spec.y + reach * Math.sin(angle),
      category: spec.category,
    }
  })
  return {
    row: { name: spec.name, seats },
    table: { kind: 'table', x: spec.x, y: spec.y, radius: Math.round(reach - CHAIR_CM) },
  }
}
