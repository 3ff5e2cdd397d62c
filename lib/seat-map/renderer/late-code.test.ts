import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LateCode } from './late-code'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Code that does not come over the line the first `failures` times. */
function openLine(failures: number) {
  let asked = 0
  let arrived = 0
  const code = new LateCode(async () => {
    if (++asked <= failures) throw new TypeError('Failed to fetch dynamically imported module')
    arrived++
  })
  return { code, counts: () => [asked, arrived] }
}

describe('what comes after the first picture', () => {
  it('comes when it is told to, once', async () => {
    const { code, counts } = openLine(0)
    code.come()
    code.come()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(counts()).toEqual([1, 1])
    expect(code.isComing).toBe(true)
  })

  it('comes where there is no first picture, a moment later', async () => {
    const { counts } = openLine(0)
    await vi.advanceTimersByTimeAsync(500)
    expect(counts()).toEqual([0, 0])
    await vi.advanceTimersByTimeAsync(200)
    expect(counts()).toEqual([1, 1])
  })

  it('is asked for again until the line lets it through, not all the time, and then no more', async () => {
    const { code, counts } = openLine(2)
    code.come()
    await vi.advanceTimersByTimeAsync(2_900)
    expect(counts()).toEqual([1, 0])
    await vi.advanceTimersByTimeAsync(200)
    expect(counts()).toEqual([2, 0])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(counts()).toEqual([3, 1])
  })

  it('comes at once where a picture asks for it between two tries', async () => {
    const { code, counts } = openLine(1)
    code.come()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(code.isComing).toBe(false)
    code.come()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(counts()).toEqual([2, 1])
  })

  it('is not asked for by a map that is gone', async () => {
    const { code, counts } = openLine(9)
    code.come()
    await vi.advanceTimersByTimeAsync(10)
    code.close()
    code.come()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(counts()).toEqual([1, 0])
  })
})
