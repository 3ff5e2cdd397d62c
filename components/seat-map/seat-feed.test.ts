import { describe, expect, it, vi } from 'vitest'
import { feedForEachTest } from './testing/feed-house'

const rig = feedForEachTest()

describe('the seat feed', () => {
  it('is ready with the first snapshot, then follows diffs without asking', async () => {
    await rig.started()
    expect(rig.feed.getStatus()).toEqual({ mode: 'live', isReady: true, isFailing: false })
    const before = rig.house.fetches
    rig.house.subscriber?.onDiff(rig.house.change(3, 1))
    rig.expectInStep()
    rig.house.subscriber?.onDiff(rig.house.change(4, 2))
    await vi.advanceTimersByTimeAsync(20)
    rig.expectInStep()
    expect(rig.house.fetches).toBe(before)
  })

  it('misses nothing that happened while the connection was being made', async () => {
    rig.feed = rig.house.open()
    rig.feed.start()
    rig.house.cached = rig.house.snapshot()
    rig.house.change(1, 2)
    rig.house.subscriber?.onStateChange('live')
    await Promise.resolve()
    rig.house.cached = null
    await vi.advanceTimersByTimeAsync(50)
    rig.expectInStep()
  })

  it('tells listeners which seats changed, until they stop listening', async () => {
    await rig.started()
    const heard: unknown[] = []
    const stop = rig.feed.onSeats((_, changed) => heard.push(changed))
    rig.house.subscriber?.onDiff(rig.house.change(3, 1))
    stop()
    rig.house.subscriber?.onDiff(rig.house.change(4, 1))
    expect(heard).toEqual([[3]])
  })

  it('closes a gap within half a second', async () => {
    await rig.started()
    rig.house.change(1, 2)
    rig.house.subscriber?.onDiff(rig.house.change(2, 2))
    await vi.advanceTimersByTimeAsync(500)
    rig.expectInStep()
  })

  it('keeps asking while a cache holds a snapshot older than the gap', async () => {
    await rig.started()
    rig.house.cached = rig.house.snapshot()
    rig.house.change(1, 2)
    rig.house.subscriber?.onDiff(rig.house.change(2, 2))
    await vi.advanceTimersByTimeAsync(600)
    expect(rig.feed.getStates()?.[2]).toBe(0)
    rig.house.cached = null
    await vi.advanceTimersByTimeAsync(1_500)
    rig.expectInStep()
  })

  it('finds a lost last message by itself', async () => {
    await rig.started()
    rig.house.change(1, 2)
    await vi.advanceTimersByTimeAsync(40_000)
    rig.expectInStep()
  })

  it('polls while the connection is down, and is live again when it is back', async () => {
    await rig.started()
    rig.house.subscriber?.onStateChange('down')
    expect(rig.feed.getStatus().mode).toBe('polling')
    rig.house.change(1, 2)
    await vi.advanceTimersByTimeAsync(4_000)
    rig.expectInStep()
    rig.house.change(5, 2)
    rig.house.subscriber?.onStateChange('live')
    await vi.advanceTimersByTimeAsync(50)
    rig.expectInStep()
    expect(rig.feed.getStatus().mode).toBe('live')
  })

  it('catches up after a short cut that never counted as down', async () => {
    await rig.started()
    rig.house.subscriber?.onStateChange('connecting')
    rig.house.change(5, 2)
    rig.house.subscriber?.onStateChange('live')
    await vi.advanceTimersByTimeAsync(50)
    rig.expectInStep()
  })

  it('polls while the connection comes and goes without ever standing', async () => {
    await rig.started()
    for (let at = 0; at < 5; at++) {
      rig.house.subscriber?.onStateChange('connecting')
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(rig.feed.getStatus().mode).toBe('polling')
    rig.house.change(1, 2)
    rig.house.subscriber?.onStateChange('connecting')
    await vi.advanceTimersByTimeAsync(4_000)
    rig.expectInStep()
    rig.house.subscriber?.onStateChange('live')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(rig.feed.getStatus().mode).toBe('live')
  })

  it('polls where there is no socket at all', async () => {
    await rig.started(false)
    expect(rig.feed.getStatus().mode).toBe('polling')
    rig.house.change(1, 2)
    await vi.advanceTimersByTimeAsync(4_000)
    rig.expectInStep()
  })

  it('says when snapshots fail, asks ever more slowly, and recovers', async () => {
    rig.house.isDown = true
    await rig.started()
    expect(rig.feed.getStatus()).toMatchObject({ isReady: false, isFailing: true })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(rig.house.fetches).toBeLessThan(15)
    rig.house.isDown = false
    await vi.advanceTimersByTimeAsync(20_000)
    expect(rig.feed.getStatus()).toMatchObject({ isReady: true, isFailing: false })
    rig.expectInStep()
  })

  it('is not led astray by a diff from the future', async () => {
    await rig.started()
    rig.house.subscriber?.onDiff({ from: 9_000, to: 9_001, seats: [[0, 2]] })
    await vi.advanceTimersByTimeAsync(10_000)
    rig.house.subscriber?.onDiff(rig.house.change(7, 1))
    rig.expectInStep()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(rig.house.refusals).toEqual(['diff_from_the_future'])
    const before = rig.house.fetches
    await vi.advanceTimersByTimeAsync(15_000)
    expect(rig.house.fetches).toBe(before)
  })

  it('believes that numbers started anew once it has heard it often enough', async () => {
    await rig.started()
    for (let index = 0; index < 6; index++) rig.house.subscriber?.onDiff(rig.house.change(index, 2))
    await vi.advanceTimersByTimeAsync(20)
    rig.house.version = 1
    rig.house.states.fill(0)
    rig.feed.fetchNow()
    await vi.advanceTimersByTimeAsync(10_000)
    rig.expectInStep()
  })

  it('falls silent when closed', async () => {
    await rig.started()
    const subscriber = rig.house.subscriber
    rig.feed.close()
    const before = rig.house.fetches
    subscriber?.onDiff(rig.house.change(1, 1))
    await vi.advanceTimersByTimeAsync(120_000)
    expect(rig.house.fetches).toBe(before)
    expect(rig.feed.getStates()?.[1]).toBe(0)
  })

  it('shows the first change of a burst at once, and the rest of it together', async () => {
    await rig.started()
    await vi.advanceTimersByTimeAsync(100)
    const heard: unknown[] = []
    rig.feed.onSeats((_, changed) => heard.push(changed))
    for (const index of [1, 2, 3, 4]) rig.house.subscriber?.onDiff(rig.house.change(index, 1))
    expect(heard).toEqual([[1]])
    await vi.advanceTimersByTimeAsync(20)
    expect(heard).toEqual([[1], [2, 3, 4]])
    rig.expectInStep()
  })

  it('redraws nothing for a snapshot that says what is known', async () => {
    await rig.started(false)
    const heard: unknown[] = []
    rig.feed.onSeats((_, changed) => heard.push(changed))
    await vi.advanceTimersByTimeAsync(10_000)
    expect([rig.house.fetches > 2, heard]).toEqual([true, []])
  })
})
