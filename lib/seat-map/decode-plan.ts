import { decodeBase64 } from './base64'
import { MAX_SEATS } from './limits'
import { countNumbers, expandNumbers } from './numbers'
import type { Box } from './outline'
import type { Plan, PlanCategory, PlanDecor, PlanSection } from './plan'
import { isColor, isDecor, isFields, isOutline, isSectionKind, isWhole, MAX_COORDINATE } from './plan-shape'
import { slicesOf } from './slices'

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
  /** The smallest box around all seats. */
  box: Box
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

/** A plan that cannot be drawn: cut short, of another format, or contradicting itself. It says what is wrong. */
export class PlanError extends Error {
  override name = 'PlanError'
}

/**
 * The map of a plan. No object and no copy is made per seat; labels are made when first asked for. Throws PlanError
 * where it is anything but a plan whose columns, rows and bounds agree, so that what came off the network can be given
 * to it as it came: the answer is a whole map or none.
 */
export function decodePlan(plan: Plan): SeatMap {
  checkFrame(plan)
  const { count } = plan.seats
  const { sections, rows } = readSections(plan, count)
  const sectionOf = new Uint16Array(count)
  for (const { index, firstSeat, seatCount } of sections)
    sectionOf.fill(index, firstSeat, firstSeat + seatCount)
  const rowOf = new Uint32Array(count)
  for (const { index, firstSeat, seatCount } of rows) rowOf.fill(index, firstSeat, firstSeat + seatCount)
  const { id, version, name, width, height, focus, categories, decor } = plan
  const x = readCoordinates(plan.seats.x, count, width, 'x')
  const y = readCoordinates(plan.seats.y, count, height, 'y')
  return {
    ...{ id, version, name, width, height, focus, categories, decor, sections, rows, sectionOf, rowOf },
    seatCount: count,
    box: { minX: x.min, minY: y.min, maxX: x.max, maxY: y.max },
    ...{ x: x.values, y: y.values },
    category: readBytes(plan.seats.category, count, categories.length - 1, 'category'),
    flags: readBytes(plan.seats.flags, count, 7, 'flags'),
    ...nameSeats(plan, sections, rows, rowOf),
  }
}

function need(isSound: boolean, problem: string): asserts isSound {
  if (!isSound) throw new PlanError(problem)
}

/** Everything but sections and columns. */
function checkFrame(plan: unknown): asserts plan is Plan {
  need(isFields(plan), 'it is not a plan')
  const { id, version, name, width, height, focus, categories, decor, sections, seats } = plan
  need(
    [id, name].every((text) => typeof text === 'string'),
    'the plan has no name',
  )
  need(isWhole(version, 0, Number.MAX_SAFE_INTEGER), 'the plan has no version')
  need(
    [width, height].every((size) => isWhole(size, 1, MAX_COORDINATE)),
    'the plan has no usable size',
  )
  need(isOutline(focus, 2) && focus.length === 2, 'the plan has no focus')
  need(Array.isArray(categories) && categories.every(isCategory), 'the plan has no usable categories')
  need(Array.isArray(decor) && decor.every(isDecor), 'the plan has an unknown piece of decor')
  need(Array.isArray(sections), 'the plan has no sections')
  need(isFields(seats) && isWhole(seats.count, 1, MAX_SEATS), 'the plan has no usable seats')
}

function isCategory(value: unknown): boolean {
  return (
    isFields(value) &&
    [value.id, value.name].every((text) => typeof text === 'string') &&
    isColor(value.color)
  )
}

function readSections(plan: Plan, count: number): { sections: MapSection[]; rows: MapRow[] } {
  const rows: MapRow[] = []
  // Most rows are numbered alike.
  const counts = new Map<unknown, number | null>()
  const countSeats = (numbers: string) => {
    const seatCount = counts.get(numbers) ?? countNumbers(numbers)
    counts.set(numbers, seatCount)
    return seatCount
  }
  let seat = 0
  const sections = plan.sections.map((planSection, sectionIndex): MapSection => {
    checkSection(planSection, sectionIndex)
    const { rows: planRows, ...frame } = planSection
    const firstSeat = seat
    const own = planRows.map((planRow): MapRow => {
      const isNamed =
        isFields(planRow) && typeof planRow.name === 'string' && typeof planRow.numbers === 'string'
      const seatCount = isNamed ? countSeats(planRow.numbers) : null
      need(seatCount !== null && seatCount > 0, `section ${frame.name} has a row with unreadable numbers`)
      const row = { index: rows.length, sectionIndex, name: planRow.name, firstSeat: seat, seatCount }
      rows.push(row)
      seat += seatCount
      return row
    })
    need(own.length > 0, `section ${frame.name} has no row`)
    const { id, name, zone, kind, outline, anchor } = frame
    const seatCount = seat - firstSeat
    return { index: sectionIndex, id, name, zone, kind, outline, anchor, rows: own, firstSeat, seatCount }
  })
  need(seat === count, `the rows have ${seat} seats, the columns ${count}`)
  return { sections, rows }
}

function checkSection(value: unknown, index: number): asserts value is PlanSection {
  need(isFields(value), `section ${index} is not a section`)
  const { id, name, zone, kind, outline, anchor, rows } = value
  need(
    [id, name, zone].every((text) => typeof text === 'string'),
    `section ${index} has no name`,
  )
  need(isSectionKind(kind), `section ${name} is of an unknown kind`)
  need(isOutline(outline, 6), `section ${name} has no outline`)
  need(isOutline(anchor, 2) && anchor.length === 2, `section ${name} has no anchor`)
  need(Array.isArray(rows), `section ${name} has no row`)
}

function readCoordinates(text: string, count: number, limit: number, column: string) {
  const bytes = typeof text === 'string' ? decodeBase64(text) : null
  need(bytes !== null && bytes.length === count * 2, `column ${column} is cut short`)
  // Every platform that runs this is little-endian, like the column.
  const values = new Uint16Array(bytes.buffer)
  const sum = { value: 0, min: MAX_COORDINATE, max: 0 }
  for (const slice of slicesOf(values)) sumUp(slice, sum)
  need(sum.max <= limit, `seats lie outside the plan (${column} ${sum.max})`)
  return { values, min: sum.min, max: sum.max }
}

/** Differences become the values themselves, in place. */
function sumUp(values: Uint16Array, sum: { value: number; min: number; max: number }): void {
  let { value, min, max } = sum
  for (let index = 0; index < values.length; index++) {
    value = (value + (values[index] as number)) & 0xffff
    if (value < min) min = value
    if (value > max) max = value
    values[index] = value
  }
  sum.value = value
  sum.min = min
  sum.max = max
}

function readBytes(text: string, count: number, max: number, column: string): Uint8Array {
  const bytes = typeof text === 'string' ? decodeBase64(text) : null
  need(bytes !== null && bytes.length === count, `column ${column} is cut short`)
  need(areAtMost(bytes, max), `a seat has an unknown ${column}`)
  return bytes
}

/** Four bytes at a time, as far as they go: a byte over the limit (or over 127) shows in its highest bit. */
function areAtMost(bytes: Uint8Array<ArrayBuffer>, max: number): boolean {
  const words = new Int32Array(bytes.buffer, 0, max < 127 ? bytes.length >> 2 : 0)
  const rest = (127 - max) * 0x01010101
  let over = 0
  for (const slice of slicesOf(words)) over |= meetOver(slice, rest)
  return (over & 0x80808080) === 0 && bytes.subarray(words.length * 4).every((byte) => byte <= max)
}

function meetOver(words: Int32Array, rest: number): number {
  let over = 0
  for (let at = 0; at < words.length; at++) over |= (words[at] as number) | ((words[at] as number) + rest)
  return over
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
