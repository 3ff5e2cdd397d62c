import { describe, expect, it } from 'vitest'
import { buildGrid } from './grid'
import { middleOf, seatsInLoop } from './lasso'
import { hallMap } from './testing/hall'

const map = hallMap()
const grid = buildGrid(map)
const seats = (labels: string[]) => labels.map((label) => map.indexOf(label))
const caught = (loop: number[]) => seatsInLoop(map, grid, loop)

// Row 1 of the left block stands at y 590, its seats at x 300, 352, 404, …; row 2 at y 680.
describe('a loop around seats', () => {
  it('catches the seats whose middle is inside, and no other', () => {
    expect(caught([290, 570, 415, 570, 415, 700, 290, 700])).toEqual(
      seats(['Left-1-1', 'Left-1-2', 'Left-1-3', 'Left-2-1', 'Left-2-2', 'Left-2-3']),
    )
  })

  it('is the same whichever way round it is drawn', () => {
    expect(caught([290, 700, 415, 700, 415, 570, 290, 570])).toEqual(
      caught([290, 570, 415, 570, 415, 700, 290, 700]),
    )
  })

  it('follows its dents', () => {
    // A V that leaves out the seat in the middle of row 1.
    expect(caught([280, 560, 330, 560, 352, 640, 374, 560, 425, 560, 425, 650, 280, 650])).toEqual(
      seats(['Left-1-1', 'Left-1-3']),
    )
  })

  it('holds what it goes around twice', () => {
    const once = [290, 570, 415, 570, 415, 600, 290, 600]
    expect(caught([...once, ...once])).toEqual(caught(once))
  })

  it('catches nothing where it is a line, a point or not there', () => {
    expect(caught([])).toEqual([])
    expect(caught([300, 590, 400, 590])).toEqual([])
    expect(caught([300, 590, 300, 590, 300, 590])).toEqual([])
  })

  it('crosses the aisle', () => {
    expect(caught([750, 570, 1060, 570, 1060, 600, 750, 600])).toEqual(
      seats(['Left-1-10', 'Right-1-1', 'Right-1-2']),
    )
  })

  it('has its middle in the middle of the box around it', () => {
    expect(middleOf([0, 0, 10, 0, 10, 20])).toEqual({ x: 5, y: 10 })
  })
})
