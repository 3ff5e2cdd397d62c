import { describe, expect, it } from 'vitest'
import { pickSeats } from './pick-seats'
import { hallMap } from './testing/hall'

const map = hallMap()
const seat = (label: string) => map.indexOf(label)
const row = (section: string, name: number, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => seat(`${section}-${name}-${from + at}`))
const at = (label: string) => ({ x: map.x[seat(label)] as number, y: map.y[seat(label)] as number })

describe('the best of many seats', () => {
  it('are all of them where they are no more than may be taken', () => {
    const few = row('Left', 1, 2, 5)
    expect(pickSeats(map, few, at('Left-1-3'), 10)).toEqual(few)
    expect(pickSeats(map, [], at('Left-1-3'), 10)).toEqual([])
    expect(pickSeats(map, few, at('Left-1-3'), 0)).toEqual([])
  })

  it('sit side by side, around the middle', () => {
    const block = [...row('Left', 1, 1, 10), ...row('Left', 2, 1, 10), ...row('Left', 3, 1, 10)]
    expect(pickSeats(map, block, at('Left-2-6'), 3)).toEqual(row('Left', 2, 5, 7))
  })

  it('go on in the next nearest row once the nearest is full', () => {
    const block = [...row('Left', 1, 3, 6), ...row('Left', 2, 3, 6), ...row('Left', 3, 3, 6)]
    const middle = { x: at('Left-2-3').x, y: at('Left-2-3').y - 20 }
    expect(pickSeats(map, block, middle, 6)).toEqual([...row('Left', 1, 3, 4), ...row('Left', 2, 3, 6)])
  })

  it('leave a seat alone for last', () => {
    const seats = [...row('Left', 1, 1, 3), seat('Left-2-6'), ...row('Left', 3, 1, 3)]
    expect(pickSeats(map, seats, at('Left-2-6'), 6)).toEqual([
      ...row('Left', 1, 1, 3),
      ...row('Left', 3, 1, 3),
    ])
  })

  it('do not count as neighbours across an aisle or an end of a row', () => {
    const seats = [seat('Left-1-10'), seat('Left-2-1'), ...row('Right', 1, 1, 2)]
    expect(pickSeats(map, seats, at('Left-1-10'), 2)).toEqual(row('Right', 1, 1, 2))
  })
})
