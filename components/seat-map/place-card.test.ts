import { describe, expect, it } from 'vitest'
import { placeCard } from './place-card'

const card = { width: 200, height: 150 }
const room = { width: 800, height: 500 }

describe('the card of a seat', () => {
  it('stands above the seat and leaves the seat itself to be seen', () => {
    const { left, top, isBelow } = placeCard({ x: 400, y: 300 }, card, room)
    expect({ left, isBelow }).toEqual({ left: 400, isBelow: false })
    expect(top).toBeLessThan(300)
    expect(top - card.height).toBeGreaterThan(0)
  })

  it('stands below where there is no room above', () => {
    const { top, isBelow } = placeCard({ x: 400, y: 60 }, card, room)
    expect(isBelow).toBe(true)
    expect(top).toBeGreaterThan(60)
  })

  it('stands above where there is too little room on both sides, but more above', () => {
    expect(placeCard({ x: 400, y: 130 }, card, { width: 800, height: 200 }).isBelow).toBe(false)
  })

  it('never leaves the map at its sides', () => {
    expect(placeCard({ x: 5, y: 300 }, card, room).left).toBeGreaterThanOrEqual(100)
    expect(placeCard({ x: 795, y: 300 }, card, room).left).toBeLessThanOrEqual(700)
  })
})
