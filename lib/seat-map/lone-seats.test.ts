import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLoneSeats } from './lone-seats'
import { SEAT_STATE } from './plan'
import { hallMap } from './testing/hall'

/** The hall's first row as text: `.` free, `x` sold, `m` chosen; the rest of the house is free. */
function rowOf(text: string) {
  const map = hallMap()
  const states = new Uint8Array(map.seatCount)
  const chosen = new Set<number>()
  for (const [seat, sign] of [...text].entries()) {
    if (sign === 'x') states[seat] = SEAT_STATE.sold
    if (sign === 'm') chosen.add(seat)
  }
  return { map, states, chosen }
}

function lone(text: string, maxSeats = 10) {
  const { map, states, chosen } = rowOf(text)
  return findLoneSeats(map, states, chosen, maxSeats)
}

describe('a choice that leaves a seat alone', () => {
  it('is told of at the end of a row, and between taken seats', () => {
    expect(lone('.mm.......')?.seats).toEqual([0])
    expect(lone('xx.mm.....')?.seats).toEqual([2])
    expect(lone('x.m.xxxxxx')?.seats).toEqual([1, 3])
  })

  it('is none where two are left, or none', () => {
    expect(lone('..mm......')).toBeNull()
    expect(lone('mm........')).toBeNull()
    expect(lone('xxmmxx....')).toBeNull()
  })

  it('is none where the seat was alone before, further off', () => {
    expect(lone('x.xmm.....')).toBeNull()
  })

  it('does not count a place kept for wheelchairs', () => {
    const { map, states } = rowOf('')
    const row = map.rows[2]
    const last = (row?.firstSeat ?? 0) + 9
    expect(map.flags[last]).toBe(1)
    expect(findLoneSeats(map, states, new Set([last - 2, last - 1]), 10)).toBeNull()
  })

  it('is mended by moving along by a seat, else by taking the seat too', () => {
    expect(lone('.mm.......')?.fix).toEqual({ hold: [0], release: [2] })
    // Moved to the left it would leave another seat alone; taking it too leaves none.
    expect(lone('x.mmxxxxxx')?.fix).toEqual({ hold: [1], release: [] })
  })

  it('moves back where that is what helps', () => {
    expect(lone('...mm.xxxx')?.fix).toEqual({ hold: [5], release: [3] })
    expect(lone('x..m.xxxxx')?.fix).toEqual({ hold: [4], release: [3] })
  })

  it('has no cure where the hold is full and nothing can move', () => {
    expect(lone('x.mmxxxxxx', 2)?.fix).toBeNull()
  })

  it('is never left by the cure, whatever is taken and chosen', () => {
    const sign = fc.constantFrom('.', '.', 'x', 'm')
    fc.assert(
      fc.property(fc.array(sign, { minLength: 10, maxLength: 10 }), (signs) => {
        const { map, states, chosen } = rowOf(signs.join(''))
        const found = findLoneSeats(map, states, chosen, 10)
        if (!found?.fix) return
        const { hold, release } = found.fix
        expect(hold.every((seat) => states[seat] === SEAT_STATE.free && !chosen.has(seat))).toBe(true)
        const after = new Set([...chosen].filter((seat) => !release.includes(seat)).concat(hold))
        expect(findLoneSeats(map, states, after, 10)).toBeNull()
      }),
    )
  })
})
