import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { medianOf, nearestDistances } from '../drawing/seat-distances'
import { encodePlan } from '../encode-plan'
import type { PlanDraft } from '../plan'
import { importPretix } from './pretix'

type Json = Record<string, unknown>

/** A plan as pretix's editor saves it: a zone of two rows of three seats, a stage, and a label. */
function planOf(change: (plan: Json, zone: Json, rows: Json[]) => void = () => {}): Json {
  const rows = ['A', 'B'].map((row, y) => ({
    row_number: row,
    position: { x: 10, y: 40 * y },
    seats: [1, 2, 3].map((number) => ({
      seat_guid: `Main-${row}-${number}`,
      seat_number: String(number),
      position: { x: number * 25.5, y: 0 },
      category: y === 0 ? 'Front' : 'Back',
    })),
  }))
  const zone: Json = {
    name: 'Main',
    position: { x: 100, y: 200 },
    rows,
    areas: [
      {
        shape: 'rectangle',
        color: '#cccccc',
        position: { x: 0, y: -120 },
        rectangle: { width: 120, height: 60 },
        text: { text: 'Stage', position: { x: 60, y: 30 } },
      },
      { shape: 'text', position: { x: 0, y: 90 }, text: { text: 'Exit', position: { x: 5, y: 5 } } },
    ],
  }
  const plan = {
    name: 'Old town hall',
    categories: [{ name: 'Front', color: '#ff0000' }, { name: 'Back' }],
    zones: [zone],
    size: { width: 600, height: 400 },
  }
  change(plan, zone, rows)
  return plan
}

function draftOf(input: unknown): PlanDraft {
  const imported = importPretix(input)
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues))
  return imported.draft
}

function seatsOf(rows: Json[], row: number): Json[] {
  const { seats } = rows[row] ?? {}
  return seats as Json[]
}

function seatOf(rows: Json[], row: number, seat: number): Json {
  return seatsOf(rows, row)[seat] ?? {}
}

const issuePaths = (input: unknown): string[] => {
  const imported = importPretix(input)
  return imported.ok ? [] : imported.issues.map(({ path }) => path)
}

describe('a pretix seating plan', () => {
  it('keeps its zones, rows, seats and categories', () => {
    const draft = draftOf(planOf())
    expect(draft.name).toBe('Old town hall')
    expect(draft.categories.map(({ name }) => name)).toEqual(['Front', 'Back'])
    expect(draft.sections.map(({ name }) => name)).toEqual(['Main'])
    expect(
      draft.sections[0]?.rows.map(({ name, seats }) => [name, seats.map(({ number }) => number)]),
    ).toEqual([
      ['A', ['1', '2', '3']],
      ['B', ['1', '2', '3']],
    ])
    expect(draft.sections[0]?.rows[1]?.seats[0]?.category).toBe(1)
    const encoded = encodePlan(draft, { id: 'map', version: 1 })
    expect(encoded.ok ? [] : encoded.issues).toEqual([])
  })

  it('adds up the positions of zone, row and seat, and scales neighbours to 55 cm', () => {
    const draft = draftOf(
      planOf((_, __, rows) => Object.assign(rows[1] as Json, { position: { x: 35.5, y: 60 } })),
    )
    const [first, second] = draft.sections[0]?.rows ?? []
    const pitch = (first?.seats[1]?.x ?? 0) - (first?.seats[0]?.x ?? 0)
    expect(pitch).toBeGreaterThanOrEqual(54)
    expect(pitch).toBeLessThanOrEqual(56)
    expect(second?.seats[0]?.x).toBe(first?.seats[1]?.x)
  })

  it('of any pixel size has its median seat 55 cm from the next', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 50, noNaN: true }), (factor) => {
        const scale = (value: unknown): unknown =>
          Array.isArray(value)
            ? value.map(scale)
            : typeof value === 'object' && value !== null
              ? Object.fromEntries(
                  Object.entries(value).map(([key, own]) => [
                    key,
                    ['x', 'y', 'width', 'height'].includes(key) ? Number(own) * factor : scale(own),
                  ]),
                )
              : value
        const seats = draftOf(scale(planOf())).sections.flatMap(({ rows }) =>
          rows.flatMap((row) => row.seats),
        )
        const distances = nearestDistances(
          seats.map(({ x }) => x),
          seats.map(({ y }) => y),
        )
        expect(Math.abs(medianOf(distances) - 55)).toBeLessThanOrEqual(1.5)
      }),
    )
  })

  it('looks at its stage, and shows shapes and texts', () => {
    const draft = draftOf(planOf())
    expect(draft.decor.map(({ kind }) => kind)).toEqual(['stage', 'text'])
    const highest = Math.min(...(draft.sections[0]?.rows[0]?.seats.map(({ y }) => y) ?? []))
    expect(draft.focus[1]).toBeLessThan(highest)
  })

  it('reads areas of the old form, circles, ellipses and turned polygons', () => {
    const areas = [
      { position: { x: 0, y: -200 }, width: 100, height: 40, text: 'Bühne' },
      { shape: 'circle', position: { x: 0, y: 200 }, circle: { radius: 20 } },
      { shape: 'ellipse', position: { x: 0, y: 300 }, ellipse: { radius: { x: 20, y: 10 } } },
      {
        shape: 'polygon',
        position: { x: 0, y: 400 },
        rotation: 90,
        polygon: {
          points: [
            { x: 0, y: 0 },
            { x: 40, y: 0 },
            { x: 40, y: 10 },
          ],
        },
      },
    ]
    const draft = draftOf(planOf((_, zone) => Object.assign(zone, { areas })))
    expect(draft.decor.map(({ kind }) => kind)).toEqual(['stage', 'floor', 'floor', 'floor'])
    const turned = draft.decor[3]
    const outline = turned && 'outline' in turned ? turned.outline : []
    // What lay to the right before the quarter turn clockwise lies below after it.
    expect((outline[3] ?? 0) - (outline[1] ?? 0)).toBeGreaterThan(50)
    expect(outline[2]).toBe(outline[0])
  })

  it('joins the two halves of a row, and tells namesakes apart', () => {
    const halves = draftOf(
      planOf((_, __, rows) => {
        Object.assign(rows[1] as Json, { row_number: 'A' })
        for (const [index, seat] of seatsOf(rows, 1).entries()) seat.seat_number = String(11 + index)
      }),
    )
    expect(halves.sections[0]?.rows.map(({ name, seats }) => [name, seats.length])).toEqual([['A', 6]])
    const twins = draftOf(planOf((_, __, rows) => Object.assign(rows[1] as Json, { row_number: 'A' })))
    expect(twins.sections[0]?.rows.map(({ name }) => name)).toEqual(['A', 'A (2)'])
  })

  it('is read from text and bytes as well', () => {
    const text = JSON.stringify(planOf())
    expect(draftOf(text)).toEqual(draftOf(planOf()))
    expect(draftOf(new TextEncoder().encode(text))).toEqual(draftOf(planOf()))
  })
})

describe('a bad pretix plan', () => {
  const seat = 'zones[0].rows[1].seats[2]'
  it.each<[string, string, (plan: Json, zone: Json, rows: Json[]) => void]>([
    ['no zones', 'zones', (plan) => delete plan.zones],
    ['no seats', 'zones', (plan) => (plan.zones = [])],
    ['no categories', 'categories', (plan) => (plan.categories = [])],
    ['a category twice', 'categories[1].name', (plan) => (plan.categories = [{ name: 'A' }, { name: 'A' }])],
    ['a zone without a place', 'zones[0].position', (_, zone) => delete zone.position],
    [
      'text for a coordinate',
      `${seat}.position.x`,
      (_, __, rows) => (seatOf(rows, 1, 2).position = { x: '1', y: 0 }),
    ],
    [
      'a coordinate beyond reason',
      `${seat}.position.y`,
      (_, __, rows) => (seatOf(rows, 1, 2).position = { x: 0, y: 1e300 }),
    ],
    ['a guid twice', `${seat}.seat_guid`, (_, __, rows) => (seatOf(rows, 1, 2).seat_guid = 'Main-A-1')],
    [
      'a number twice in a row',
      `${seat}.seat_number`,
      (_, __, rows) => (seatOf(rows, 1, 2).seat_number = '1'),
    ],
    ['an unknown category', `${seat}.category`, (_, __, rows) => (seatOf(rows, 1, 2).category = 'VIP')],
    [
      'two seats on one spot',
      `${seat}.position`,
      (_, __, rows) => (seatOf(rows, 1, 2).position = { x: 25.5, y: 0 }),
    ],
    [
      'an unknown shape',
      'zones[0].areas[0].shape',
      (_, zone) => (zone.areas = [{ shape: 'star', position: { x: 0, y: 0 } }]),
    ],
  ])('with %s is refused where it is wrong', (_, path, change) => {
    expect(issuePaths(planOf(change))).toContain(path)
  })

  it('with two million seats is refused before they are read', () => {
    const seats = Array.from({ length: 2_000_000 }, () => null)
    const plan = planOf((_, __, rows) => Object.assign(rows[0] as Json, { seats }))
    expect(issuePaths(plan)).toEqual(['zones[0].rows[0].seats'])
  })

  // Compared each with each, they would take minutes: the test would run out of its time.
  it('with all its seats in one place is refused, however many they are', { timeout: 30_000 }, () => {
    const seats = Array.from({ length: 150_000 }, (_, index) => ({
      seat_guid: String(index),
      seat_number: String(index),
      position: { x: 0, y: 0 },
      category: 'Front',
    }))
    expect(issuePaths(planOf((_, __, rows) => Object.assign(rows[0] as Json, { seats })))).toHaveLength(50)
  })

  it('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('zones', 'categories', 'name', 'areas', 'rows'),
        (value, key) => {
          for (const input of [
            value,
            planOf((plan, zone) => Object.assign(key in plan ? plan : zone, { [key]: value })),
          ]) {
            const imported = importPretix(input)
            expect(imported.ok || imported.issues.length > 0).toBe(true)
          }
        },
      ),
    )
    expect(issuePaths('{')).toEqual(['file'])
  })
})
