import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SeatSubscriber } from '@/lib/realtime/subscribe'
import { type SeatDiff, type Snapshot, scopeOf } from '@/lib/seat-map/live-messages'
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
  cached: unknown = null
  subscriber: SeatSubscriber | null = null
  isDivided = false
  watched: readonly number[] = []
  reconnects = 0
  refusals: string[] = []

  change(index: number, state: number): SeatDiff {
    this.states[index] = state
    return { from: this.version, to: ++this.version, seats: [[index, state]] }
  }

  /** The same on a map that is told by section. */
  changeIn(section: number, from: number, index: number, state: number): SeatDiff {
    return { ...this.change(index, state), from, section }
  }

  snapshot(): Snapshot {
    return { version: this.version, states: encodeStates(this.states) }
  }

  open(withSocket = true): SeatFeed {
    return new SeatFeed({
      scope: scopeOf({ seatCount: SEATS, sections: [{ firstSeat: 0 }, { firstSeat: 6 }] }),
      onRefused: (reason) => this.refusals.push(reason),
      random: () => 0.5,
      fetchSnapshot: async () => {
        this.fetches++
        if (this.isDown) throw new Error('down')
        return this.cached ?? this.snapshot()
      },
      ...(withSocket && {
        connect: (subscriber) => {
          this.subscriber = subscriber
          return {
            ...{ isDivided: this.isDivided, overviewMs: this.isDivided ? 500 : 0 },
            watch: (sections) => {
              this.watched = sections
            },
            reconnect: () => {
              this.reconnects++
            },
            close: () => {
              this.subscriber = null
            },
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
    expectInStep()
    house.subscriber?.onDiff(house.change(4, 2))
    await vi.advanceTimersByTimeAsync(20)
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

  it('polls while the connection comes and goes without ever standing', async () => {
    await started()
    for (let at = 0; at < 5; at++) {
      house.subscriber?.onStateChange('connecting')
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(feed.getStatus().mode).toBe('polling')
    house.change(1, 2)
    house.subscriber?.onStateChange('connecting')
    await vi.advanceTimersByTimeAsync(4_000)
    expectInStep()
    house.subscriber?.onStateChange('live')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(feed.getStatus().mode).toBe('live')
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
    await vi.advanceTimersByTimeAsync(10_000)
    house.subscriber?.onDiff(house.change(7, 1))
    expectInStep()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(house.refusals).toEqual(['diff_from_the_future'])
    const before = house.fetches
    await vi.advanceTimersByTimeAsync(15_000)
    expect(house.fetches).toBe(before)
  })

  it('believes that numbers started anew once it has heard it often enough', async () => {
    await started()
    for (let index = 0; index < 6; index++) house.subscriber?.onDiff(house.change(index, 2))
    await vi.advanceTimersByTimeAsync(20)
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

  it('shows the first change of a burst at once, and the rest of it together', async () => {
    await started()
    await vi.advanceTimersByTimeAsync(100)
    const heard: unknown[] = []
    feed.onSeats((_, changed) => heard.push(changed))
    for (const index of [1, 2, 3, 4]) house.subscriber?.onDiff(house.change(index, 1))
    expect(heard).toEqual([[1]])
    await vi.advanceTimersByTimeAsync(20)
    expect(heard).toEqual([[1], [2, 3, 4]])
    expectInStep()
  })

  it('redraws nothing for a snapshot that says what is known', async () => {
    await started(false)
    const heard: unknown[] = []
    feed.onSeats((_, changed) => heard.push(changed))
    await vi.advanceTimersByTimeAsync(10_000)
    expect([house.fetches > 2, heard]).toEqual([true, []])
  })

  it('on a divided map waits for the overview before it asks for a snapshot to close a gap', async () => {
    house.isDivided = true
    await started()
    const before = house.fetches
    house.change(1, 2)
    house.subscriber?.onDiff(house.changeIn(0, 1, 2, 2))
    await vi.advanceTimersByTimeAsync(400)
    house.subscriber?.onDiff({
      from: 0,
      to: 2,
      seats: [
        [1, 2],
        [2, 2],
      ],
    })
    expectInStep()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(house.fetches).toBe(before)
    house.change(1, 0)
    house.subscriber?.onDiff(house.changeIn(0, 3, 3, 2))
    await vi.advanceTimersByTimeAsync(1_000)
    expectInStep()
  })

  it('takes a snapshot, after a while of its own, where an overview says that it cannot say all', async () => {
    house.isDivided = true
    await started()
    house.change(1, 2)
    house.change(7, 2)
    house.subscriber?.onDiff({ from: 0, to: 2, seats: null })
    await vi.advanceTimersByTimeAsync(1_000)
    expectInStep()
  })

  it('asks for what is in view again after each new start', async () => {
    house.isDivided = true
    await started()
    feed.watch([1], 1)
    expect(house.watched).toEqual([1])
    house.watched = []
    feed.close()
    feed.wake()
    expect(house.watched).toEqual([1])
  })

  it('tells how many others look at the same section, while that is known and there are some', async () => {
    house.isDivided = true
    await started()
    feed.watch([0, 1], 1)
    house.subscriber?.onCount?.(0, 40)
    house.subscriber?.onCount?.(1, 2)
    expect(feed.viewers.get()).toBe(null)
    house.subscriber?.onCount?.(1, 13)
    expect(feed.viewers.get()).toEqual({ others: 12, of: 'section' })
    feed.watch([0, 1], null)
    expect(feed.viewers.get()).toBe(null)
    feed.watch([0, 1], 1)
    house.subscriber?.onCount?.(1, null)
    expect(feed.viewers.get()).toBe(null)
  })

  it('on a map that is not divided counts those who have it open', async () => {
    await started()
    feed.watch([0], 0)
    house.subscriber?.onCount?.(null, 4)
    expect(feed.viewers.get()).toEqual({ others: 3, of: 'map' })
    feed.close()
    expect(feed.viewers.get()).toBe(null)
  })
})

describe('a feed that was away', () => {
  it('asks at once, and for a new connection, when its timers stood still for an hour', async () => {
    await started()
    house.change(1, 2)
    vi.setSystemTime(Date.now() + 3_600_000)
    await vi.advanceTimersByTimeAsync(5_100)
    expect(house.reconnects).toBe(1)
    expectInStep()
  })

  it('is not put out by a clock that is set back', async () => {
    await started()
    vi.setSystemTime(Date.now() - 86_400_000)
    house.change(1, 2)
    house.subscriber?.onDiff(house.change(2, 2))
    await vi.advanceTimersByTimeAsync(500)
    expectInStep()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(house.reconnects).toBe(0)
  })

  it('rests without a connection or a request, and wakes to the present', async () => {
    await started()
    feed.close()
    const before = house.fetches
    house.change(1, 2)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect([house.fetches, house.subscriber]).toEqual([before, null])
    feed.wake()
    house.subscriber?.onStateChange('live')
    await vi.advanceTimersByTimeAsync(50)
    expectInStep()
    expect(feed.getStatus().mode).toBe('live')
  })

  it('takes the burst of what was held back, and then the present', async () => {
    await started()
    const burst = [1, 2, 3, 1, 2, 3, 4].map((index, at) => house.change(index, at % 3))
    house.change(5, 2)
    for (const diff of burst.toReversed()) house.subscriber?.onDiff(diff)
    feed.wake(true)
    await vi.advanceTimersByTimeAsync(1_100)
    expectInStep()
  })
})

describe('what is not believed', () => {
  it.each([
    ['noise', () => 'noise'],
    ['an unknown seat', () => ({ from: 0, to: 1, seats: [[SEATS, 1]] })],
    ['the future', () => ({ from: 9_000, to: 9_001, seats: [[0, 1]] })],
    ['too much to say', () => ({ from: 0, to: 9_000, seats: null })],
  ])(
    '%s, twenty times a second for a minute, costs no more snapshots than polling does',
    async (_, makeDiff) => {
      await started()
      const before = house.fetches
      for (let at = 0; at < 1_200; at++) {
        house.subscriber?.onDiff(makeDiff())
        await vi.advanceTimersByTimeAsync(50)
      }
      expect(house.fetches - before).toBeLessThanOrEqual(26)
      house.subscriber?.onDiff(house.change(3, 2))
      await vi.advanceTimersByTimeAsync(40_000)
      expectInStep()
      expect(house.refusals.length).toBeLessThanOrEqual(1)
    },
  )

  it('is told of once, with what was wrong', async () => {
    await started()
    for (let at = 0; at < 5; at++) house.subscriber?.onDiff({ from: 0, to: 1, seats: [[SEATS, 1]] })
    house.cached = { ...house.snapshot(), states: 'AAA=' }
    await vi.advanceTimersByTimeAsync(30_000)
    expect(house.refusals).toEqual(['unknown_seat', 'truncated_snapshot'])
  })

  it('leaves the map usable, and is overcome by the first true snapshot', async () => {
    house.cached = { version: 1, states: encodeStates(new Uint8Array(SEATS + 40)) }
    await started()
    expect(feed.getStatus()).toMatchObject({ isReady: false, isFailing: true })
    house.cached = null
    house.change(2, 2)
    await vi.advanceTimersByTimeAsync(20_000)
    expectInStep()
    expect(feed.getStatus()).toMatchObject({ isReady: true, isFailing: false })
    house.cached = { version: 2, states: 'AAA=' }
    await vi.advanceTimersByTimeAsync(60_000)
    expectInStep()
    house.cached = null
    house.change(4, 1)
    await vi.advanceTimersByTimeAsync(40_000)
    expectInStep()
  })

  it('asks no faster for being woken again and again', async () => {
    await started()
    const before = house.fetches
    for (let at = 0; at < 200; at++) {
      feed.wake(true)
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(house.fetches - before).toBeLessThanOrEqual(11)
  })
})
