import { describe, expect, it } from 'vitest'
import { makeRandom } from '@/lib/events/posters/random'
import { decodePlan } from '@/lib/seat-map/decode-plan'
import { encodePlan } from '@/lib/seat-map/encode-plan'
import { drawTheatre } from '../venues/theatre'
import { chooseBlocked, chooseSold } from './choose-seats'

const encoded = encodePlan(drawTheatre(), { id: 'theatre', version: 1 })
if (!encoded.ok) throw new Error('the theatre cannot be encoded')
const map = decodePlan(encoded.plan)
const blocked = new Set(chooseBlocked(map, makeRandom('house')))

describe('a seeded sale', () => {
  it.each([0, 0.1, 0.35, 0.6, 0.97])(
    'of %d of the house sells about that, no seat twice and no house seat',
    (share) => {
      const seats = chooseSold(map, share, blocked, makeRandom(`sale ${share}`)).flat()
      expect(new Set(seats).size).toBe(seats.length)
      expect(seats.some((seat) => blocked.has(seat) || seat < 0 || seat >= map.seatCount)).toBe(false)
      expect(Math.abs(seats.length / map.seatCount - share)).toBeLessThan(0.01)
    },
  )

  it('that is sold out leaves nothing but house seats', () => {
    const seats = chooseSold(map, 1, blocked, makeRandom('full')).flat()
    expect(seats).toHaveLength(map.seatCount - blocked.size)
  })

  it('seats parties of one to six side by side in one row', () => {
    for (const party of chooseSold(map, 0.6, blocked, makeRandom('parties'))) {
      expect(party.length).toBeGreaterThan(0)
      expect(party.length).toBeLessThanOrEqual(6)
      expect(new Set(party.map((seat) => map.rowOf[seat])).size).toBe(1)
    }
  })

  it('goes from the front to the back', () => {
    const seats = chooseSold(map, 0.3, blocked, makeRandom('front')).flat()
    const meanDistance = (of: number[]) =>
      of.reduce(
        (sum, seat) => sum + Math.hypot((map.x[seat] ?? 0) - map.focus[0], (map.y[seat] ?? 0) - map.focus[1]),
        0,
      ) / of.length
    const all = Array.from({ length: map.seatCount }, (_, seat) => seat)
    expect(meanDistance(seats)).toBeLessThan(0.85 * meanDistance(all))
  })
})
