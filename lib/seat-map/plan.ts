/**
 * The plan of a seat map: what never changes once a version is published. Coordinates are whole centimetres in the
 * venue's own plane, 0…65535, y pointing down. Seats are columns, ordered by section, then row, then seat, so that
 * a section and a row are index ranges and need no column of their own.
 */

/** Seat states as they travel: two bits each. `mine` is not a state; the browser knows its own seats. */
export const SEAT_STATE = { free: 0, held: 1, sold: 2, blocked: 3 } as const
export type SeatState = (typeof SEAT_STATE)[keyof typeof SEAT_STATE]

/** Bits of a seat's flags. */
export const SEAT_FLAG = { wheelchair: 1, companion: 2, restrictedView: 4 } as const

/** How a section is used: numbered seats in rows, seats around tables, or standing places without numbers (GA). */
export type SectionKind = 'seated' | 'tables' | 'standing'

export type PlanCategory = {
  /** Stable within the map, e.g. `cat-1`; performances price by it. */
  id: string
  name: string
  /** `#rrggbb`, from the palette that colour-blind eyes tell apart. */
  color: string
}

export type PlanRow = {
  name: string
  /** Seat numbers in seat order, as ranges: `1-18`, `1-4;31-34`, `2,4,6`. Its expansion has one entry a seat. */
  numbers: string
}

export type PlanSection = {
  id: string
  /** Shown to people and used in seat labels; unique in the map. */
  name: string
  /** The part of the house it belongs to, e.g. `West stand`, `Balcony`; may be empty. */
  zone: string
  kind: SectionKind
  /** Flat polygon x0,y0,x1,y1,… around the section's seats. */
  outline: number[]
  /** Where the section's name is written. */
  anchor: [number, number]
  rows: PlanRow[]
}

/** What is drawn besides seats. */
export type PlanDecor =
  | { kind: 'stage' | 'pitch' | 'floor' | 'wall' | 'bar'; outline: number[]; label?: string }
  | { kind: 'line'; points: number[] }
  | { kind: 'table'; x: number; y: number; radius: number }
  | { kind: 'text'; x: number; y: number; size: number; text: string }

/** One entry a seat, little-endian, base64. x and y hold differences to the seat before (mod 65536). */
export type PlanSeatColumns = {
  count: number
  x: string
  y: string
  /** u8: index into `categories`. */
  category: string
  /** u8: bits of SEAT_FLAG. */
  flags: string
}

export type Plan = {
  id: string
  version: number
  name: string
  width: number
  height: number
  /** The point every seat looks at: middle of the stage's front edge, or of the pitch. */
  focus: [number, number]
  sections: PlanSection[]
  categories: PlanCategory[]
  decor: PlanDecor[]
  seats: PlanSeatColumns
}

/** A plan as drawing code and importers write it; `encodePlan` checks it and makes the columns. */
export type PlanDraft = {
  name: string
  width: number
  height: number
  focus: [number, number]
  categories: PlanCategory[]
  decor: PlanDecor[]
  sections: DraftSection[]
}

export type DraftSection = {
  name: string
  zone: string
  kind: SectionKind
  /** Left out: the hull of its seats with a margin. */
  outline?: number[]
  anchor?: [number, number]
  rows: DraftRow[]
}

export type DraftRow = { name: string; seats: DraftSeat[] }

export type DraftSeat = {
  number: string
  x: number
  y: number
  /** Index into the draft's categories. */
  category: number
  flags?: number
}
