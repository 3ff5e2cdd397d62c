import { expect, it } from 'vitest'
import { measureCore } from './map-site'

it('the map’s core is at most 15 kB to its first picture; gestures, keys and close-ups come after it', async () => {
  const { core, later } = await measureCore()
  expect(core).toBeLessThanOrEqual(15_000)
  expect(later).toBeGreaterThan(0)
})
