import { describe, expect, it } from 'vitest'
import { SEAT_STATE } from './plan'
import { runBetween } from './seat-run'
import { hallMap } from './testing/hall'

const map = hallMap()
const free = () => new Uint8Array(map.seatCount)

describe('a run of seats', () => {
  it('goes from the first to the last, either way, without the first', () => {
    expect(runBetween(map, free(), 2, 5, 10)).toEqual([3, 4, 5])
    expect(runBetween(map, free(), 5, 2, 10)).toEqual([4, 3, 2])
  })

  it('leaves out seats that somebody has', () => {
    const states = free()
    states[3] = SEAT_STATE.sold
    states[5] = SEAT_STATE.held
    expect(runBetween(map, states, 2, 6, 10)).toEqual([4, 6])
  })

  it('is never longer than what may still be chosen', () => {
    expect(runBetween(map, free(), 0, 9, 4)).toEqual([1, 2, 3, 4])
    expect(runBetween(map, free(), 0, 9, 0)).toEqual([])
  })

  it('stays in its row: from another row it is the one seat alone', () => {
    expect(runBetween(map, free(), 2, 15, 10)).toEqual([15])
    expect(runBetween(map, free(), 2, 2, 10)).toEqual([2])
  })
})
