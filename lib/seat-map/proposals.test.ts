import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SEAT_STATE } from './plan'
import { PROPOSAL_COUNT, proposeSeats } from './proposals'
import { hallMap } from './testing/hall'

const map = hallMap()
const amounts = [5_000, 3_000]
const free = () => new Uint8Array(map.seatCount)
const sectionOf = (seats: number[] | undefined) => map.sectionOf[seats?.[0] ?? -1]
const categoriesOf = (seats: number[] | undefined) => new Set(seats?.map((seat) => map.category[seat]))

describe('three proposals', () => {
  it('are the best, the best elsewhere and the best for less, and share no seat', () => {
    const [best, elsewhere, cheaper] = proposeSeats(map, free(), { quantity: 3 }, amounts)
    expect(categoriesOf(best)).toEqual(new Set([0]))
    expect(sectionOf(elsewhere)).not.toBe(sectionOf(best))
    expect(categoriesOf(cheaper)).toEqual(new Set([1]))
    const all = [best, elsewhere, cheaper].flatMap((seats) => seats ?? [])
    expect(new Set(all).size).toBe(9)
  })

  it('are only of the categories asked for', () => {
    for (const seats of proposeSeats(map, free(), { quantity: 2, among: new Set([1]) }, amounts))
      expect(categoriesOf(seats)).toEqual(new Set([1]))
  })

  it('never offer a category that is not sold', () => {
    const found = proposeSeats(map, free(), { quantity: 2 }, [undefined, 3_000])
    expect(found.length).toBeGreaterThan(0)
    for (const seats of found) expect(categoriesOf(seats)).toEqual(new Set([1]))
  })

  it('are only of free seats, and fewer where there are fewer', () => {
    const states = free().fill(SEAT_STATE.sold)
    for (let seat = 0; seat < 4; seat++) states[seat] = SEAT_STATE.free
    expect(proposeSeats(map, states, { quantity: 4 }, amounts)).toEqual([[0, 1, 2, 3]])
    expect(proposeSeats(map, states, { quantity: 5 }, amounts)).toEqual([])
  })

  it('come apart only when asked to', () => {
    const states = free()
    for (let seat = 0; seat < map.seatCount; seat++)
      if (seat % 10 === 4 || seat % 10 === 9) states[seat] = SEAT_STATE.sold
    expect(proposeSeats(map, states, { quantity: 7 }, amounts)).toEqual([])
    const [split] = proposeSeats(map, states, { quantity: 7, allowSplit: true }, amounts)
    expect(split).toHaveLength(7)
  })

  it('keep wheelchair places for those who ask', () => {
    const isPlace = (seat: number) => map.flags[seat] === 1
    const plain = proposeSeats(map, free(), { quantity: 2 }, amounts).flat()
    expect(plain.some(isPlace)).toBe(false)
    const [asked] = proposeSeats(map, free(), { quantity: 2, accessible: true }, amounts)
    expect(asked?.some(isPlace)).toBe(true)
  })

  it('in any house share no seat, are free, as many as asked and within the price', () => {
    const states = fc.array(fc.constantFrom(...Object.values(SEAT_STATE)), {
      minLength: map.seatCount,
      maxLength: map.seatCount,
    })
    const quantity = fc.integer({ min: 1, max: 10 })
    fc.assert(
      fc.property(
        states,
        quantity,
        fc.constantFrom(3_000, 5_000),
        fc.boolean(),
        (states, quantity, most, allowSplit) => {
          const among = new Set([0, 1].filter((at) => (amounts[at] ?? 0) <= most))
          const found = proposeSeats(map, Uint8Array.from(states), { quantity, among, allowSplit }, amounts)
          expect(found.length).toBeLessThanOrEqual(PROPOSAL_COUNT)
          expect(new Set(found.flat()).size).toBe(found.length * quantity)
          for (const seat of found.flat()) {
            expect(states[seat]).toBe(SEAT_STATE.free)
            expect(amounts[map.category[seat] ?? 0]).toBeLessThanOrEqual(most)
            expect(map.flags[seat]).toBe(0)
          }
        },
      ),
    )
  })
})
