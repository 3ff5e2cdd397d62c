import { describe, expect, it, vi } from 'vitest'
import { feedForEachTest } from './testing/feed-house'

const rig = feedForEachTest()

describe('the seat feed of a map told by section', () => {
  it('on a divided map waits for the overview before it asks for a snapshot to close a gap', async () => {
    rig.house.isDivided = true
    await rig.started()
    const before = rig.house.fetches
    rig.house.change(1, 2)
    rig.house.subscriber?.onDiff(rig.house.changeIn(0, 1, 2, 2))
    await vi.advanceTimersByTimeAsync(400)
    rig.house.subscriber?.onDiff({
      from: 0,
      to: 2,
      seats: [
        [1, 2],
        [2, 2],
      ],
    })
    rig.expectInStep()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(rig.house.fetches).toBe(before)
    rig.house.change(1, 0)
    rig.house.subscriber?.onDiff(rig.house.changeIn(0, 3, 3, 2))
    await vi.advanceTimersByTimeAsync(1_000)
    rig.expectInStep()
  })

  it('takes a snapshot, after a while of its own, where an overview says that it cannot say all', async () => {
    rig.house.isDivided = true
    await rig.started()
    rig.house.change(1, 2)
    rig.house.change(7, 2)
    rig.house.subscriber?.onDiff({ from: 0, to: 2, seats: null })
    await vi.advanceTimersByTimeAsync(1_000)
    rig.expectInStep()
  })

  it('asks for what is in view again after each new start', async () => {
    rig.house.isDivided = true
    await rig.started()
    rig.feed.watch([1], 1)
    expect(rig.house.watched).toEqual([1])
    rig.house.watched = []
    rig.feed.close()
    rig.feed.wake()
    expect(rig.house.watched).toEqual([1])
  })

  it('tells how many others look at the same section, while that is known and there are some', async () => {
    rig.house.isDivided = true
    await rig.started()
    rig.feed.watch([0, 1], 1)
    rig.house.subscriber?.onCount?.(0, 40)
    rig.house.subscriber?.onCount?.(1, 2)
    expect(rig.feed.viewers.get()).toBe(null)
    rig.house.subscriber?.onCount?.(1, 13)
    expect(rig.feed.viewers.get()).toEqual({ others: 12, of: 'section' })
    rig.feed.watch([0, 1], null)
    expect(rig.feed.viewers.get()).toBe(null)
    rig.feed.watch([0, 1], 1)
    rig.house.subscriber?.onCount?.(1, null)
    expect(rig.feed.viewers.get()).toBe(null)
  })

  it('on a map that is not divided counts those who have it open', async () => {
    await rig.started()
    rig.feed.watch([0], 0)
    rig.house.subscriber?.onCount?.(null, 4)
    expect(rig.feed.viewers.get()).toEqual({ others: 3, of: 'map' })
    rig.feed.close()
    expect(rig.feed.viewers.get()).toBe(null)
  })
})
