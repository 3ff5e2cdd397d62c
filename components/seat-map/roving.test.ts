import { describe, expect, it } from 'vitest'
import { rove, roveMirrored } from './roving'

const rows = [3, 1, 5]

describe('arrow keys in the seat list', () => {
  it('move within the row and stop at its ends', () => {
    expect(rove('ArrowRight', { row: 0, at: 1 }, rows)).toEqual({ row: 0, at: 2 })
    expect(rove('ArrowRight', { row: 0, at: 2 }, rows)).toBeNull()
    expect(rove('ArrowLeft', { row: 0, at: 0 }, rows)).toBeNull()
  })

  it('move between rows, into the last seat of a shorter one', () => {
    expect(rove('ArrowDown', { row: 0, at: 2 }, rows)).toEqual({ row: 1, at: 0 })
    expect(rove('ArrowUp', { row: 2, at: 4 }, rows)).toEqual({ row: 1, at: 0 })
    expect(rove('ArrowDown', { row: 2, at: 0 }, rows)).toBeNull()
  })

  it('jump to the ends of the row and of the section', () => {
    expect(rove('End', { row: 2, at: 0 }, rows)).toEqual({ row: 2, at: 4 })
    expect(rove('Home', { row: 2, at: 3 }, rows)).toEqual({ row: 2, at: 0 })
    expect(rove('PageDown', { row: 0, at: 2 }, rows)).toEqual({ row: 2, at: 2 })
    expect(rove('PageUp', { row: 2, at: 4 }, rows)).toEqual({ row: 0, at: 2 })
  })

  it('go the other way where rows run from right to left, but not up, down or to the ends', () => {
    const from = { row: 2, at: 3 }
    expect(roveMirrored('ArrowLeft', from, rows)).toEqual({ row: 2, at: 4 })
    expect(roveMirrored('ArrowRight', from, rows)).toEqual({ row: 2, at: 2 })
    for (const key of ['ArrowUp', 'Home', 'End'])
      expect(roveMirrored(key, from, rows)).toEqual(rove(key, from, rows))
  })

  it('leave every other key alone', () => {
    for (const key of ['Tab', 'Enter', 'a', ' ']) expect(rove(key, { row: 0, at: 0 }, rows)).toBeNull()
  })
})
