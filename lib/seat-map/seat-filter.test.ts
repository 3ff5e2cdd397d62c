import { describe, expect, it } from 'vitest'
import { SEAT_FLAG } from './plan'
import { divideByFlags, passesSeat, type SeatFilter, wantedGroups } from './seat-filter'
import { hallMap } from './testing/hall'

const ALL: SeatFilter = { categories: null, accessibleOnly: false, fullViewOnly: false }

function hall() {
  const map = hallMap()
  map.flags[4] = SEAT_FLAG.restrictedView
  map.flags[5] = SEAT_FLAG.companion
  return map
}

/** Seats that stand out on the divided map, as its renderer decides. */
function standingOut(map: ReturnType<typeof hall>, filter: SeatFilter | null): number[] {
  const divided = divideByFlags(map)
  const wanted = wantedGroups(divided.groups, filter)
  return [...divided.map.category].flatMap((group, seat) => (!wanted || wanted.has(group) ? [seat] : []))
}

describe('the filter of the map', () => {
  it('lets everything through while nothing is asked for', () => {
    expect(standingOut(hall(), null)).toHaveLength(60)
    expect(standingOut(hall(), ALL)).toHaveLength(60)
  })

  it('keeps wheelchair places and companions when asked for accessible seats', () => {
    const map = hall()
    const seats = standingOut(map, { ...ALL, accessibleOnly: true })
    expect(seats).toContain(5)
    expect(seats).toHaveLength([...map.flags].filter((flags) => flags & 3).length)
  })

  it('leaves out restricted views and nothing else', () => {
    const seats = standingOut(hall(), { ...ALL, fullViewOnly: true })
    expect(seats).toHaveLength(59)
    expect(seats).not.toContain(4)
  })

  it('agrees with itself seat by seat, whatever is combined', () => {
    const map = hall()
    for (const categories of [null, new Set([0]), new Set([1])])
      for (const accessibleOnly of [false, true])
        for (const fullViewOnly of [false, true]) {
          const filter = { categories, accessibleOnly, fullViewOnly }
          const bySeat = Array.from({ length: map.seatCount }, (_, seat) => seat)
          const expected = bySeat.filter((seat) => passesSeat(map, filter, seat))
          expect(standingOut(map, filter)).toEqual(expected)
        }
  })

  it('divides a map without changing its seats or their colours', () => {
    const map = hall()
    const { map: divided, groups } = divideByFlags(map)
    expect(groups.length).toBeGreaterThan(map.categories.length)
    for (let seat = 0; seat < map.seatCount; seat++) {
      expect(divided.label(seat)).toBe(map.label(seat))
      expect(divided.categories[divided.category[seat] as number]).toBe(
        map.categories[map.category[seat] as number],
      )
    }
  })
})
