import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countStates, decodeStates, encodeStates, packStates, unpackStates } from './states'

const anyStates = fc
  .array(fc.integer({ min: 0, max: 3 }), { maxLength: 300 })
  .map((states) => Uint8Array.from(states))

describe('seat states', () => {
  it('puts seat 0 in the lowest bits of byte 0', () => {
    expect([...packStates(Uint8Array.of(1, 2, 3, 0, 2))]).toEqual([0b00_11_10_01, 0b10])
  })

  it('gives back any states exactly', () => {
    fc.assert(
      fc.property(anyStates, (states) => {
        expect(unpackStates(packStates(states), states.length)).toEqual(states)
        expect(decodeStates(encodeStates(states), states.length)).toEqual(states)
      }),
    )
  })

  it('refuses states that are cut short, of another map, or not base64', () => {
    const text = encodeStates(new Uint8Array(100))
    expect(decodeStates(text.slice(0, -8), 100)).toBeNull()
    expect(decodeStates(text, 96)).toBeNull()
    expect(decodeStates('§§', 4)).toBeNull()
  })

  it('counts seats by state, all or a range', () => {
    const states = Uint8Array.of(0, 0, 1, 2, 3, 2)
    expect(countStates(states)).toEqual({ free: 2, held: 1, sold: 2, blocked: 1 })
    expect(countStates(states, 2, 2)).toEqual({ free: 0, held: 1, sold: 1, blocked: 0 })
  })
})
