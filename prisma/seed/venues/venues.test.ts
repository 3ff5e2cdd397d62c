import { describe, expect, it } from 'vitest'
import { encodePlan } from '@/lib/seat-map/encode-plan'
import { SEAT_FLAG } from '@/lib/seat-map/plan'
import { closestSeatsCm, findCrossings, findStraySeats } from '@/lib/seat-map/testing/draft-checks'
import { drawArena } from './arena'
import { drawClub } from './club'
import { drawHall } from './hall'
import { drawStadium } from './stadium'
import { drawTheatre } from './theatre'

const VENUES = [
  { name: 'theatre', draw: drawTheatre, seats: [1100, 1300], sides: true },
  { name: 'club', draw: drawClub, seats: [380, 420], sides: false },
  { name: 'arena', draw: drawArena, seats: [14_000, 16_000], sides: true },
  { name: 'stadium', draw: drawStadium, seats: [58_000, 62_000], sides: true },
  { name: 'hall', draw: drawHall, seats: [170, 190], sides: true },
] as const

describe.each(VENUES)('the $name', ({ draw, seats: [least, most], sides }) => {
  const draft = draw()
  const seats = draft.sections.flatMap((section) => section.rows.flatMap((row) => row.seats))

  it('has as many seats as such a house', () => {
    expect(seats.length).toBeGreaterThanOrEqual(least)
    expect(seats.length).toBeLessThanOrEqual(most)
  })

  it('is a plan without an issue', () => {
    const encoded = encodePlan(draft, { id: 'map', version: 1 })
    expect(encoded.ok ? [] : encoded.issues).toEqual([])
  })

  it('keeps 38 cm between any two seats', () => {
    expect(closestSeatsCm(draft)).toBeGreaterThanOrEqual(38)
  })

  it('has every seat inside its own section and no other', () => {
    expect(findStraySeats(draft)).toEqual([])
    expect(findCrossings(draft)).toEqual([])
  })

  it('has room for wheelchairs, each beside a companion', () => {
    let spaces = 0
    for (const { rows } of draft.sections) {
      for (const row of rows) {
        for (const [index, { flags = 0 }] of row.seats.entries()) {
          if ((flags & SEAT_FLAG.wheelchair) === 0) continue
          spaces++
          const beside = [row.seats[index - 1], row.seats[index + 1]]
          expect(beside.some((seat) => ((seat?.flags ?? 0) & SEAT_FLAG.companion) !== 0)).toBe(true)
        }
      }
    }
    expect(spaces).toBeGreaterThanOrEqual(2)
  })

  it('uses every one of its categories', () => {
    const used = new Set(seats.map(({ category }) => category))
    expect([...used].sort()).toEqual(draft.categories.map((_, index) => index))
  })

  it.runIf(sides)('is the same left and right', () => {
    const spots = new Set(seats.map(({ x, y }) => `${Math.round(x / 4)},${Math.round(y / 4)}`))
    const near = (x: number, y: number): boolean =>
      [-1, 0, 1].some((i) =>
        [-1, 0, 1].some((j) => spots.has(`${Math.round(x / 4) + i},${Math.round(y / 4) + j}`)),
      )
    expect(seats.filter(({ x, y }) => !near(2 * draft.focus[0] - x, y))).toEqual([])
  })
})
