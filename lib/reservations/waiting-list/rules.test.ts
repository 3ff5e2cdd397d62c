import { describe, expect, it } from 'vitest'
import { SEAT_FLAG, SEAT_STATE } from '@/lib/seat-map/plan'
import { countFree, takesOf } from './rules'

describe('what is free for who would join', () => {
  const map = {
    seatCount: 6,
    category: [0, 0, 0, 1, 1, 1],
    flags: [0, SEAT_FLAG.wheelchair, SEAT_FLAG.restrictedView, SEAT_FLAG.companion, 0, 0],
  }
  const { free, held, sold } = SEAT_STATE

  it('is counted by category, without places for wheelchairs and who comes along', () => {
    expect([...countFree(map, [free, free, free, free, held, sold])]).toEqual([[0, 2]])
    expect(countFree(map, [held, held, held, held, held, held]).size).toBe(0)
  })
})

describe('how many seats somebody takes', () => {
  it.each([
    [4, false, 4, 4],
    [4, false, 9, 4],
    [4, false, 3, 0],
    [4, true, 3, 3],
    [4, true, 0, 0],
  ])('who wants %i (fewer: %s) of %i', (seatCount, takesFewer, available, takes) => {
    expect(takesOf({ seatCount, takesFewer }, available)).toBe(takes)
  })
})
