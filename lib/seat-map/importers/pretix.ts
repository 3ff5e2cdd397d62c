import { finishDraft } from '../drawing/finish-draft'
import { makeCategories } from '../drawing/palette'
import { medianOf, nearestDistances } from '../drawing/seat-distances'
import type { PlanIssue } from '../issues'
import type { DraftSection, PlanDecor, PlanDraft } from '../plan'
import { readImportText } from './import-text'
import { JsonFields } from './json-fields'
import { drawPretixAreas } from './pretix-areas'
import { type PretixPlan, readPretixPlan } from './pretix-plan'
import { nameRows } from './pretix-rows'

export type PretixImport = { ok: true; draft: PlanDraft } | { ok: false; issues: PlanIssue[] }

/** Neighbouring seats lie this far apart in a house; pretix's pixels say nothing of their size. */
const SEAT_PITCH_CM = 55
/** Two seats of pretix's default radius, side by side: the scale of a plan with one seat. */
const DEFAULT_PITCH_PIXELS = 20
/** Seats sampled to find the plan's scale. */
const SAMPLE = 2_000

/**
 * A pretix seating plan as a draft: zones become sections, areas decor, pixels centimetres. Takes the parsed JSON, its
 * text or its bytes. Issues name their path (`zones[0].rows[2].seats[5].position.x`). Never throws for bad input.
 */
export function importPretix(input: unknown): PretixImport {
  const parsed = parseJson(input)
  if ('issues' in parsed) return { ok: false, issues: parsed.issues }
  const json = new JsonFields()
  const plan = readPretixPlan(parsed.value, json)
  if (!plan || json.issues.length > 0) return { ok: false, issues: json.issues }
  const areas = drawPretixAreas(plan.zones, json)
  const seats = plan.zones.flatMap((zone) => zone.rows.flatMap((row) => row.seats))
  if (seats.length === 0) json.add('zones', 'has no seats')
  const scale = seats.length > 0 ? findScale(seats) : 1
  checkPlaces(seats, scale, json)
  const sections = drawSections(plan, scale, json)
  if (json.issues.length > 0) return { ok: false, issues: json.issues }
  const decor = areas.map((area) => scaleDecor(area, scale))
  try {
    const draft = finishDraft({
      name: plan.name,
      focus: findFocus(decor, seats, scale),
      categories: makeCategories(plan.categories),
      decor,
      sections,
    })
    return { ok: true, draft }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = 'is larger than 655 metres when neighbouring seats are 55 cm apart'
    return { ok: false, issues: [{ path: 'zones', message }] }
  }
}

function parseJson(input: unknown): { value: unknown } | { issues: PlanIssue[] } {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) return { value: input }
  const read = readImportText(input)
  if (!read.ok) return { issues: read.issues }
  try {
    return { value: JSON.parse(read.text) }
  } catch {
    return { issues: [{ path: 'file', message: 'The file is not JSON.' }] }
  }
}

/** Centimetres a pixel. */
function findScale(seats: readonly { x: number; y: number }[]): number {
  const distances = nearestDistances(
    seats.map(({ x }) => x),
    seats.map(({ y }) => y),
    SAMPLE,
  )
  const pitch = medianOf(distances.filter((distance) => distance > 0))
  return SEAT_PITCH_CM / (Number.isFinite(pitch) ? pitch : DEFAULT_PITCH_PIXELS)
}

/** Two seats on one spot could not be told apart on the map. */
function checkPlaces(
  seats: PretixPlan['zones'][number]['rows'][number]['seats'],
  scale: number,
  json: JsonFields,
) {
  const taken = new Map<string, string>()
  for (const { x, y, path } of seats) {
    const spot = `${Math.round(x * scale)},${Math.round(y * scale)}`
    const other = taken.get(spot)
    if (other) json.add(`${path}.position`, `is the same as that of ${other}`)
    taken.set(spot, path)
    if (json.isFull) return
  }
}

function drawSections(plan: PretixPlan, scale: number, json: JsonFields): DraftSection[] {
  const taken = new Set<string>()
  return plan.zones.flatMap((zone): DraftSection[] => {
    if (zone.rows.length === 0) return []
    const name = pickFree(zone.name, taken)
    const rows = nameRows(zone.rows, json).map((row) => ({
      name: row.name,
      seats: row.seats.map(({ number, x, y, category }) => ({
        number,
        x: x * scale,
        y: y * scale,
        category,
      })),
    }))
    return [{ name, zone: zone.name, kind: 'seated', rows }]
  })
}

function pickFree(name: string, taken: Set<string>): string {
  let free = name
  for (let next = 2; taken.has(free); next++) free = `${name} (${next})`
  taken.add(free)
  return free
}

function scaleDecor(decor: PlanDecor, scale: number): PlanDecor {
  const flat = (points: number[]): number[] => points.map((value) => value * scale)
  if ('outline' in decor) return { ...decor, outline: flat(decor.outline) }
  if ('points' in decor) return { ...decor, points: flat(decor.points) }
  if (decor.kind === 'text')
    return { ...decor, x: decor.x * scale, y: decor.y * scale, size: Math.round(decor.size * scale) }
  return { ...decor, x: decor.x * scale, y: decor.y * scale, radius: Math.round(decor.radius * scale) }
}

/** The point of the stage nearest to the seats; without a stage the middle of the plan's top, where one would be. */
function findFocus(
  decor: readonly PlanDecor[],
  seats: readonly { x: number; y: number }[],
  scale: number,
): [number, number] {
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const middle = [mean(seats.map(({ x }) => x)) * scale, mean(seats.map(({ y }) => y)) * scale] as const
  const stage = decor.find((piece) => piece.kind === 'stage')
  if (stage?.kind === 'stage') {
    const clamp = (axis: 0 | 1): number => {
      const values = stage.outline.filter((_, index) => index % 2 === axis)
      return Math.min(Math.max(...values), Math.max(Math.min(...values), middle[axis]))
    }
    return [clamp(0), clamp(1)]
  }
  const top = seats.reduce((least, { y }) => Math.min(least, y), Infinity) * scale
  return [middle[0], top]
}
