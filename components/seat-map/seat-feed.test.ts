import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SeatSubscriber } from '@/lib/realtime/subscribe'
import type { SeatDiff, Snapshot } from '@/lib/seat-map/live'
import { encodeStates } from '@/lib/seat-map/states'
import { SeatFeed } from './seat-feed'

const SEATS = 12

/** The server's side: what is true now, and what it has sent. */
class House {
  states = new Uint8Array(SEATS)
  version = 0
  fetches = 0
  isDown = false
  /** A shared cache that answers with this instead. */
  cached: Snapshot | null = null
  subscriber: SeatSubscriber | null = null

  change(index: number, state: number): SeatDiff {
    this.states[index] = state
    return { from: this.version, to: ++this.version, seats: [[index, state]] }
  }

  snapshot(): Snapshot {
    return { version: this.version, states: encodeStates(this.states) }
  }

  open(withSocket = true): SeatFeed {
    return new SeatFeed({
      seatCount: SEATS,
      random: () => 0.5,
      fetchSnapshot: async () => {
        this.fetches++
        if (this.isDown) throw new Error('down')
        return this.cached ?? this.snapshot()
      },
      ...(withSocket && {
        connect: (subscriber) => {
          this.subscriber = subscriber
          return () => {
            this.subscriber = null
          }
        },
      }),
    })
  }
}

let house: House
let feed: SeatFeed

beforeEach(() => {
  vi.useFakeTimers()
  house = new House()
})

afterEach(() => {
  feed.close()
  vi.useRealTimers()
})

async function started(withSocket = true): Promise<void> {
  feed = house.open(withSocket)
  feed.start()
  house.subscriber?.onStateChange('live')
  await vi.advanceTimersByTimeAsync(50)
}

function expectInStep(): void {
  expect(feed.getStates()).toEqual(house.states)
}

describe('the seat feed', () => {
  it('is ready with the first snapshot, then follows diffs without asking', async () => {
    await started()
    expect(feed.getStatus()).toEqual({ mode: 'live', isReady: true, isFailing: false })
    const before = house.fetches
    house.subscriber?.onDiff(house.change(3, 1))
    house.subscriber?.onDiff(house.change(4, 2))
    expectInStep()
    expect(house.fetches).toBe(before)
  })

  it('misses nothing that happened while the connection was being made', async () => {
    feed = house.open()
    feed.start()
    house.cached = house.snapshot()
    house.change(1, 2)
    house.subscriber?.onStateChange('live')
    await Promise.resolve()
    house.cached = null
    await vi.advanceTimersByTimeAsync(50)
    expectInStep()
  })

  it('tells listeners which seats changed, until they stop listening', async () => {
    await started()
    const heard: unknown[] = []
    const stop = feed.onSeats((_, changed) => heard.push(changed))
    house.subscriber?.onDiff(house.change(3, 1))
    stop()
    house.subscriber?.onDiff(house.change(4, 1))
    expect(heard).toEqual([[3]])
  })

  it('closes a gap within half a second', async () => {
    await started()
    house.change(1, 2)
    house.subscriber?.onDiff(house.change(2, 2))
    await vi.advanceTimersByTimeAsync(500)
    expectInStep()
  })

  it('keeps asking while a cache holds a snapshot older than the gap', async () => {
    await started()
    house.cached = house.snapshot()
    house.change(1, 2)
    house.subscriber?.onDiff(house.change(2, 2))
    await vi.advanceTimersByTimeAsync(600)
    expect(feed.getStates()?.[2]).toBe(0)
    house.cached = null
    await vi.advanceTimersByTimeAsync(1_500)
    expectInStep()
  })

  it('finds a lost last message by itself', async () => {
    await started()
    house.change(1, 2)
    await vi.advanceTimersByTimeAsync(40_000)
    expectInStep()
  })

  it('polls while the connection is down, and is live again when it is back', async () => {
    await started()
    house.subscriber?.onStateChange('down')
    expect(feed.getStatus().mode).toBe('polling')
    house.change(1, 2)
    await vi.advanceTimersByTimeAsync(4_000)
    expectInStep()
    house.change(5, 2)
    house.subscriber?.onStateChange('live')
    await vi.advanceTimersByTimeAsync(50)
    expectInStep()
    expect(feed.getStatus().mode).toBe('live')
  })

  it('catches up after a short cut that never counted as down', async () => {
    await started()
    house.subscriber?.onStateChange('connecting')
    house.change(5, 2)
    house.subscriber?.onStateChange('live')
    await vi.advanceTimersByTimeAsync(50)
    expectInStep()
  })

  it('polls where there is no socket at all', async () => {
    await started(false)
    expect(feed.getStatus().mode).toBe('polling')
    house.change(1, 2)
    await vi.advanceTimersByTimeAsync(4_000)
    expectInStep()
  })

  it('says when snapshots fail, asks ever more slowly, and recovers', async () => {
    house.isDown = true
    await started()
    expect(feed.getStatus()).toMatchObject({ isReady: false, isFailing: true })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(house.fetches).toBeLessThan(15)
    house.isDown = false
    await vi.advanceTimersByTimeAsync(20_000)
    expect(feed.getStatus()).toMatchObject({ isReady: true, isFailing: false })
    expectInStep()
  })

  it('is not led astray by a diff from the future', async () => {
    await started()
    house.subscriber?.onDiff({ from: 9_000, to: 9_001, seats: [[0, 2]] })
    await vi.advanceTimersByTimeAsync(12_000)
    house.subscriber?.onDiff(house.change(7, 1))
    expectInStep()
    const before = house.fetches
    await vi.advanceTimersByTimeAsync(10_000)
    expect(house.fetches).toBe(before)
  })

  it('believes that numbers started anew once it has heard it often enough', async () => {
    await started()
    for (let index = 0; index < 6; index++) house.subscriber?.onDiff(house.change(index, 2))
    house.version = 1
    house.states.fill(0)
    feed.fetchNow()
    await vi.advanceTimersByTimeAsync(10_000)
    expectInStep()
  })

  it('falls silent when closed', async () => {
    await started()
    const subscriber = house.subscriber
    feed.close()
    const before = house.fetches
    subscriber?.onDiff(house.change(1, 1))
    await vi.advanceTimersByTimeAsync(120_000)
    expect(house.fetches).toBe(before)
    expect(feed.getStates()?.[1]).toBe(0)
  })
})
