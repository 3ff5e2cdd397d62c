import { MAX_SEATS } from '../limits'
import type { Fields, JsonFields } from './json-fields'

export type PretixPoint = { x: number; y: number }
export type PretixSeat = PretixPoint & { number: string; category: number; path: string }
export type PretixRow = { name: string; seats: PretixSeat[]; path: string }
export type PretixZone = {
  name: string
  rows: PretixRow[]
  areas: { fields: Fields; origin: PretixPoint; path: string }[]
}
export type PretixPlan = { name: string; categories: string[]; zones: PretixZone[] }

const MAX_NAME_LENGTH = 80
const MAX_PIXELS = 1_000_000
const MAX_ZONES = 2_000
const MAX_CATEGORIES = 64

type Context = { json: JsonFields; categories: Map<string, number>; guids: Set<string>; seatCount: number }

/**
 * Reads a pretix seating plan (its JSON schema 0.0.1, the old and the current form of areas). Positions are nested
 * there: a seat's counts from its row, a row's from its zone; here they are absolute, in pretix's pixels. Issues go to
 * `json`; null where nothing could be read.
 */
export function readPretixPlan(value: unknown, json: JsonFields): PretixPlan | null {
  const plan = json.object(value, '')
  if (!plan) return null
  const name = json.text(plan.name, 'name', MAX_NAME_LENGTH) ?? ''
  const categories = readCategories(plan.categories, json)
  const zones = json.list(plan.zones, 'zones')
  if (!categories || !zones) return null
  if (zones.length > MAX_ZONES) return json.add('zones', `has more than ${MAX_ZONES} zones`)
  const context: Context = { json, categories, guids: new Set(), seatCount: 0 }
  const read: PretixZone[] = []
  for (const [index, zone] of zones.entries()) {
    if (json.isFull || context.seatCount > MAX_SEATS) break
    const own = readZone(zone, `zones[${index}]`, index, context)
    if (own) read.push(own)
  }
  return { name, categories: [...categories.keys()], zones: read }
}

function readCategories(value: unknown, json: JsonFields): Map<string, number> | null {
  const list = json.list(value, 'categories')
  if (!list) return null
  if (list.length === 0 || list.length > MAX_CATEGORIES) {
    return json.add('categories', `is not a list of 1 to ${MAX_CATEGORIES} categories`)
  }
  const categories = new Map<string, number>()
  for (const [index, entry] of list.entries()) {
    const path = `categories[${index}]`
    const fields = json.object(entry, path)
    const name = fields && json.text(fields.name, `${path}.name`, MAX_NAME_LENGTH)
    if (!name) continue
    if (categories.has(name)) json.add(`${path}.name`, `“${name}” is there twice`)
    else categories.set(name, categories.size)
  }
  return categories
}

function readZone(value: unknown, path: string, index: number, context: Context): PretixZone | null {
  const { json } = context
  const zone = json.object(value, path)
  if (!zone) return null
  const origin = readPoint(json, zone.position, `${path}.position`)
  const rows = json.list(zone.rows, `${path}.rows`)
  if (!origin || !rows) return null
  const named = zone.name === undefined ? '' : json.text(zone.name, `${path}.name`, MAX_NAME_LENGTH, true)
  const read: PretixRow[] = []
  for (const [at, row] of rows.entries()) {
    if (json.isFull || context.seatCount > MAX_SEATS) break
    const own = readRow(row, `${path}.rows[${at}]`, origin, context)
    if (own && own.seats.length > 0) read.push(own)
  }
  const areas = zone.areas === undefined ? [] : (json.list(zone.areas, `${path}.areas`) ?? [])
  return {
    name: named || `Zone ${index + 1}`,
    rows: read,
    areas: areas.slice(0, 5_000).flatMap((area, at) => {
      const fields = json.object(area, `${path}.areas[${at}]`)
      return fields ? [{ fields, origin, path: `${path}.areas[${at}]` }] : []
    }),
  }
}

function readRow(value: unknown, path: string, zone: PretixPoint, context: Context): PretixRow | null {
  const { json } = context
  const row = json.object(value, path)
  if (!row) return null
  const name = json.text(row.row_number, `${path}.row_number`, MAX_NAME_LENGTH, true)
  const own = row.position === undefined ? { x: 0, y: 0 } : readPoint(json, row.position, `${path}.position`)
  const seats = json.list(row.seats, `${path}.seats`)
  if (name === null || !own || !seats) return null
  context.seatCount += seats.length
  // Counted before a seat is read: two million of them end here.
  if (context.seatCount > MAX_SEATS) {
    return json.add(`${path}.seats`, `the plan has more than ${MAX_SEATS.toLocaleString('en')} seats`)
  }
  const origin = { x: zone.x + own.x, y: zone.y + own.y }
  const read: PretixSeat[] = []
  for (const [index, value] of seats.entries()) {
    if (json.isFull) break
    const seat = readSeat(value, `${path}.seats[${index}]`, origin, context)
    if (seat) read.push({ ...seat, number: seat.number || String(index + 1) })
  }
  return { name: name || 'Row', seats: read, path }
}

function readSeat(value: unknown, path: string, row: PretixPoint, context: Context): PretixSeat | null {
  const { json, categories, guids } = context
  const seat = json.object(value, path)
  if (!seat) return null
  const guid = json.text(seat.seat_guid, `${path}.seat_guid`, 200)
  const number = json.text(seat.seat_number, `${path}.seat_number`, 40, true)
  const point = readPoint(json, seat.position, `${path}.position`)
  const categoryName = json.text(seat.category, `${path}.category`, MAX_NAME_LENGTH)
  if (guid === null || number === null || !point || categoryName === null) return null
  if (guids.has(guid)) return json.add(`${path}.seat_guid`, `“${guid}” is there twice`)
  guids.add(guid)
  const category = categories.get(categoryName)
  if (category === undefined)
    return json.add(`${path}.category`, `“${categoryName}” is not one of the categories`)
  return { x: row.x + point.x, y: row.y + point.y, number, category, path }
}

/** A `{ x, y }` in pixels. */
export function readPoint(json: JsonFields, value: unknown, path: string): PretixPoint | null {
  const point = json.object(value, path)
  if (!point) return null
  const x = json.number(point.x, `${path}.x`, MAX_PIXELS)
  const y = json.number(point.y, `${path}.y`, MAX_PIXELS)
  return x === null || y === null ? null : { x, y }
}
