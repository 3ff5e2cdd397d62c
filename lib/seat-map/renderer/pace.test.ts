import { expect, it } from 'vitest'
import { Pace } from './pace'

function paceAfter(gapsMs: readonly number[]): { pace: Pace; now: number } {
  const pace = new Pace()
  let now = 1_000
  for (const gapMs of [0, ...gapsMs]) {
    now += gapMs
    pace.note(now)
  }
  return { pace, now }
}

it('a machine that keeps up with the screen is not slow, nor is one late frame', () => {
  expect(paceAfter([16, 17, 16, 16, 25, 16, 16]).pace.isSlow()).toBe(false)
})

it('some late frames in a row are slow, and are remembered for the next movement', () => {
  const { pace, now } = paceAfter([16, 34, 34, 34])
  expect(pace.isSlow()).toBe(true)
  pace.note(now + 3_000)
  expect(pace.isSlow()).toBe(true)
  pace.note(now + 12_000)
  expect(pace.isSlow()).toBe(false)
})

it('a rest between two movements is no late frame', () => {
  expect(paceAfter([400, 900, 500, 160]).pace.isSlow()).toBe(false)
})
