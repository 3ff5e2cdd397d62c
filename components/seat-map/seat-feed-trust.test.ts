import { describe, expect, it, vi } from 'vitest'
import { encodeStates } from '@/lib/seat-map/states'
import { feedForEachTest, SEATS } from './testing/feed-house'

const rig = feedForEachTest()

describe('a feed that was away', () => {
  it('asks at once, and for a new connection, when its timers stood still for an hour', async () => {
    await rig.started()
    rig.house.change(1, 2)
    vi.setSystemTime(Date.now() + 3_600_000)
    await vi.advanceTimersByTimeAsync(5_100)
    expect(rig.house.reconnects).toBe(1)
    rig.expectInStep()
  })

  it('is not put out by a clock that is set back', async () => {
    await rig.started()
    vi.setSystemTime(Date.now() - 86_400_000)
    rig.house.change(1, 2)
    rig.house.subscriber?.onDiff(rig.house.change(2, 2))
    await vi.advanceTimersByTimeAsync(500)
    rig.expectInStep()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(rig.house.reconnects).toBe(0)
  })

  it('rests without a connection or a request, and wakes to the present', async () => {
    await rig.started()
    rig.feed.close()
    const before = rig.house.fetches
    rig.house.change(1, 2)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect([rig.house.fetches, rig.house.subscriber]).toEqual([before, null])
    rig.feed.wake()
    rig.house.subscriber?.onStateChange('live')
    await vi.advanceTimersByTimeAsync(50)
    rig.expectInStep()
    expect(rig.feed.getStatus().mode).toBe('live')
  })

  it('takes the burst of what was held back, and then the present', async () => {
    await rig.started()
    const burst = [1, 2, 3, 1, 2, 3, 4].map((index, at) => rig.house.change(index, at % 3))
    rig.house.change(5, 2)
    for (const diff of burst.toReversed()) rig.house.subscriber?.onDiff(diff)
    rig.feed.wake(true)
    await vi.advanceTimersByTimeAsync(1_100)
    rig.expectInStep()
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
      await rig.started()
      const before = rig.house.fetches
      for (let at = 0; at < 1_200; at++) {
        rig.house.subscriber?.onDiff(makeDiff())
        await vi.advanceTimersByTimeAsync(50)
      }
      expect(rig.house.fetches - before).toBeLessThanOrEqual(26)
      rig.house.subscriber?.onDiff(rig.house.change(3, 2))
      await vi.advanceTimersByTimeAsync(40_000)
      rig.expectInStep()
      expect(rig.house.refusals.length).toBeLessThanOrEqual(1)
    },
  )

  it('is told of once, with what was wrong', async () => {
    await rig.started()
    for (let at = 0; at < 5; at++) rig.house.subscriber?.onDiff({ from: 0, to: 1, seats: [[SEATS, 1]] })
    rig.house.cached = { ...rig.house.snapshot(), states: 'AAA=' }
    await vi.advanceTimersByTimeAsync(30_000)
    expect(rig.house.refusals).toEqual(['unknown_seat', 'truncated_snapshot'])
  })

  it('leaves the map usable, and is overcome by the first true snapshot', async () => {
    rig.house.cached = { version: 1, states: encodeStates(new Uint8Array(SEATS + 40)) }
    await rig.started()
    expect(rig.feed.getStatus()).toMatchObject({ isReady: false, isFailing: true })
    rig.house.cached = null
    rig.house.change(2, 2)
    await vi.advanceTimersByTimeAsync(20_000)
    rig.expectInStep()
    expect(rig.feed.getStatus()).toMatchObject({ isReady: true, isFailing: false })
    rig.house.cached = { version: 2, states: 'AAA=' }
    await vi.advanceTimersByTimeAsync(60_000)
    rig.expectInStep()
    rig.house.cached = null
    rig.house.change(4, 1)
    await vi.advanceTimersByTimeAsync(40_000)
    rig.expectInStep()
  })

  it('asks no faster for being woken again and again', async () => {
    await rig.started()
    const before = rig.house.fetches
    for (let at = 0; at < 200; at++) {
      rig.feed.wake(true)
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(rig.house.fetches - before).toBeLessThanOrEqual(11)
  })
})
