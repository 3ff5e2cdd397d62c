import { describe, expect, it } from 'vitest'
import { countChosen, nextSeats, type SeatsEvent, type SeatsState, startSeats } from './seats-state'
import { at, cartOf, holdOf, PERFORMANCE } from './testing/carts'

const start = (...seats: number[]) =>
  startSeats({ performanceId: PERFORMANCE, maxSeats: 10, cart: cartOf(holdOf(seats)), now: at(0) })
const play = (state: SeatsState, ...events: SeatsEvent[]) => events.reduce(nextSeats, state)
const asked = (hold: number[], release: number[] = []): SeatsEvent => ({
  type: 'asked',
  asked: { hold, release },
})
const answered = (hold: number[], seats: number[], release: number[] = []): SeatsEvent => ({
  type: 'answered',
  asked: { hold, release },
  cart: cartOf(holdOf(seats)),
  now: at(1),
  notice: null,
})

describe('seats asked for', () => {
  it('are under way until the answer, then mine: only what the server says is', () => {
    const before = play(start(), asked([4, 5]))
    expect([...before.holding]).toEqual([4, 5])
    expect(before.mine.size).toBe(0)
    const after = play(before, answered([4, 5], [4]))
    expect([...after.mine]).toEqual([4])
    expect(after.holding.size).toBe(0)
  })

  it('count at once, so that the eleventh is known before anyone is asked', () => {
    expect(countChosen(play(start(1, 2), asked([3])))).toBe(3)
    expect(countChosen(play(start(1, 2), asked([], [2])))).toBe(1)
    // Asked for again while it is mine: still one seat.
    expect(countChosen(play(start(1, 2), asked([2])))).toBe(2)
  })

  it('are neither mine nor under way when the server cannot be reached', () => {
    const state = play(start(1), asked([2], [1]), {
      type: 'failed',
      asked: { hold: [2], release: [1] },
      notice: { kind: 'unreachable' },
    })
    expect([...state.mine]).toEqual([1])
    expect(state.holding.size + state.releasing.size).toBe(0)
    expect(state.notice).toEqual({ kind: 'unreachable' })
  })
})

describe('seats given back', () => {
  it('stay under way after the answer, until the map has heard of it', () => {
    const after = play(start(1, 2), asked([], [2]), answered([], [1], [2]))
    expect([...after.mine]).toEqual([1])
    expect([...after.releasing]).toEqual([2])
    expect(play(after, { type: 'settled', seats: [2] }).releasing.size).toBe(0)
  })
})

describe('the set of my seats', () => {
  it('is the same object while it has the same seats, so that the map is not drawn again', () => {
    const state = start(1, 2)
    const next = play(state, { type: 'synced', cart: cartOf(holdOf([2, 1])), now: at(5) })
    expect(next.mine).toBe(state.mine)
  })
})

describe('a newer look at the cart', () => {
  it('replaces what is shown', () => {
    const next = play(start(1), { type: 'synced', cart: cartOf(holdOf([1, 7])), now: at(5) })
    expect([...next.mine]).toEqual([1, 7])
  })

  it('is not undone by an answer it has overtaken', () => {
    const state = play(start(), asked([4]), { type: 'synced', cart: cartOf(holdOf([4, 5])), now: at(2) })
    const next = play(state, answered([4], [4]))
    expect([...next.mine]).toEqual([4, 5])
    expect(next.holding.size).toBe(0)
  })

  it('that is older than the last answer says nothing', () => {
    const state = play(start(), asked([4]), answered([4], [4]))
    expect(play(state, { type: 'synced', cart: cartOf(), now: at(0.5) })).toBe(state)
  })
})

describe('a hold that ends', () => {
  it('leaves nothing chosen, and its seats at hand to be held again', () => {
    const state = play(start(1, 2), { type: 'ended' })
    expect(state.mine.size).toBe(0)
    expect(state.hold).toBeNull()
    expect(state.notice).toMatchObject({ kind: 'ended', seats: [{ index: 1 }, { index: 2 }] })
  })

  it('ends once, and only where there is one', () => {
    const state = play(start(1), { type: 'ended' })
    expect(play(state, { type: 'ended' })).toBe(state)
  })

  it('had not ended after all where the server still has it: it was extended elsewhere', () => {
    const ended = play(start(1), { type: 'ended' })
    const next = play(ended, { type: 'synced', cart: cartOf(holdOf([1])), now: at(600) })
    expect([...next.mine]).toEqual([1])
    expect(next.notice).toBeNull()
  })

  it('is told of as well where the server knew first, or the page was asleep', () => {
    const next = play(start(1), { type: 'synced', cart: cartOf(), now: at(599.5) })
    expect(next.notice).toMatchObject({ kind: 'ended', seats: [{ index: 1 }] })
    expect(play(next, { type: 'ended' })).toBe(next)
  })

  it('is not one that was given back in another tab', () => {
    expect(play(start(1), { type: 'synced', cart: cartOf(), now: at(300) }).notice).toBeNull()
  })

  it("does not touch another event's", () => {
    const cart = cartOf(holdOf([1]), holdOf([9], 'elsewhere'))
    const state = startSeats({ performanceId: PERFORMANCE, maxSeats: 10, cart, now: at(0) })
    const { holds } = nextSeats(state, { type: 'ended' }).cart
    expect(holds.map((hold) => hold.performanceId)).toEqual(['elsewhere'])
  })
})

describe('the check-out', () => {
  it('notices when the first seat joins those of another event, and only then', () => {
    const cart = cartOf(holdOf([9], 'elsewhere'))
    const state = startSeats({ performanceId: PERFORMANCE, maxSeats: 10, cart, now: at(0) })
    const take = (seats: number[], seconds: number): SeatsEvent => ({
      ...{ type: 'answered', asked: { hold: seats, release: [] }, notice: null },
      ...{ cart: cartOf(...cart.holds, holdOf(seats)), now: at(seconds) },
    })
    expect(state.joins).toBe(0)
    const first = nextSeats(state, take([1], 1))
    expect(first.joins).toBe(1)
    expect(nextSeats(first, take([1, 2], 2)).joins).toBe(1)
  })

  it('does not notice the first seat of an empty cart', () => {
    expect(play(start(), asked([4]), answered([4], [4])).joins).toBe(0)
  })
})

describe('a notice', () => {
  it('is gone with the next choice', () => {
    const state = play(start(), { type: 'noticed', notice: { kind: 'limit' } })
    expect(play(state, asked([1])).notice).toBeNull()
  })
})
