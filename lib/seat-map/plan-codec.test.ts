import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePlan, PlanError } from './decode-plan'
import { encodePlan } from './encode-plan'
import type { Plan, PlanDraft } from './plan'
import { createScene } from './renderer/scene'
import { DARK_THEME } from './renderer/theme'

const identity = { id: 'map-1', version: 3 }

function draftOf(rowsBySection: { number: string; x: number; y: number }[][][]): PlanDraft {
  return {
    name: 'Test hall',
    width: 5000,
    height: 4000,
    focus: [2500, 0],
    categories: [
      { id: 'cat-1', name: 'Front', color: '#3366cc' },
      { id: 'cat-2', name: 'Back', color: '#cc6633' },
    ],
    decor: [{ kind: 'stage', outline: [1000, 0, 4000, 0, 4000, 300, 1000, 300], label: 'Stage' }],
    sections: rowsBySection.map((rows, at) => ({
      name: `S${at + 1}`,
      zone: '',
      kind: 'seated',
      rows: rows.map((seats, row) => ({
        name: String(row + 1),
        seats: seats.map((seat, n) => ({ ...seat, category: (row + n) % 2, flags: n % 8 })),
      })),
    })),
  }
}

function smallPlan(): Plan {
  const row = (y: number) => [1, 2, 3].map((n) => ({ number: String(n), x: 1000 + n * 50, y }))
  const encoded = encodePlan(draftOf([[row(600), row(700)], [row(1400)]]), identity)
  if (!encoded.ok) throw new Error(JSON.stringify(encoded.issues))
  return encoded.plan
}

function issuesOf(change: (draft: PlanDraft) => void): string[] {
  const draft = draftOf([[[{ number: '1', x: 1000, y: 600 }]], [[{ number: '1', x: 1000, y: 900 }]]])
  change(draft)
  const encoded = encodePlan(draft, identity)
  return encoded.ok ? [] : encoded.issues.map(({ path, message }) => `${path} ${message}`)
}

describe('a plan', () => {
  it('comes back seat for seat', () => {
    const seat = fc.record({ x: fc.integer({ min: 0, max: 5000 }), y: fc.integer({ min: 0, max: 4000 }) })
    const row = fc.array(seat, { minLength: 1, maxLength: 12 })
    const sections = fc.array(fc.array(row, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(sections, (drawn) => {
        const draft = draftOf(
          drawn.map((rows) => rows.map((r) => r.map((s, n) => ({ ...s, number: String(n + 1) })))),
        )
        const encoded = encodePlan(draft, identity)
        if (!encoded.ok) throw new Error(JSON.stringify(encoded.issues))
        const map = decodePlan(JSON.parse(JSON.stringify(encoded.plan)))
        let index = 0
        for (const [at, section] of draft.sections.entries()) {
          for (const draftRow of section.rows) {
            for (const wanted of draftRow.seats) {
              const label = `${section.name}-${draftRow.name}-${wanted.number}`
              expect([map.x[index], map.y[index], map.category[index], map.flags[index]]).toEqual([
                wanted.x,
                wanted.y,
                wanted.category,
                wanted.flags,
              ])
              expect(map.sectionOf[index]).toBe(at)
              expect(map.rows[map.rowOf[index] as number]?.name).toBe(draftRow.name)
              expect(map.label(index)).toBe(label)
              expect(map.indexOf(label)).toBe(index)
              index++
            }
          }
        }
        expect(map.seatCount).toBe(index)
      }),
      { numRuns: 60 },
    )
  })

  it('knows its sections and rows as ranges of seats', () => {
    const map = decodePlan(smallPlan())
    expect(map.sections.map((s) => [s.firstSeat, s.seatCount, s.rows.length])).toEqual([
      [0, 6, 2],
      [6, 3, 1],
    ])
    expect(map.rows.map((r) => [r.firstSeat, r.seatCount])).toEqual([
      [0, 3],
      [3, 3],
      [6, 3],
    ])
    expect(map.indexOf('S9-1-1')).toBe(-1)
    expect(() => map.label(9)).toThrow(RangeError)
  })

  it('gets an outline around all its seats where the draft has none', () => {
    const [section] = smallPlan().sections
    expect(section?.outline.length).toBeGreaterThanOrEqual(8)
    expect(Math.min(...(section?.outline ?? []))).toBeLessThan(600)
  })

  it('stays within 600 kB for 100,000 seats', async () => {
    const row = (s: number, r: number) =>
      Array.from({ length: 40 }, (_, n) => ({
        number: String(n + 1),
        x: 100 + ((s * 97) % 2400) + n * 52,
        y: 100 + ((s * 61) % 1500) + r * 88,
      }))
    const draft = draftOf(
      Array.from({ length: 100 }, (_, s) => Array.from({ length: 25 }, (_, r) => row(s, r))),
    )
    const encoded = encodePlan(draft, identity)
    const { brotliCompressSync, constants } = await import('node:zlib')
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
    const bytes = brotliCompressSync(JSON.stringify(encoded), { params }).length
    expect(encoded.ok).toBe(true)
    expect(bytes).toBeLessThan(600_000)
  })
})

describe('a draft is refused, naming the place, when', () => {
  it.each<[string, (draft: PlanDraft) => void, string]>([
    ['a seat is out of bounds', (d) => (seatOf(d).x = 5001), 'sections[0].rows[0].seats[0].x'],
    ['a coordinate is NaN', (d) => (seatOf(d).y = Number.NaN), 'sections[0].rows[0].seats[0].y'],
    ['a category is unknown', (d) => (seatOf(d).category = 2), 'sections[0].rows[0].seats[0].category'],
    ['flags are unknown', (d) => (seatOf(d).flags = 8), 'sections[0].rows[0].seats[0].flags'],
    ['a number reads as a range', (d) => (seatOf(d).number = '1-4'), 'sections[0].rows[0].seats[0].number'],
    [
      'a label comes twice',
      (d) => void rowOf(d).seats.push({ ...seatOf(d) }),
      'sections[0].rows[0].seats[1].number',
    ],
    ['a section name comes twice', (d) => (d.sections[1]!.name = 'S1'), 'sections[1].name'],
    ['a section has no row', (d) => (d.sections[1]!.rows = []), 'sections[1].rows'],
    ['a row has no seat', (d) => (rowOf(d).seats = []), 'sections[0].rows[0].seats'],
    ['a colour is not a colour', (d) => (d.categories[0]!.color = 'red'), 'categories[0].color'],
    ['the width is Infinity', (d) => (d.width = Number.POSITIVE_INFINITY), 'width'],
    ['there is no section', (d) => (d.sections = []), 'sections'],
    ['decor is unknown', (d) => void d.decor.push({ kind: 'lava' } as never), 'decor[1]'],
  ])('%s', (_, change, path) => {
    expect(issuesOf(change).join('\n')).toContain(`${path} `)
  })

  it('labels of two sections collide', () => {
    const issues = issuesOf((draft) => {
      draft.sections[0]!.name = 'A-1'
      draft.sections[1]!.name = 'A'
      draft.sections[1]!.rows[0]!.name = '1-1'
    })
    expect(issues.join()).toContain('makes "A-1-1-1" a second time')
  })

  it('it has more than 200,000 seats, without looking at each', () => {
    const seat = { number: '1', x: 1, y: 1, category: 0 }
    const issues = issuesOf((draft) => (draft.sections[0]!.rows[0]!.seats = new Array(1_000_000).fill(seat)))
    expect(issues).toEqual(['sections have 1000001 seats; at most 200000 fit a map'])
  })

  it('it is something else entirely', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(encodePlan(anything as PlanDraft, identity).ok).toBe(false)
      }),
    )
  })

  it('it has endless mistakes, and the answer stays short', () => {
    const issues = issuesOf((draft) => {
      rowOf(draft).seats = Array.from({ length: 5000 }, () => ({ number: '', x: -1, y: -1, category: 9 }))
    })
    expect(issues.length).toBe(50)
  })
})

describe('a plan off the network is refused when', () => {
  it.each<[string, (plan: Plan) => void]>([
    ['a column is cut short', (p) => (p.seats.x = p.seats.x.slice(0, 8))],
    ['a column is not base64', (p) => (p.seats.flags = '§')],
    ['rows and columns disagree', (p) => (p.sections[1]!.rows[0]!.numbers = '1-4')],
    ['seats lie outside', (p) => (p.width = 100)],
    ['a category is missing', (p) => void p.categories.pop()],
    ['a section has no row', (p) => (p.sections[1]!.rows = [])],
    ['it says a million seats', (p) => (p.seats.count = 1_000_000)],
    ['its size is NaN', (p) => (p.width = Number.NaN)],
    ['a section is nothing', (p) => (p.sections[1] = null as never)],
    ['an outline is missing', (p) => (p.sections[0]!.outline = undefined as never)],
    ['an anchor is NaN', (p) => (p.sections[0]!.anchor = [Number.NaN, 1])],
    ['a column is too long', (p) => (p.seats.flags += 'AAAA')],
    ['a column is a number', (p) => (p.seats.y = 7 as never)],
    ['decor is unknown', (p) => void p.decor.push({ kind: 'lava' } as never)],
    ['numbers are unreadable', (p) => (p.sections[0]!.rows[0]!.numbers = '1;;3')],
  ])('%s', (_, spoil) => {
    const plan = smallPlan()
    spoil(plan)
    expect(() => decodePlan(plan)).toThrow(PlanError)
  })
})

describe('a plan that was damaged', () => {
  type Json = Record<string, unknown>

  /** Goes down the plan by the steps and damages what is there. */
  function damage(plan: Plan, steps: readonly number[], way: number, other: unknown): unknown {
    let at = plan as unknown as Json
    for (const step of steps) {
      const keys = Object.keys(at)
      const key = keys[step % keys.length] as string
      const next = at[key]
      if (typeof next === 'object' && next !== null && step !== steps.at(-1)) at = next as Json
      else if (way === 0) delete at[key]
      else if (way === 1 && typeof next === 'string') at[key] = next.slice(0, next.length / 2)
      else if (way === 2 && Array.isArray(at)) at.push(...at.slice(0, 2))
      else at[key] = other
      if (at[key] !== next) break
    }
    return plan
  }

  it('is a whole map or an error that says what is wrong, never half a map', () => {
    const step = fc.nat(40)
    const other = fc.oneof(
      fc.jsonValue(),
      fc.double(),
      fc.constantFrom('1-9999999', Number.NaN, -1, 1e9, [], {}),
    )
    let whole = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 7 }), fc.nat(3), other, (steps, way, value) => {
        const damaged = damage(smallPlan(), steps, way, value) as Plan
        let map: ReturnType<typeof decodePlan>
        try {
          map = decodePlan(damaged)
        } catch (error) {
          expect(error).toBeInstanceOf(PlanError)
          return
        }
        whole++
        expectWhole(map)
      }),
      { numRuns: 1_500 },
    )
    expect(whole).toBeGreaterThan(0)
  })

  it('may be anything at all', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (anything) => {
        expect(() => decodePlan(anything as Plan)).toThrow(PlanError)
      }),
    )
    const circle: Json = { id: 'x' }
    circle.sections = [circle]
    expect(() => decodePlan(circle as unknown as Plan)).toThrow(PlanError)
    expect(encodePlan(circle as unknown as PlanDraft, identity).ok).toBe(false)
  })

  function expectWhole(map: ReturnType<typeof decodePlan>): void {
    expect([map.x.length, map.y.length, map.category.length, map.flags.length]).toEqual(
      Array(4).fill(map.seatCount),
    )
    for (let index = 0; index < map.seatCount; index++) {
      expect(map.x[index]).toBeLessThanOrEqual(map.width)
      expect(map.categories[map.category[index] as number]).toBeDefined()
      expect(map.label(index)).toContain('-')
    }
    expect(map.sections.reduce((sum, { seatCount }) => sum + seatCount, 0)).toBe(map.seatCount)
    expect(createScene(map, DARK_THEME).sections).toHaveLength(map.sections.length)
  }
})

function rowOf(draft: PlanDraft) {
  return draft.sections[0]!.rows[0]!
}

function seatOf(draft: PlanDraft) {
  return rowOf(draft).seats[0]!
}
