import { decodeBase64 } from './base64'
import { MAX_SEATS } from './limits'
import { countNumbers, expandNumbers } from './numbers'
import type { Plan, PlanCategory, PlanDecor, PlanSection } from './plan'

/** A row: seats `firstSeat` … `firstSeat + seatCount - 1`. */
export type MapRow = {
  /** Index among all rows of the map. */
  index: number
  sectionIndex: number
  name: string
  firstSeat: number
  seatCount: number
}

/** A section: seats `firstSeat` … `firstSeat + seatCount - 1`, in `rows`. */
export type MapSection = Omit<PlanSection, 'rows'> & {
  index: number
  rows: MapRow[]
  firstSeat: number
  seatCount: number
}

/** A plan ready to use: one typed column a property of seats, index by index. Centimetres. */
export type SeatMap = {
  id: string
  version: number
  name: string
  width: number
  height: number
  focus: [number, number]
  categories: PlanCategory[]
  decor: PlanDecor[]
  sections: MapSection[]
  /** All rows of the map, by their index. */
  rows: MapRow[]
  seatCount: number
  x: Uint16Array
  y: Uint16Array
  category: Uint8Array
  flags: Uint8Array
  /** Index into `sections`, seat by seat. */
  sectionOf: Uint16Array
  /** Index into `rows`, seat by seat. */
  rowOf: Uint32Array
  /** The seat's label, `section-row-number`. Throws RangeError for an index outside the map. */
  label(index: number): string
  /** The seat of a label, or -1. */
  indexOf(label: string): number
  /** The seat's number in its row. Throws RangeError for an index outside the map. */
  numberOf(index: number): string
}

/** A plan that cannot be drawn: cut short, of another format, or contradicting itself. */
export class PlanError extends Error {
  override name = 'PlanError'
}

/**
 * The map of a plan. No object and no copy is made per seat; labels are made when first asked for. Throws PlanError
 * where columns, rows and bounds do not agree, so that a plan off the network can be given to it as it came.
 */
export function decodePlan(plan: Plan): SeatMap {
  const count = plan?.seats?.count
  if (!Number.isInteger(count) || count < 1 || count > MAX_SEATS)
    throw new PlanError('the plan has no usable seats')
  const { sections, rows } = readSections(plan, count)
  const sectionOf = new Uint16Array(count)
  const rowOf = new Uint32Array(count)
  for (const row of rows) {
    sectionOf.fill(row.sectionIndex, row.firstSeat, row.firstSeat + row.seatCount)
    rowOf.fill(row.index, row.firstSeat, row.firstSeat + row.seatCount)
  }
  const { id, version, name, width, height, focus, categories, decor } = plan
  return {
    ...{ id, version, name, width, height, focus, categories, decor, sections, rows, sectionOf, rowOf },
    seatCount: count,
    x: readCoordinates(plan.seats.x, count, width, 'x'),
    y: readCoordinates(plan.seats.y, count, height, 'y'),
    category: readBytes(plan.seats.category, count, categories.length - 1, 'category'),
    flags: readBytes(plan.seats.flags, count, 7, 'flags'),
    ...nameSeats(plan, sections, rows, rowOf),
  }
}

function readSections(plan: Plan, count: number): { sections: MapSection[]; rows: MapRow[] } {
  if (!Array.isArray(plan.sections) || !Array.isArray(plan.categories))
    throw new PlanError('the plan has no sections')
  const rows: MapRow[] = []
  let seat = 0
  const sections = plan.sections.map(
    ({ id, name, zone, kind, outline, anchor, rows: planRows }, sectionIndex) => {
      const firstSeat = seat
      const own = planRows.map((planRow): MapRow => {
        const seatCount = countNumbers(planRow.numbers)
        if (!seatCount) throw new PlanError(`row ${name}-${planRow.name} has unreadable numbers`)
        const row = { index: rows.length, sectionIndex, name: planRow.name, firstSeat: seat, seatCount }
        rows.push(row)
        seat += seatCount
        return row
      })
      if (own.length === 0) throw new PlanError(`section ${name} has no row`)
      const seatCount = seat - firstSeat
      return { index: sectionIndex, id, name, zone, kind, outline, anchor, rows: own, firstSeat, seatCount }
    },
  )
  if (seat !== count) throw new PlanError(`the rows have ${seat} seats, the columns ${count}`)
  return { sections, rows }
}

function readCoordinates(text: string, count: number, max: number, column: string): Uint16Array {
  const bytes = decodeBase64(text)
  if (!bytes || bytes.length !== count * 2) throw new PlanError(`column ${column} is cut short`)
  // Every platform that runs this is little-endian, like the column. Sums are taken in place.
  const values = new Uint16Array(bytes.buffer)
  let value = 0
  for (let index = 0; index < count; index++) {
    value = (value + (values[index] as number)) & 0xffff
    if (value > max) throw new PlanError(`seat ${index} lies outside the plan (${column} ${value})`)
    values[index] = value
  }
  return values
}

function readBytes(text: string, count: number, max: number, column: string): Uint8Array {
  const bytes = decodeBase64(text)
  if (!bytes || bytes.length !== count) throw new PlanError(`column ${column} is cut short`)
  for (let index = 0; index < count; index++) {
    if ((bytes[index] as number) > max) throw new PlanError(`seat ${index} has an unknown ${column}`)
  }
  return bytes
}

function nameSeats(
  plan: Plan,
  sections: readonly MapSection[],
  rows: readonly MapRow[],
  rowOf: Uint32Array,
): Pick<SeatMap, 'label' | 'indexOf' | 'numberOf'> {
  const numbersOfRow: (string[] | undefined)[] = []
  let indexOfLabel: Map<string, number> | null = null

  const numberOf = (index: number): string => {
    const row = rows[rowOf[index] ?? -1]
    if (!row) throw new RangeError(`no seat ${index}`)
    const section = sections[row.sectionIndex] as MapSection
    numbersOfRow[row.index] ??=
      expandNumbers(
        plan.sections[row.sectionIndex]?.rows[row.index - (section.rows[0] as MapRow).index]?.numbers ?? '',
      ) ?? []
    return numbersOfRow[row.index]?.[index - row.firstSeat] ?? ''
  }
  const label = (index: number): string => {
    const number = numberOf(index)
    const row = rows[rowOf[index] as number] as MapRow
    return `${sections[row.sectionIndex]?.name}-${row.name}-${number}`
  }
  const indexOf = (wanted: string): number => {
    indexOfLabel ??= new Map(Array.from(rowOf, (_, index) => [label(index), index]))
    return indexOfLabel.get(wanted) ?? -1
  }
  return { label, indexOf, numberOf }
}
