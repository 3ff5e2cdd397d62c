import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SEAT_STATE } from '@/lib/seat-map/plan'
import { SeatsStore } from './seats-store'
import { at, cartOf, holdOf, offerOf, PERFORMANCE, seatOf } from './testing/carts'
import type { ActionAnswer, SeatActions } from './types'

const SEATS = 30

type SeatListener = (states: Uint8Array, changed: readonly number[] | 'all') => void

/** A server that holds what is asked of it, but for the seats somebody else has; and the map that shows its news. */
class House {
  held = new Set<number>()
  taken = new Set<number>()
  /** Held in place of what is lost next. */
  instead: number[] = []
  offered = new Set<number>()
  moreSeconds = 0
  calls: Parameters<SeatActions['changeSeats']>[0][] = []
  seconds = 0
  isDown = false
  states = new Uint8Array(SEATS)
  private listener: SeatListener | null = null
  readonly map = {
    label: (index: number) => `A-1-${index}`,
    indexOf: (label: string) => Number(label.slice(4)),
  }
  readonly feed = {
    getStates: () => this.states,
    onSeats: (listener: SeatListener) => {
      this.listener = listener
      return () => {
        this.listener = null
      }
    },
  }
  readonly actions: SeatActions = {
    changeSeats: async (wish) => {
      this.calls.push(wish)
      if (this.isDown) throw new TypeError('Failed to fetch')
      for (const label of wish.release) this.held.delete(this.map.indexOf(label))
      const wanted = wish.hold.map(({ label }) => this.map.indexOf(label))
      const lost = wanted.filter((index) => this.taken.has(index))
      if (!wish.together || lost.length === 0)
        for (const index of wanted) if (!lost.includes(index)) this.held.add(index)
      return this.answer(lost)
    },
    answerOffer: async ({ keep }) => {
      if (keep) for (const index of this.offered) this.held.add(index)
      this.offered.clear()
      return this.answer([])
    },
    extendHold: async () => {
      this.moreSeconds = 600
      return this.answer([])
    },
  }

  /** The map hears what is held now. */
  publish() {
    this.states = Uint8Array.from({ length: SEATS }, (_, index) =>
      this.held.has(index) ? SEAT_STATE.held : SEAT_STATE.free,
    )
    this.listener?.(this.states, 'all')
  }

  private answer(lost: number[]): ActionAnswer {
    const seats = lost.map(this.map.label)
    const refusal = lost.length > 0 ? { code: 'seats_taken' as const, seats, alternatives: ['A-1-29'] } : null
    if (lost.length > 0) this.offered = new Set(this.instead)
    const cart = cartOf(holdOf([...this.held], PERFORMANCE, this.moreSeconds))
    if (this.offered.size > 0) cart.offers.push(offerOf([...this.offered]))
    return { ok: true, value: { cart, now: at(++this.seconds), refusal } }
  }
}

let house: House
let store: SeatsStore

beforeEach(() => {
  vi.useFakeTimers()
  house = new House()
  open()
})
afterEach(() => vi.useRealTimers())

function open(...seats: number[]) {
  for (const seat of seats) house.held.add(seat)
  house.publish()
  const start = { performanceId: PERFORMANCE, maxSeats: 10, cart: cartOf(holdOf(seats)), now: at(0) }
  store = new SeatsStore(start, house.actions)
  store.connect(house.map, house.feed)
}

const mine = () => [...store.getState().mine].sort((a, b) => a - b)

describe('choosing', () => {
  it('shows every click at once and asks once for all of them', async () => {
    for (const seat of [1, 2, 3]) store.toggle(seat)
    expect([...store.getState().holding]).toEqual([1, 2, 3])
    await vi.advanceTimersByTimeAsync(150)
    expect(house.calls).toHaveLength(1)
    expect(mine()).toEqual([1, 2, 3])
  })

  it('gives back what is mine, together with what is new', async () => {
    open(1)
    store.toggle(1)
    store.toggle(2)
    await vi.advanceTimersByTimeAsync(150)
    expect(house.calls).toEqual([
      { performanceId: PERFORMANCE, hold: [{ label: 'A-1-2' }], release: ['A-1-1'], together: false },
    ])
    expect(mine()).toEqual([2])
  })

  it('refuses the eleventh seat without asking, those under way counted', async () => {
    open(1, 2, 3, 4, 5, 6, 7, 8)
    for (const seat of [10, 11, 12]) store.toggle(seat)
    expect(store.getState().notice).toEqual({ kind: 'limit' })
    await vi.advanceTimersByTimeAsync(150)
    expect(house.calls[0]?.hold).toHaveLength(2)
    expect(mine()).toHaveLength(10)
  })

  it('keeps what could be had and says what could not, with what is near', async () => {
    house.taken.add(2)
    store.toggle(1)
    store.toggle(2)
    await vi.advanceTimersByTimeAsync(150)
    expect(mine()).toEqual([1])
    expect(store.getState().notice).toEqual({ kind: 'taken', seats: [2], alternatives: [29] })
    await store.holdTogether([29])
    expect(mine()).toEqual([1, 29])
    expect(house.calls.at(-1)?.together).toBe(true)
  })

  it('holds a proposal whole or not at all; too many together with mine it does not ask for', async () => {
    open(1, 2, 3, 4, 5, 6, 7)
    house.taken.add(12)
    expect(await store.holdTogether([10, 11, 12])).toBe(false)
    expect(mine()).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(await store.holdTogether([20, 21, 22])).toBe(true)
    const { length } = house.calls
    expect(await store.holdTogether([23])).toBe(false)
    expect(house.calls).toHaveLength(length)
    expect(store.getState().notice).toEqual({ kind: 'limit' })
  })

  it('swaps seats: the new one first, and the old one stays where the new one is gone', async () => {
    open(1, 2)
    const told = vi.fn()
    store.onReleased = told
    await store.swap({ hold: [3], release: [1] })
    expect(mine()).toEqual([2, 3])
    expect(house.calls.map(({ hold, release }) => [hold.length, release.length])).toEqual([
      [1, 0],
      [0, 1],
    ])
    expect(house.calls[0]?.hold).toEqual([{ label: 'A-1-3', ticketType: 'adult' }])
    house.taken.add(4)
    await store.swap({ hold: [4], release: [2] })
    expect(mine()).toEqual([2, 3])
    expect(store.getState().notice?.kind).toBe('taken')
    expect(told).not.toHaveBeenCalled()
  })

  it('swaps in one call where the hold is full', async () => {
    open(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
    await store.swap({ hold: [11], release: [1] })
    expect(mine()).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(house.calls).toHaveLength(1)
  })

  it('settles when every click has its answer, without waiting for the batch', async () => {
    store.toggle(1)
    const settled = store.settle()
    await vi.advanceTimersByTimeAsync(0)
    await settled
    expect(mine()).toEqual([1])
  })
})

describe('what is offered in place of a lost seat', () => {
  beforeEach(async () => {
    open(1)
    house.taken.add(2)
    house.instead = [3]
    store.toggle(2)
    await vi.advanceTimersByTimeAsync(150)
  })

  it('is not mine before it is kept, and the lost one is named', async () => {
    expect(store.getState().notice).toEqual({ kind: 'lost', seats: [2] })
    expect(mine()).toEqual([1])
    expect([...store.getState().offered]).toEqual([3])
    expect(await store.answerOffer(true)).toBe(true)
    expect(mine()).toEqual([1, 3])
    expect(store.getState()).toMatchObject({ offer: null, notice: null })
    expect(await store.answerOffer(true)).toBe(false)
  })

  it('can be let go; the rest of the choice stays', async () => {
    expect(await store.answerOffer(false)).toBe(true)
    expect(mine()).toEqual([1])
    expect(store.getState().offered.size).toBe(0)
  })

  it('ends by itself, and nothing is said of the lost seat any more', () => {
    store.dispatch({ type: 'offer_ended' })
    expect(store.getState()).toMatchObject({ offer: null, notice: null })
    expect(mine()).toEqual([1])
  })

  it('counts as long as it stands', async () => {
    for (const seat of [11, 12, 13, 14, 15, 16, 17, 18]) store.toggle(seat)
    await vi.advanceTimersByTimeAsync(150)
    store.toggle(19)
    expect(store.getState().notice).toEqual({ kind: 'limit' })
    await store.answerOffer(false)
    store.toggle(19)
    await vi.advanceTimersByTimeAsync(150)
    expect(mine()).toHaveLength(10)
  })
})

it('more time is told apart from none', async () => {
  open(1)
  expect(await store.extend()).toBe(true)
  expect(store.getState().hold?.expiresAt).toEqual(at(1_200))
  expect(await store.extend()).toBe(false)
})

it('ticket types of several seats change in one call', async () => {
  open(1, 2)
  await store.chooseTypes([1, 2].map((index) => ({ seat: seatOf(index), ticketType: 'child' })))
  expect(house.calls).toHaveLength(1)
  expect(house.calls[0]?.hold).toEqual([
    { label: 'A-1-1', ticketType: 'child' },
    { label: 'A-1-2', ticketType: 'child' },
  ])
})

describe('giving back', () => {
  it('reports what is gone, and is over when the map shows it', async () => {
    open(1, 2)
    store.onReleased = vi.fn()
    await store.release([seatOf(2)])
    expect(store.onReleased).toHaveBeenCalledWith([expect.objectContaining({ index: 2 })])
    expect([...store.getState().releasing]).toEqual([2])
    house.publish()
    expect(store.getState().releasing.size).toBe(0)
  })

  it('does not wait for the map for ever: someone else may hold the seat already', async () => {
    open(1)
    await store.release([seatOf(1)])
    await vi.advanceTimersByTimeAsync(1_500)
    expect(store.getState().releasing.size).toBe(0)
  })

  it('can be undone, each seat as what it was', async () => {
    open(1)
    await store.release([seatOf(1, 'child')])
    await store.holdAgain([seatOf(1, 'child')])
    expect(house.calls.at(-1)?.hold).toEqual([{ label: 'A-1-1', ticketType: 'child' }])
    expect(mine()).toEqual([1])
  })

  it('cannot be undone where somebody else has it now: it is named, and others are held in its place', async () => {
    open(1, 2)
    await store.release([seatOf(1), seatOf(2)])
    house.taken.add(2)
    house.instead = [3]
    await store.holdAgain([seatOf(1), seatOf(2)])
    expect(mine()).toEqual([1])
    expect(store.getState().notice).toEqual({ kind: 'lost', seats: [2] })
    expect([...store.getState().offered]).toEqual([3])
  })
})

describe('without the server', () => {
  it('nothing is lost: mine stays mine, and the same choice can be tried again', async () => {
    open(1)
    house.isDown = true
    store.toggle(2)
    await vi.advanceTimersByTimeAsync(150)
    expect(store.getState().notice).toEqual({ kind: 'unreachable' })
    expect(mine()).toEqual([1])
    expect(store.getState().holding.size).toBe(0)
    house.isDown = false
    store.retry()
    await vi.advanceTimersByTimeAsync(0)
    expect(mine()).toEqual([1, 2])
    expect(store.getState().notice).toBeNull()
  })
})
