import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBest, nearestBlock } from './best'
import { countStranded, joinSeats } from './blocks'
import { decodePlan, type SeatMap } from './decode-plan'
import { encodePlan } from './encode-plan'
import {
  type DraftSeat,
  type DraftSection,
  type PlanDraft,
  SEAT_FLAG,
  SEAT_STATE,
  type SectionKind,
} from './plan'

/** Rows as text, front row first: a letter a seat by its category (A, B), `w` and `c` accessible, ` ` an aisle. */
function mapOf(rows: readonly string[], kind: SectionKind = 'seated'): SeatMap {
  const section: DraftSection = { name: 'S', zone: '', kind, rows: [] }
  for (const [line, text] of rows.entries()) {
    const seats: DraftSeat[] = []
    for (const [at, sign] of [...text].entries()) {
      if (sign === ' ') continue
      const flags = sign === 'w' ? SEAT_FLAG.wheelchair : sign === 'c' ? SEAT_FLAG.companion : 0
      const category = sign === 'B' ? 1 : 0
      seats.push({ number: String(seats.length + 1), x: 200 + at * 50, y: 500 + line * 90, category, flags })
    }
    section.rows.push({ name: String(line + 1), seats })
  }
  const width = 400 + Math.max(...rows.map((row) => row.length)) * 50
  const draft: PlanDraft = {
    name: 'Map',
    width,
    height: 700 + rows.length * 90,
    focus: [width / 2 - 25, 300],
    categories: ['A', 'B'].map((name, at) => ({ id: `cat-${at + 1}`, name, color: '#336699' })),
    decor: [],
    sections: [section],
  }
  const encoded = encodePlan(draft, { id: 'map', version: 1 })
  if (!encoded.ok) throw new Error(JSON.stringify(encoded.issues))
  return decodePlan(encoded.plan)
}

/** States as text, `.` free and `x` sold, in seat order. */
function statesOf(text: string): Uint8Array {
  return Uint8Array.from([...text], (sign) => (sign === '.' ? SEAT_STATE.free : SEAT_STATE.sold))
}

describe('the best seats', () => {
  it('are in the middle of the first row', () => {
    expect(findBest(mapOf(['AAAAAAAAAA', 'AAAAAAAAAA']), statesOf('.'.repeat(20)), { quantity: 4 })).toEqual([
      3, 4, 5, 6,
    ])
  })

  it('are never across an aisle', () => {
    expect(findBest(mapOf(['AAA  AAA', 'AAAAAAAA']), statesOf('.'.repeat(14)), { quantity: 4 })).toEqual([
      8, 9, 10, 11,
    ])
  })

  it('strand no single seat where that can be helped', () => {
    // Five free in front would leave one alone; the row behind would not.
    const map = mapOf(['AAAAAAAA', 'AAAAAAAA'])
    expect(findBest(map, statesOf('x.....xxxx....xx'), { quantity: 4 })).toEqual([10, 11, 12, 13])
    expect(findBest(map, statesOf('x.....xxxxxxxxxx'), { quantity: 4 })).toHaveLength(4)
  })

  it('are of the category asked for, and never of two', () => {
    const map = mapOf(['AABB', 'BBBB'])
    expect(findBest(map, statesOf('........'), { quantity: 2, categoryIndex: 1 })).toEqual([2, 3])
    expect(findBest(map, statesOf('........'), { quantity: 3 })).toEqual([4, 5, 6])
  })

  it('are of the best category that has room', () => {
    const map = mapOf(['AAAA', 'BBBB'])
    expect(findBest(map, statesOf('........'), { quantity: 4, categoryOrder: [1, 0] })).toEqual([4, 5, 6, 7])
    expect(findBest(map, statesOf('.....x..'), { quantity: 4, categoryOrder: [1, 0] })).toEqual([0, 1, 2, 3])
  })

  it('leave wheelchair spaces and companions’ seats to those who ask', () => {
    const map = mapOf(['wcwc', 'AAAA'])
    expect(findBest(map, statesOf('........'), { quantity: 4 })).toEqual([4, 5, 6, 7])
    expect(findBest(map, statesOf('....xxxx'), { quantity: 1 })).toBeNull()
    const seats = findBest(map, statesOf('........'), { quantity: 2, accessible: true })
    expect(seats?.map((seat) => map.flags[seat])).toContain(SEAT_FLAG.wheelchair)
    expect(seats?.filter((seat) => map.flags[seat] === SEAT_FLAG.wheelchair)).toHaveLength(1)
  })

  it('are none where no block is large enough, unless they may be apart', () => {
    const map = mapOf(['AAAAAAAA', 'AAAAAAAA'])
    const states = statesOf('....xxxxxxxx.xxx')
    expect(findBest(map, states, { quantity: 5 })).toBeNull()
    expect(findBest(map, states, { quantity: 5, allowSplit: true })).toEqual([0, 1, 2, 3, 12])
    expect(findBest(map, states, { quantity: 6, allowSplit: true })).toBeNull()
  })

  it('apart are two parts as even as can be, near each other', () => {
    const map = mapOf(['AAAAAAAA', 'AAAAAAAA', 'AAAAAAAA'])
    const seats = findBest(map, statesOf('....xxxx....xxxxxxxx....'), { quantity: 7, allowSplit: true })
    expect(seats).toEqual([0, 1, 2, 3, 9, 10, 11])
  })

  it('in a standing area are any places', () => {
    expect(findBest(mapOf(['AAAAAA'], 'standing'), statesOf('.x.x..'), { quantity: 3 })).toEqual([0, 2, 4])
  })

  it('are none for nonsense', () => {
    for (const quantity of [0, -1, 1.5, Number.NaN, 1e9]) {
      expect(findBest(mapOf(['AAAA']), statesOf('....'), { quantity })).toBeNull()
    }
  })

  it('are free, side by side and as many as asked, whatever is taken', () => {
    const map = mapOf(['AAAA  AAAAAAAA', 'AAAAAABBBBBB', 'wcAAAAAAAAcw'])
    const joined = joinSeats(map)
    const state = fc.constantFrom(...Object.values(SEAT_STATE))
    fc.assert(
      fc.property(
        fc.array(state, { minLength: map.seatCount, maxLength: map.seatCount }),
        fc.integer({ min: 1, max: 10 }),
        (states, quantity) => {
          const seats = findBest(map, states, { quantity })
          const blocks = Array.from({ length: map.seatCount - quantity + 1 }, (_, first) =>
            Array.from({ length: quantity }, (_, at) => first + at),
          ).filter((block) =>
            block.every(
              (seat, at) =>
                states[seat] === SEAT_STATE.free &&
                map.flags[seat] === 0 &&
                map.category[seat] === map.category[block[0] ?? 0] &&
                (at === quantity - 1 || joined[seat] === 1),
            ),
          )
          if (seats) expect(blocks).toContainEqual(seats)
          else expect(blocks).toEqual([])
        },
      ),
    )
  })
})

/** A house with an aisle, two categories and accessible places, in any state. */
const odd = mapOf(['AAAA  AAAAAAAA', 'AAAAAABBBBBB', 'wcAAAAAAAAcw'])
const anyStates = fc.array(fc.constantFrom(...Object.values(SEAT_STATE)), {
  minLength: odd.seatCount,
  maxLength: odd.seatCount,
})
const anyQuantity = fc.integer({ min: 1, max: 10 })

/** Every block there is of so many free seats side by side, of one category. */
function blocksOf(
  states: readonly number[],
  quantity: number,
  allows: (seat: number) => boolean,
): number[][] {
  const joined = joinSeats(odd)
  return Array.from({ length: odd.seatCount - quantity + 1 }, (_, first) =>
    Array.from({ length: quantity }, (_, at) => first + at),
  ).filter((block) =>
    block.every(
      (seat, at) =>
        states[seat] === SEAT_STATE.free &&
        allows(seat) &&
        odd.category[seat] === odd.category[block[0] ?? 0] &&
        (at === quantity - 1 || joined[seat] === 1),
    ),
  )
}

const strandedBy = (states: readonly number[], block: readonly number[]) =>
  countStranded(odd, states, joinSeats(odd), block[0] ?? 0, block.at(-1) ?? 0)

const hasSpace = (seat: number) => (odd.flags[seat] ?? 0) === SEAT_FLAG.wheelchair

describe('in any house, the best seats', () => {
  it('strand no more single seats than any other block of that category would', () => {
    fc.assert(
      fc.property(anyStates, anyQuantity, fc.constantFrom(0, 1), (states, quantity, categoryIndex) => {
        const seats = findBest(odd, states, { quantity, categoryIndex })
        const isIt = (seat: number) => odd.category[seat] === categoryIndex && odd.flags[seat] === 0
        const least = Math.min(...blocksOf(states, quantity, isIt).map((block) => strandedBy(states, block)))
        expect(seats ? strandedBy(states, seats) : Infinity).toBe(least)
      }),
    )
  })

  it('have a wheelchair place where one is asked for and is left, and never where not', () => {
    fc.assert(
      fc.property(anyStates, fc.integer({ min: 1, max: 4 }), (states, quantity) => {
        const plain = findBest(odd, states, { quantity }) ?? []
        expect(plain.every((seat) => odd.flags[seat] === 0)).toBe(true)
        const asked = findBest(odd, states, { quantity, accessible: true })
        const left = blocksOf(states, quantity, () => true).filter((block) => block.some(hasSpace))
        if (asked) expect(left).toContainEqual(asked)
        else expect(left).toEqual([])
      }),
    )
  })

  it('come apart only when asked to, and only where none are together', () => {
    fc.assert(
      fc.property(anyStates, anyQuantity, (states, quantity) => {
        const together = findBest(odd, states, { quantity })
        const split = findBest(odd, states, { quantity, allowSplit: true })
        if (together) expect(split).toEqual(together)
        const free = states.filter((state, seat) => state === SEAT_STATE.free && odd.flags[seat] === 0)
        expect(split?.length ?? 0).toBe(free.length >= quantity ? quantity : 0)
        for (const seat of split ?? []) expect([states[seat], odd.flags[seat]]).toEqual([SEAT_STATE.free, 0])
        expect(new Set(split).size).toBe(split?.length ?? 0)
      }),
    )
  })

  it('are of the categories allowed: a ceiling of price is a set of those', () => {
    fc.assert(
      fc.property(anyStates, anyQuantity, fc.subarray([0, 1]), (states, quantity, allowed) => {
        const among = new Set(allowed)
        const seats = findBest(odd, states, { quantity, among, allowSplit: true }) ?? []
        expect(seats.every((seat) => among.has(odd.category[seat] ?? -1))).toBe(true)
      }),
    )
  })
})

describe('the nearest block', () => {
  const map = mapOf(['AAAAAAAA', 'AAAAAAAA', 'BBBBBBBB'])

  it('is as many seats as near as can be, keeping those still free', () => {
    expect(nearestBlock(map, statesOf(`....x...${'.'.repeat(16)}`), [3, 4])).toEqual([2, 3])
  })

  it('is of the same category where there is one', () => {
    expect(nearestBlock(map, statesOf('..xxxxxxxxxxxxxx........'), [12, 13])).toEqual([0, 1])
    expect(nearestBlock(map, statesOf('xxxxxxxxxxxxxxxx........'), [12, 13])).toEqual([20, 21])
  })

  it('has a wheelchair place for each that was lost, and keeps them for those who need one', () => {
    const hall = mapOf(['wcwcAA', 'AAAAAA', 'wcAAAA'])
    expect(nearestBlock(hall, statesOf(`xx${'.'.repeat(16)}`), [0, 1])).toEqual([2, 3])
    expect(nearestBlock(hall, statesOf(`xxxx${'.'.repeat(14)}`), [2, 3])).toEqual([12, 13])
    expect(nearestBlock(hall, statesOf('xxxxxxxxxxxxx.....'), [0])).toEqual([])
    expect(nearestBlock(hall, statesOf(`....xx${'x'.repeat(12)}`), [4, 5])).toEqual([])
  })

  it('is of no other category than those that will do', () => {
    expect(nearestBlock(map, statesOf('xxxxxxxxxxxxxxxx........'), [12, 13], new Set([0]))).toEqual([])
    expect(nearestBlock(map, statesOf('xxxxxxxxxxxxxxxx........'), [12, 13], new Set([0, 1]))).toHaveLength(2)
  })

  it('is empty where none is left, or nothing known was wanted', () => {
    expect(nearestBlock(map, statesOf('x.'.repeat(12)), [3, 4])).toEqual([])
    expect(nearestBlock(map, statesOf('.'.repeat(24)), [-1, 99])).toEqual([])
  })
})
