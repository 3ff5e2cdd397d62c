import { describe, expect, it } from 'vitest'
import { at, cartOf, holdOf, seatOf } from '../seats/testing/carts'
import { type CartState, nextCart, totalsOf } from './cart-state'

const start = (): CartState => ({
  cart: cartOf(holdOf([1], 'a'), holdOf([2, 3], 'b')),
  now: at(0),
  ended: [],
  notice: null,
})

describe('the cart page', () => {
  it('keeps a hold that ended in sight, out of the cart, until it is held again', () => {
    const ended = nextCart(start(), { type: 'ended', performanceId: 'b' })
    expect(ended.cart.holds.map((hold) => hold.performanceId)).toEqual(['a'])
    expect(ended.ended.map((hold) => hold.performanceId)).toEqual(['b'])
    const again = nextCart(ended, { type: 'taken', cart: start().cart, now: at(9), notice: null })
    expect(again.ended).toEqual([])
  })

  it('learns of an end from the server too, and tells it from seats given back elsewhere', () => {
    const take = (seconds: number) =>
      nextCart(start(), { type: 'taken', cart: cartOf(holdOf([1], 'a')), now: at(seconds), notice: null })
    expect(take(601).ended.map((hold) => hold.performanceId)).toEqual(['b'])
    expect(take(300).ended).toEqual([])
  })

  it('says nothing new by an answer that was overtaken', () => {
    const state = nextCart(start(), {
      type: 'taken',
      cart: cartOf(holdOf([1], 'a')),
      now: at(5),
      notice: null,
    })
    expect(nextCart(state, { type: 'taken', cart: start().cart, now: at(4), notice: null })).toBe(state)
  })
})

describe('totals', () => {
  it('are one for each currency and never mix them', () => {
    const yen = {
      ...holdOf([], 'tokyo'),
      seats: [{ ...seatOf(1), price: { amount: 8_800, currency: 'JPY' } }],
    }
    expect(totalsOf([holdOf([1, 2], 'a'), yen, holdOf([3], 'b')])).toEqual([
      { amount: 13_500, currency: 'EUR' },
      { amount: 8_800, currency: 'JPY' },
    ])
  })
})
