import { expect, it } from 'vitest'
import { splitTime } from './sale-countdown'

it('a countdown to a sale shows days and a clock, the first second in full, and never less than nothing', () => {
  const hourMs = 3_600_000
  expect(splitTime(26 * hourMs)).toEqual({ days: 1, clock: '02:00:00' })
  expect(splitTime(999)).toEqual({ days: 0, clock: '00:00:01' })
  expect(splitTime(-5_000)).toEqual({ days: 0, clock: '00:00:00' })
})
