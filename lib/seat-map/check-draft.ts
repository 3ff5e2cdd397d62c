import { IssueList, type PlanIssue } from './issues'
import { MAX_SEATS } from './limits'
import { isPlainNumber } from './numbers'
import {
  type Fields,
  isColor,
  isDecor,
  isFields,
  isPoints,
  isSectionKind,
  isWhole,
  isWithin,
  MAX_COORDINATE,
} from './plan-shape'

const MAX_NAME_LENGTH = 80
const MAX_SECTIONS = 5_000

type Bounds = { width: number; height: number; categoryCount: number }

/**
 * Everything that is wrong with a draft, whatever its shape: it may come straight from `JSON.parse`. No issue means
 * that it is a PlanDraft whose seats are in bounds and whose labels are unique.
 */
export function checkDraft(draft: unknown): PlanIssue[] {
  const found = new IssueList()
  if (!isFields(draft)) return [{ path: '', message: 'is not a seat map' }]
  checkName(found, 'name', draft.name)
  const bounds: Bounds = { width: 0, height: 0, categoryCount: 0 }
  if (isWhole(draft.width, 1, MAX_COORDINATE)) bounds.width = draft.width
  else found.add('width', `is not a whole number from 1 to ${MAX_COORDINATE}`)
  if (isWhole(draft.height, 1, MAX_COORDINATE)) bounds.height = draft.height
  else found.add('height', `is not a whole number from 1 to ${MAX_COORDINATE}`)
  if (!isPoints(draft.focus, 2, 2)) found.add('focus', 'is not a point [x, y]')
  bounds.categoryCount = checkCategories(found, draft.categories)
  checkDecor(found, draft.decor)
  // Seats are looked at only in a sound frame: without it every one of them would be an issue of its own.
  if (found.isEmpty) checkSections(found, draft.sections, bounds)
  return found.issues
}

function checkCategories(found: IssueList, categories: unknown): number {
  if (!Array.isArray(categories) || categories.length < 1 || categories.length > 64) {
    found.add('categories', 'is not a list of 1 to 64 categories')
    return 0
  }
  const ids = new Set<unknown>()
  for (const [at, category] of (categories as unknown[]).entries()) {
    const path = `categories[${at}]`
    if (!isFields(category)) {
      found.add(path, 'is not a category')
      continue
    }
    checkName(found, `${path}.id`, category.id)
    checkName(found, `${path}.name`, category.name)
    if (!isColor(category.color)) {
      found.add(`${path}.color`, 'is not a colour like #3366cc')
    }
    if (ids.has(category.id)) found.add(`${path}.id`, 'is used twice')
    ids.add(category.id)
  }
  return categories.length
}

function checkDecor(found: IssueList, decor: unknown): void {
  if (!Array.isArray(decor) || decor.length > 20_000) {
    found.add('decor', 'is not a list')
    return
  }
  for (const [at, piece] of (decor as unknown[]).entries()) {
    if (!isDecor(piece)) found.add(`decor[${at}]`, 'is not a known piece of decor')
  }
}

function checkSections(found: IssueList, sections: unknown, bounds: Bounds): void {
  if (!Array.isArray(sections) || sections.length < 1 || sections.length > MAX_SECTIONS) {
    found.add('sections', `is not a list of 1 to ${MAX_SECTIONS} sections`)
    return
  }
  const seatCount = countSeats(sections)
  if (seatCount > MAX_SEATS) {
    found.add('sections', `have ${seatCount} seats; at most ${MAX_SEATS} fit a map`)
    return
  }
  const names = new Set<unknown>()
  const labels = new Set<string>()
  for (const [at, section] of (sections as unknown[]).entries()) {
    const path = `sections[${at}]`
    if (!isFields(section)) {
      found.add(path, 'is not a section')
      continue
    }
    checkName(found, `${path}.name`, section.name)
    if (names.has(section.name)) found.add(`${path}.name`, `"${section.name}" is used twice`)
    names.add(section.name)
    checkSectionFrame(found, path, section)
    checkRows(found, path, section, bounds, labels)
  }
}

function checkSectionFrame(found: IssueList, path: string, section: Fields): void {
  if (typeof section.zone !== 'string' || section.zone.length > MAX_NAME_LENGTH) {
    found.add(`${path}.zone`, 'is not a name')
  }
  if (!isSectionKind(section.kind)) {
    found.add(`${path}.kind`, 'is not seated, tables or standing')
  }
  if (section.outline !== undefined && !isPoints(section.outline, 6)) {
    found.add(`${path}.outline`, 'is not a polygon of at least 3 points')
  }
  if (section.anchor !== undefined && !isPoints(section.anchor, 2, 2)) {
    found.add(`${path}.anchor`, 'is not a point [x, y]')
  }
}

function checkRows(
  found: IssueList,
  path: string,
  section: Fields,
  bounds: Bounds,
  labels: Set<string>,
): void {
  if (!Array.isArray(section.rows) || section.rows.length === 0) {
    found.add(`${path}.rows`, 'is empty')
    return
  }
  const names = new Set<unknown>()
  for (const [at, row] of (section.rows as unknown[]).entries()) {
    const rowPath = `${path}.rows[${at}]`
    if (!isFields(row) || !Array.isArray(row.seats)) {
      found.add(rowPath, 'is not a row')
      continue
    }
    // A standing area is one row, which nobody ever reads the name of.
    if (row.name !== '' || section.kind !== 'standing') checkName(found, `${rowPath}.name`, row.name)
    if (names.has(row.name)) found.add(`${rowPath}.name`, `"${row.name}" is used twice in its section`)
    names.add(row.name)
    if (row.seats.length === 0) found.add(`${rowPath}.seats`, 'is empty')
    for (let seat = 0; seat < row.seats.length && !found.isFull; seat++) {
      const prefix = `${section.name}-${row.name}-`
      checkSeat(found, `${rowPath}.seats[${seat}]`, row.seats[seat], bounds, prefix, labels)
    }
  }
}

function checkSeat(
  found: IssueList,
  path: string,
  seat: unknown,
  bounds: Bounds,
  labelPrefix: string,
  labels: Set<string>,
): void {
  if (!isFields(seat)) {
    found.add(path, 'is not a seat')
    return
  }
  if (!isWithin(seat.x, 0, bounds.width)) found.add(`${path}.x`, `is not between 0 and ${bounds.width}`)
  if (!isWithin(seat.y, 0, bounds.height)) found.add(`${path}.y`, `is not between 0 and ${bounds.height}`)
  if (!isWhole(seat.category, 0, bounds.categoryCount - 1)) found.add(`${path}.category`, 'is not a category')
  if (seat.flags !== undefined && !isWhole(seat.flags, 0, 7)) found.add(`${path}.flags`, 'is not 0 to 7')
  if (typeof seat.number !== 'string' || seat.number.length > 16 || !isPlainNumber(seat.number)) {
    found.add(`${path}.number`, 'is not a seat number')
    return
  }
  const label = labelPrefix + seat.number
  if (labels.has(label)) found.add(`${path}.number`, `makes "${label}" a second time`)
  labels.add(label)
}

function countSeats(sections: readonly unknown[]): number {
  let count = 0
  for (const section of sections) {
    if (!isFields(section) || !Array.isArray(section.rows)) continue
    for (const row of section.rows as unknown[]) {
      if (isFields(row) && Array.isArray(row.seats)) count += row.seats.length
    }
  }
  return count
}

function checkName(found: IssueList, path: string, name: unknown): void {
  if (typeof name !== 'string' || name.trim() === '' || name.length > MAX_NAME_LENGTH) {
    found.add(path, `is not a name of 1 to ${MAX_NAME_LENGTH} letters`)
  }
}
