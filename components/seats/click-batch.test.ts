import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ClickBatch, gatherClicks } from './click-batch'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function setUp() {
  const sent: ClickBatch[] = []
  const answers: (() => void)[] = []
  const clicks = gatherClicks({
    waitMs: 150,
    send: (batch) => {
      sent.push(batch)
      return new Promise((resolve) => answers.push(resolve))
    },
  })
  const answer = async () => {
    answers.shift()?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { clicks, sent, answer }
}

describe('clicks on seats', () => {
  it('within the wait go out as one call, counted from the first', async () => {
    const { clicks, sent } = setUp()
    clicks.add(1, 'hold')
    await vi.advanceTimersByTimeAsync(100)
    clicks.add(2, 'hold')
    clicks.add(9, 'release')
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(50)
    expect(sent).toEqual([{ hold: [1, 2], release: [9] }])
  })

  it('take back what was not sent yet: the last click on a seat counts', async () => {
    const { clicks, sent } = setUp()
    clicks.add(1, 'hold')
    clicks.add(1, 'release')
    await vi.advanceTimersByTimeAsync(150)
    expect(sent).toEqual([{ hold: [], release: [1] }])
  })

  it('gather while a call is under way, and go out right after it', async () => {
    const { clicks, sent, answer } = setUp()
    clicks.add(1, 'hold')
    await vi.advanceTimersByTimeAsync(150)
    clicks.add(2, 'hold')
    await vi.advanceTimersByTimeAsync(5_000)
    clicks.add(3, 'hold')
    expect(sent).toHaveLength(1)
    await answer()
    expect(sent[1]).toEqual({ hold: [2, 3], release: [] })
  })

  it('are all answered when flush resolves', async () => {
    const { clicks, sent, answer } = setUp()
    let isDone = false
    clicks.add(1, 'hold')
    clicks.flush().then(() => {
      isDone = true
    })
    expect(sent).toHaveLength(1)
    clicks.add(2, 'hold')
    await answer()
    expect(isDone).toBe(false)
    await answer()
    expect(isDone).toBe(true)
    expect(sent).toHaveLength(2)
  })

  it('leave nothing behind: flushed with nothing gathered, nothing is sent', async () => {
    const { clicks, sent } = setUp()
    await clicks.flush()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent).toEqual([])
  })
})
