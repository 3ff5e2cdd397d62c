import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePlan } from '@/lib/seat-map/decode-plan'
import { encodePlan } from '@/lib/seat-map/encode-plan'
import { blockDraft } from '@/prisma/testing'
import { planCalls } from './rules'
import type { InLine, Supplied } from './types'

const encoded = encodePlan(blockDraft(3, 6), { id: 'map', version: 1 })
if (!encoded.ok) throw new Error('no plan')
const map = decodePlan(encoded.plan)

const waits = (id: string, seatCount: number, takesFewer = false): InLine => ({
  ...{ id, seatCount, takesFewer, category: 0 },
})
const came = (...seats: number[]): Supplied[] =>
  seats.map((seatIndex) => ({ seatIndex, category: 0, returnedAt: null }))
const returned = (seatIndex: number, at: number): Supplied => ({
  ...{ seatIndex, category: 0, returnedAt: new Date(at) },
})

describe('who is called', () => {
  it('is the first whom it suffices; who needs more does not hold up the others', () => {
    const line = [waits('a', 4), waits('b', 2), waits('c', 1), waits('d', 1)]
    expect(planCalls(map, line, came(0, 1, 9))).toEqual([
      { entryId: 'b', seatIndexes: [0, 1] },
      { entryId: 'c', seatIndexes: [9] },
    ])
  })

  it('gets seats together where any are, though others come first', () => {
    expect(planCalls(map, [waits('a', 2)], came(0, 2, 9, 10))).toEqual([
      { entryId: 'a', seatIndexes: [9, 10] },
    ])
    expect(planCalls(map, [waits('a', 2)], came(0, 2, 9))).toEqual([{ entryId: 'a', seatIndexes: [0, 2] }])
  })

  it('gets nobody’s seats before returned tickets, and the oldest return before others', () => {
    const supply = [returned(0, 2_000), returned(5, 1_000), ...came(17)]
    const line = [waits('a', 1), waits('b', 1), waits('c', 1)]
    expect(planCalls(map, line, supply).map(({ seatIndexes }) => seatIndexes)).toEqual([[17], [5], [0]])
  })

  it('is never called with another category, or with fewer where that is not fine', () => {
    const other = came(0, 1, 2).map((seat) => ({ ...seat, category: 1 }))
    expect(planCalls(map, [waits('a', 1)], other)).toEqual([])
    expect(planCalls(map, [waits('a', 3), waits('b', 3, true)], came(4, 5))).toEqual([
      { entryId: 'b', seatIndexes: [4, 5] },
    ])
  })

  it('gets no seat that another gets, whatever comes back and whoever waits', () => {
    const seat = fc.integer({ min: 0, max: 17 })
    const person = fc.record({ seatCount: fc.integer({ min: 1, max: 5 }), takesFewer: fc.boolean() })
    fc.assert(
      fc.property(fc.uniqueArray(seat), fc.array(person, { maxLength: 8 }), (seats, people) => {
        const line = people.map((wish, nth) => ({ ...wish, id: String(nth), category: 0 }))
        const calls = planCalls(map, line, came(...seats))
        const given = calls.flatMap(({ seatIndexes }) => seatIndexes)
        expect(new Set(given).size).toBe(given.length)
        expect(given.every((one) => seats.includes(one))).toBe(true)
        for (const { entryId, seatIndexes } of calls) {
          const { seatCount, takesFewer } = line[Number(entryId)] as InLine
          expect(takesFewer ? seatIndexes.length <= seatCount : seatIndexes.length === seatCount).toBe(true)
        }
        // Nobody is left out whom the rest would have sufficed.
        const left = seats.length - given.length
        const called = new Set(calls.map(({ entryId }) => entryId))
        const others = line.filter(({ id }) => !called.has(id))
        expect(others.every((one) => left < (one.takesFewer ? 1 : one.seatCount))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
