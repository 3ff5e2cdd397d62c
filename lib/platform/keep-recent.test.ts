import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepRecent } from './keep-recent'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function countingCache({ maxStaleMs }: { maxStaleMs?: number } = {}) {
  const asked: string[][] = []
  const load = async (keys: string[]) => {
    asked.push(keys)
    return new Map(keys.filter((key) => key !== 'none').map((key) => [key, `${key}${asked.length}`]))
  }
  return { asked, recent: keepRecent<string>({ maxAgeMs: 1_000, maxStaleMs, maxEntries: 2, load }) }
}

describe('a recent answer', () => {
  it('is loaded once for everyone who asks at the same time', async () => {
    const { asked, recent } = countingCache()
    const answers = await Promise.all([recent.get(['a', 'b']), recent.get(['b', 'a', 'c'])])
    expect(asked).toEqual([['a', 'b'], ['c']])
    expect(answers[1]).toEqual(
      new Map([
        ['c', 'c2'],
        ['b', 'b1'],
        ['a', 'a1'],
      ]),
    )
  })

  it('is loaded anew when it is too old', async () => {
    const { recent } = countingCache()
    await recent.get(['a'])
    vi.advanceTimersByTime(999)
    expect((await recent.get(['a'])).get('a')).toBe('a1')
    vi.advanceTimersByTime(1)
    expect((await recent.get(['a'])).get('a')).toBe('a2')
  })

  it('is as old as its question, however long the answer took', async () => {
    let calls = 0
    const load = async () => {
      calls += 1
      await new Promise((done) => setTimeout(done, 600))
      return new Map([['a', calls]])
    }
    const recent = keepRecent<number>({ maxAgeMs: 1_000, maxEntries: 2, load })
    const first = recent.get(['a'])
    await vi.advanceTimersByTimeAsync(999)
    expect((await recent.get(['a'])).get('a')).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    const second = recent.get(['a'])
    await vi.advanceTimersByTimeAsync(600)
    expect([(await first).get('a'), (await second).get('a')]).toEqual([1, 2])
  })

  it('may be used once more while the next one is on its way', async () => {
    const { asked, recent } = countingCache({ maxStaleMs: 5_000 })
    await recent.get(['a'])
    vi.advanceTimersByTime(2_000)
    expect((await recent.get(['a'])).get('a')).toBe('a1')
    await vi.advanceTimersByTimeAsync(0)
    expect((await recent.get(['a'])).get('a')).toBe('a2')
    expect(asked).toHaveLength(2)
  })

  it('that says “not there” is not kept', async () => {
    const { asked, recent } = countingCache()
    expect((await recent.get(['none'])).size).toBe(0)
    await recent.get(['none'])
    expect(asked).toHaveLength(2)
  })

  it('is not kept when loading fails, and the next one may succeed', async () => {
    let calls = 0
    const load = async () => {
      calls += 1
      if (calls === 1) throw new Error('down')
      return new Map([['a', 'fine']])
    }
    const recent = keepRecent<string>({ maxAgeMs: 1_000, maxEntries: 2, load })
    await expect(recent.get(['a'])).rejects.toThrow('down')
    expect((await recent.get(['a'])).get('a')).toBe('fine')
  })

  it('gives way to newer ones when there are too many', async () => {
    const { asked, recent } = countingCache()
    for (const key of ['a', 'b', 'c', 'a']) await recent.get([key])
    expect(asked).toEqual([['a'], ['b'], ['c'], ['a']])
  })
})
