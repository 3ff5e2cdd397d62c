import { expect, it, vi } from 'vitest'
import { runNowAndThen } from './background'

it('tidying is done at once, and again only after its time, by name', () => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] })
  const done: string[] = []
  const run = (name: string) => runNowAndThen(name, 60_000, async () => done.push(name))
  run('a')
  run('a')
  run('b')
  vi.setSystemTime(59_999)
  run('a')
  expect(done).toEqual(['a', 'b'])
  vi.setSystemTime(60_000)
  run('a')
  expect(done).toEqual(['a', 'b', 'a'])
  vi.useRealTimers()
})
