import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodePlan } from '../encode-plan'
import type { PlanDraft } from '../plan'
import { closestSeatsCm, findCrossings, findStraySeats } from '../testing/draft-checks'
import { importManifest } from './manifest'

const HEADER = 'stand,section,row,seats'

function draftOf(lines: readonly string[]): PlanDraft {
  const imported = importManifest([HEADER, ...lines].join('\n'))
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues))
  return imported.draft
}

function issuesOf(text: string | Uint8Array): { path: string; message: string }[] {
  const imported = importManifest(text)
  return imported.ok ? [] : imported.issues
}

/** The middle of a stand, measured from the middle of the pitch. */
function middleOf(draft: PlanDraft, zone: string): [number, number] {
  const seats = draft.sections
    .filter((section) => section.zone === zone)
    .flatMap(({ rows }) => rows.flatMap((row) => row.seats))
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  return [mean(seats.map(({ x }) => x)) - draft.focus[0], mean(seats.map(({ y }) => y)) - draft.focus[1]]
}

const FOUR = ['west', 'north', 'east', 'south'].flatMap((stand, side) =>
  [1, 2, 3].flatMap((section) => [1, 2, 3].map((row) => `${stand},${side * 10 + section},${row},20`)),
)

describe('a manifest', () => {
  it('puts every stand on its side of the pitch, north up', () => {
    const draft = draftOf(FOUR)
    expect(middleOf(draft, 'West stand')[0]).toBeLessThan(-3000)
    expect(middleOf(draft, 'East stand')[0]).toBeGreaterThan(3000)
    expect(middleOf(draft, 'North stand')[1]).toBeLessThan(-3000)
    expect(middleOf(draft, 'South stand')[1]).toBeGreaterThan(3000)
  })

  it('draws sections clockwise in natural order, and rows outwards', () => {
    const draft = draftOf(['north,10,1,9', 'north,2,1,9', 'north,9,1,9', 'north,9,2,9'])
    const x = (name: string): number =>
      draft.sections.find((section) => section.name === name)?.anchor?.[0] ?? -1
    expect(x('2')).toBeLessThan(x('9'))
    expect(x('9')).toBeLessThan(x('10'))
    const [first, second] = draft.sections.find((section) => section.name === '9')?.rows ?? []
    expect(second?.seats[0]?.y).toBeLessThan(first?.seats[0]?.y ?? 0)
  })

  it('keeps gaps, and equal numbers in line', () => {
    const draft = draftOf(['west,5,1,34', 'west,5,2,1-4;31-34', 'west,6,1,14-18', 'west,6,2,18'])
    for (const section of draft.sections) {
      const byNumber = section.rows.map((row) => new Map(row.seats.map((seat) => [seat.number, seat.y])))
      for (const [number, y] of byNumber[0] ?? []) {
        if (byNumber[1]?.has(number)) expect(byNumber[1].get(number)).toBe(y)
      }
    }
    const second = draft.sections.find(({ name }) => name === '5')?.rows[1]
    expect(second?.seats.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '31', '32', '33', '34'])
    expect(Math.abs((second?.seats[4]?.y ?? 0) - (second?.seats[3]?.y ?? 0))).toBeGreaterThan(26 * 40)
  })

  it('leaves room in front of a section whose rows begin further back', () => {
    const lines = [1, 2, 3, 4, 5, 6].map((row) => `east,1,${row},10`)
    const draft = draftOf([...lines, 'east,2,5,10', 'east,2,6,10'])
    const xOf = (section: string, row: string): number =>
      draft.sections.find(({ name }) => name === section)?.rows.find(({ name }) => name === row)?.seats[0]
        ?.x ?? 0
    expect(xOf('2', '5')).toBe(xOf('1', '5'))
  })

  it('gives sections of one name in two stands names of their own', () => {
    const draft = draftOf(['west,1,1,5', 'east,1,1,5', 'east,2,1,5', 'east,West 1,1,5'])
    const names = draft.sections.map(({ name }) => name)
    expect(new Set(names).size).toBe(4)
    expect(names).toContain('2')
    expect(names).toContain('East 1')
  })

  it('finds a place for stands whose names say nothing', () => {
    const draft = draftOf(['Kop,1,1,30', 'Riverside,2,1,30', 'Main,3,1,30'])
    expect(middleOf(draft, 'Main stand')[0]).toBeLessThan(0)
    const [kop, river] = [middleOf(draft, 'Kop'), middleOf(draft, 'Riverside')]
    expect(Math.hypot(kop[0] - river[0], kop[1] - river[1])).toBeGreaterThan(3000)
  })

  it('stacks upper tiers and lounges behind, never across, other sections', () => {
    const rows = (stand: string, section: string, from: number, to: number, seats: number): string[] =>
      Array.from({ length: to - from + 1 }, (_, at) => `${stand},${section},${from + at},${seats}`)
    const draft = draftOf([
      ...rows('west lower', '1', 1, 20, 25),
      ...rows('west lower', '2', 1, 8, 25),
      ...rows('west lower', '3', 1, 20, 25),
      ...rows('west lower', 'VIP', 10, 16, 18),
      ...rows('west lower', 'BOX_1', 1, 2, 60),
      ...rows('west upper', '4', 1, 10, 40),
    ])
    expect(closestSeatsCm(draft)).toBeGreaterThanOrEqual(38)
    expect(findStraySeats(draft)).toEqual([])
    expect(findCrossings(draft)).toEqual([])
    const far = (name: string): number =>
      draft.focus[0] - (draft.sections.find((section) => section.name === name)?.anchor?.[0] ?? 0)
    expect(far('VIP')).toBeGreaterThan(far('2'))
    expect(far('4')).toBeGreaterThan(far('BOX_1'))
  })

  it('of any sizes is drawn whole, with nothing overlapping', () => {
    const stand = fc.constantFrom('west', 'north', 'east', 'south', 'Kop', 'north east')
    const section = fc.record({
      stand,
      name: fc.constantFrom('1', '2', '3', '10', '11', 'A', 'B', 'VIP_1', 'VIP_2'),
      first: fc.integer({ min: 1, max: 12 }),
      rows: fc.integer({ min: 1, max: 25 }),
      seats: fc.integer({ min: 1, max: 40 }),
      growth: fc.integer({ min: -1, max: 3 }),
    })
    const sections = fc.uniqueArray(section, {
      minLength: 1,
      maxLength: 14,
      selector: ({ stand, name }) => `${stand}/${name}`,
    })
    fc.assert(
      fc.property(sections, (list) => {
        let count = 0
        const lines = list.flatMap(({ stand, name, first, rows, seats, growth }) =>
          Array.from({ length: rows }, (_, at) => {
            const own = Math.max(1, seats + Math.floor((growth * at) / 2))
            count += own
            return `${stand},${name},${first + at},${own}`
          }),
        )
        const draft = draftOf(lines)
        expect(draft.sections.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats))).toHaveLength(count)
        expect(closestSeatsCm(draft)).toBeGreaterThanOrEqual(38)
        expect(findStraySeats(draft)).toEqual([])
        expect(findCrossings(draft)).toEqual([])
        const encoded = encodePlan(draft, { id: 'map', version: 1 })
        expect(encoded.ok ? [] : encoded.issues).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('a bad manifest', () => {
  it.each([
    ['a missing column', 'stand,section,row\nw,1,1', 'line 1', /seats/],
    ['a negative count', `${HEADER}\nw,1,1,5\nw,1,2,-4`, 'line 3', /negative/],
    ['a count of zero', `${HEADER}\nw,1,1,0`, 'line 2', /zero/],
    ['overlapping ranges', `${HEADER}\nw,1,1,1-4;3-9`, 'line 2', /overlap/],
    ['a range that runs backwards', `${HEADER}\nw,1,1,9-4`, 'line 2', /backwards/],
    ['no range at all', `${HEADER}\nw,1,1,four`, 'line 2', /neither/],
    ['a duplicate row', `${HEADER}\nw,1,1,4\n\nw,1,1,5`, 'line 4', /line 2/],
    ['an empty name', `${HEADER}\nw,,1,4`, 'line 2', /section/],
    ['two million seats', `${HEADER}\nw,1,1,5\nw,1,2,2000000`, 'line 3', /200,000/],
    ['a count beyond numbers', `${HEADER}\nw,1,1,${'9'.repeat(400)}`, 'line 2', /200,000/],
    ['open quotation marks', `${HEADER}\nw,1,1,"4`, 'line 2', /CSV/],
    ['no text', '  \n', 'file', /empty/],
    ['no rows', HEADER, 'file', /no rows/],
    ['NUL characters', `${HEADER}\nw,1,1,4\0`, 'file', /NUL/],
    ['a row longer than any stadium', `${HEADER}\nw,1,1,90000`, 'file', /fit/],
  ])('with %s is refused where it is wrong', (_, text, path, message) => {
    expect(issuesOf(text)[0]).toEqual({ path, message: expect.stringMatching(message) })
  })

  it('that is not UTF-8 is refused', () => {
    expect(issuesOf(new Uint8Array([0x73, 0xff, 0xfe, 0x0a]))[0]?.path).toBe('file')
  })

  it('names every wrong line, not only the first', () => {
    expect(issuesOf(`${HEADER}\nw,1,1,-1\nw,1,2,3\nw,1,3,x`).map(({ path }) => path)).toEqual([
      'line 2',
      'line 4',
    ])
  })

  it('never throws, whatever the text', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('1', '1-4;31-34', '-1', '3-1', '99999', '"', ''),
    )
    const line = fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(','))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const imported = importManifest([HEADER, ...lines].join('\n'))
        expect(imported.ok || imported.issues.length > 0).toBe(true)
      }),
    )
  })
})
